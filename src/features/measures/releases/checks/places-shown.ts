import { isSmall, oneToFive } from '#core/suppression/policy.ts'
import { numbersTold, type NumberTold } from '../../disclosure/numbers-told.ts'
import { seriesOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { shownNumbers } from './shown-numbers.ts'

/** The places of numbers that are not small and that the public sees among the figures of the measure that a text stands beside. */
export function placesShown(text: string, measure: string | undefined, shown: readonly MeasureSheet[]): ReadonlySet<number> {
  if (measure === undefined) return new Set()
  const { all, values } = shownNumbers(measure, shown)
  return placesWhere(text, ({ number, inPercent }) => (inPercent === undefined ? all : values).has(number))
}

const before = String.raw`(?:(?:a|one|the|two|three) (?:years?|quarters?|months?|terms?) (?:before|ago|earlier|previously)|last (?:year|quarter|month|term|time)|(?:in|of) the (?:previous|last|same) (?:year|quarter|month|term))`
const beforeAfterIt = new RegExp(String.raw`^(?: (?:children|young people|pupils|families|cases))?,? ${before}\b`, 'i')
const beforeIt = new RegExp(String.raw`\b${before},? (?:(?:it|there) (?:was|were|stood at) )?(?:at )?$|\b(?:up|down|rose|risen|fell|fallen) from $`, 'i')

/** The places of numbers that a text gives as the figure of an earlier period, "63 a year before", and that the public sees as one of the whole. */
export function placesOfFigureBefore(text: string, measure: string | undefined, shown: readonly MeasureSheet[]): ReadonlySet<number> {
  const earlier = new Set(shown.filter(({ definition }) => definition.slug === measure).flatMap(valuesBefore))
  return placesWhere(text, ({ number, at, words }) => earlier.has(number) && (beforeAfterIt.test(text.slice(at + words.length)) || beforeIt.test(text.slice(0, at))))
}

function valuesBefore(sheet: MeasureSheet): readonly number[] {
  const { decimals } = sheet.definition
  return seriesOf(sheet)?.points.flatMap(({ period, value, confidentiality }) => (period === sheet.asOf || value === undefined || confidentiality !== 'open' ? [] : [Number(value.toFixed(decimals))])) ?? []
}

function placesWhere(text: string, isMeant: (told: NumberTold) => boolean): ReadonlySet<number> {
  return new Set(numbersTold(text).flatMap((told) => (!isSmall(told.number, oneToFive) && isMeant(told) ? [told.at] : [])))
}
