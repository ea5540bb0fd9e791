import { periodInWords } from '#core/periods/period-words.ts'
import { besideWhole } from '../definitions/beside-whole.ts'
import type { Definition } from '../definitions/definition.ts'
import { periodOf } from '../definitions/frequencies.ts'

export const frequencyWords: Readonly<Record<Definition['frequency'], string>> = {
  month: 'Every month',
  quarter: 'Every quarter',
  term: 'Every term',
  'academic-year': 'Once in an academic year, September to August',
  'financial-year': 'Once in a financial year, April to March',
  'calendar-year': 'Once in a calendar year',
  snapshot: 'On days of counting',
}

export const countingWords: Readonly<Record<Definition['counting'], string>> = {
  period: 'each figure covers its own period',
  'year-to-date': 'each figure covers the year up to then, so it holds the ones before it',
  rolling: 'each figure covers the year that ends then, so it holds most of the one before',
  snapshot: 'each figure is a count on the last day',
}

/** "January to March 2020 (quarter 4 of 2019/20)"; a period that is none stays as it was written. */
export function periodAtLength(slug: string, { frequency }: Pick<Definition, 'frequency'>): string {
  const period = periodOf(frequency, slug, 'others')
  return period === undefined ? slug : periodInWords(period)
}

/** "Early help" from `early-help`. */
export function slugInWords(slug: string): string {
  return capital(slug.replaceAll('-', ' '))
}

/** "Primary" from `phase=primary`; "Primary, redditch" from `phase=primary;district=redditch`; "All" of none. */
export function breakdownInWords(breakdown: string): string {
  if (breakdown === '') return 'All'
  return slugInWords(breakdown.split(';').map((part) => part.split('=')[1] ?? part).join(', '))
}

/** "By phase" of a way of dividing; of what a definition gives beside its whole, which divides nothing, that it is so. */
export function dimensionHeading(name: string): string {
  return name === besideWhole ? 'Also counted' : `By ${name}`
}

/** "January" from "january". */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "1st", "22nd", "113th" */
export function ordinal(place: number): string {
  const last = place % 10
  const ending = Math.floor(place / 10) % 10 === 1 ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'
  return `${place}${ending}`
}
