import type { Unit } from '../../definitions/units.ts'
import type { NumberInText } from './claim.ts'

const months = 'january|february|march|april|may|june|july|august|september|october|november|december'

/** Numbers that say when, who or which, and are no figures: years, quarters, days, ages, sections and the like. They are blanked, so that places in the text stay. */
const noFigures: readonly RegExp[] = [
  /\b(?:19|20)\d{2}\s?[/–-]\s?(?:\d{4}|\d{2})\b/g,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: and \\d{1,2}(?:st|nd|rd|th)?)? (?:${months})(?: \\d{4})?\\b`, 'gi'),
  new RegExp(`\\b(?:${months}) \\d{1,4}\\b`, 'gi'),
  /\b(?:19|20)\d{2}\b(?!\s?(?:%|per ?cent|children|pupils|young|plans|contacts|referrals|families|cases))/gi,
  /\b(?:q|quarters?|years?|key stages?|ks|section|tier|levels?|bands?|phase|part|priority|note|table|figure|step|stage|item|form)\s?\d{1,3}(?: (?:and|to|or) \d{1,3})?\b/gi,
  /\b(?:aged?|ages)[ -]\d{1,2}(?:\s?(?:to|-|–|and)\s?\d{1,2})?\b|\b(?:under|over)[ -]\d{1,2}s\b|\b\d{1,2}(?:\s?(?:to|-|–|and)\s?\d{1,2})?[ -]year[ -]olds?\b|\b\d{1,2}[-–]\d{1,2}\b(?!\s?%)/gi,
  /\b\d{1,3}(?:st|nd|rd|th)\b|\b\d{1,2}[.:]\d{2} ?(?:am|pm)\b/gi,
]

const lengthsOfTime = /\b\d{1,3}(?:\.\d+)?[ -](?:working |calendar |school )?(?:days?|weeks?|months?|years?|hours?|minutes?|quarters?|terms?)\b/gi
const sumsOfMoney = /£\s?[\d,.]+(?:\s?(?:m|k|million|thousand|bn)\b)?/gi

/** A length of time or a sum of money is a figure only of a measure that is given in it. */
function blanked(text: string, unit: Unit | undefined): string {
  const isTime = unit === 'days' || unit === 'weeks' || unit === 'months' || unit === 'years'
  const patterns = [...noFigures, ...(isTime ? [] : [lengthsOfTime]), ...(unit === 'pounds' ? [] : [sumsOfMoney])]
  return patterns.reduce((rest, pattern) => rest.replaceAll(pattern, (found) => '_'.repeat(found.length)), text)
}

const number = /(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\s?(?:%|per ?cent\b|(?:percentage )?points?\b))?(?![\w])/gi
const over = /\b(?:above|over|more than|higher than|greater than|at least|exceed(?:ed|s|ing)?|at or above)\s+(?:the )?$/i
const difference = /\b(?:by|(?:rise|increase|growth|fall|drop|decrease|reduction|decline|improvement|difference|gap|change) of) (?:a further |about |around |nearly |over |just )?$/i
const under = /\b(?:below|under|less than|fewer than|lower than|at most|no more than|at or below)\s+(?:the )?$/i

/** The numbers of a text that may be figures of a measure, in their order. */
export function numbersIn(text: string, unit?: Unit): readonly NumberInText[] {
  const blank = blanked(text, unit)
  return [...blank.matchAll(number)].map((found) => {
    const [words, whole = '', fraction = '', unit = ''] = found
    const before = blank.slice(0, found.index)
    const bound = under.test(before) ? 'under' : over.test(before) ? 'over' : undefined
    return {
      words: words.trim(),
      value: Number(`${whole.replaceAll(',', '')}${fraction}`),
      decimals: Math.max(0, fraction.length - 1),
      isPercent: unit.trim() !== '',
      isDifference: difference.test(before) || /points?$/i.test(unit),
      ...(bound === undefined ? {} : { bound }),
      at: found.index,
    }
  })
}

const upTo = /^(?:,? (?!up\b|due\b|from\b)[\w’'-]+){0,4}?,? to (?:just |only |exactly )?$/i

/** The number to which something came, by the words after the verb: that of " sharply, to 1,042". */
export function numberReached(after: string, unit?: Unit): NumberInText | undefined {
  const [first] = numbersIn(after, unit)
  return first !== undefined && upTo.test(after.slice(0, first.at)) && !first.isDifference ? first : undefined
}
