import { parsePeriod, type Period } from '#core/periods/period.ts'
import { nationalAreas } from '../../comparators/area.ts'
import type { Since, Whom } from './claim.ts'

const regions = nationalAreas.flatMap(({ kind, name }) => (kind === 'region' ? [name] : []))

/** The council’s own region by its name, any where it is not known, and words for whom a figure is held beside. */
function whomWords(region: string | undefined): readonly (readonly [Whom, RegExp])[] {
  const named = (region === undefined ? regions : [region]).map((name) => name.replaceAll(/[^\p{L}\d ]/gu, '.'))
  return [
    ['england', /\b(?:england|english|national(?:ly)?|the country)\b/i],
    ['region', new RegExp(String.raw`\b(?:region(?:al(?:ly)?)?${named.map((name) => `|${name}`).join('')})\b`, 'iu')],
    ['neighbours', /\b(?:neighbours?|neighbouring|similar (?:councils|authorities|areas|places)|comparator (?:councils|authorities)|family group)\b/i],
  ]
}

/** Beside whom a text holds a figure. */
export function whomIn(text: string, region?: string): readonly Whom[] {
  return whomWords(region).flatMap(([whom, pattern]) => (pattern.test(text) ? [whom] : []))
}

/** Others whom the text does not name. */
export const othersUnnamed = /^ ?(?:(?:the|that of|those of|most|all) )*(?:other|others|average|comparators?|elsewhere|peers?|similar)\b/i

/** An earlier time that the text does not name: "than before", "than it was". */
export const earlierUnnamed = /^ ?(?:ever )?(?:(?:it|they|we) (?:was|were)(?: before)?|before|previously|in the past|the last time|last time)\b/i

const timeOfYear = String.raw`(?:spring|summer|autumn|winter|christmas|easter|january|february|march|april|may|june|july|august|september|october|november|december)`
/** A time that no period of the measure is known by: "than in spring". */
export const earlierUnclear = new RegExp(String.raw`^ ?(?:(?:it|they|we) (?:was|were) )?(?:in|at|during|over|before|after|last|this)?(?: (?:the|last|this))* ?${timeOfYear}\b(?! (?:19|20)\d{2})`, 'i')

const yearBefore = /\b(?:(?:a|one|the) year (?:before|ago|earlier|previous)|last year|(?:the )?previous year|year[- ]on[- ]year|prior year|(?:over|in|within|during) (?:the |a |one |just )*(?:(?:last|past|previous) )?(?:twelve|12) months|(?:over|in) (?:just )?(?:a|one) year|over the year(?! \d| to| 20)|(?:twelve|12) months (?:before|ago|earlier)|(?:same|equivalent) (?:quarter|month|term|period|time|point)(?: \w+){0,3} (?:year|before)|the year before)\b/i
const periodBefore = /\b(?:last|previous|prior|preceding) (?:quarter|month|term|period|release)\b|\b(?:a|the|one) (?:quarter|month|term|period) (?:before|ago|earlier)\b|\b(?:quarter[- ]on[- ]quarter|month[- ]on[- ]month)\b/i

/** Beside which earlier figure a text holds one. */
export function sinceIn(text: string, until: Period | undefined): Since | undefined {
  if (yearBefore.test(text)) return { kind: 'year-before' }
  if (periodBefore.test(text)) return { kind: 'period-before' }
  const named = periodsIn(text).find((period) => period !== until?.slug)
  return named === undefined ? undefined : { kind: 'period', period: named }
}

const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** The periods that a text names, as addresses write them: "Q3 2018/19", "quarter 3 of 2018-19", "2018/19", "March 2019". */
export function periodsIn(text: string): readonly string[] {
  const quarters = [...text.matchAll(/\b(?:q|quarter )([1-4])(?:,? (?:of )?)(\d{4})[/–-](\d{2})\b/gi)].map(([, quarter, from, to]) => `${from}-${to}-q${quarter}`)
  const years = [...text.matchAll(/(?<!\b(?:q|quarter )[1-4],? (?:of )?)\b(\d{4})[/–-](\d{2})\b/gi)].map(([, from, to]) => `${from}-${to}`)
  const months = [...text.matchAll(/\b([a-z]+) (\d{4})\b/gi)].flatMap(([, name = '', year]) => {
    const month = monthNames.indexOf(name.toLowerCase())
    return month < 0 ? [] : [`${year}-${String(month + 1).padStart(2, '0')}`]
  })
  return [...quarters, ...years, ...months].filter((slug) => parsePeriod(slug) !== undefined)
}
