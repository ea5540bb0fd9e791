import { formatDate, monthName } from '../date-words.ts'
import { yearOf } from '../dates.ts'
import type { Period } from './period.ts'

/** A period as a reader says it: "January to March 2020 (quarter 4 of 2019/20)". */
export function periodInWords(period: Period): string {
  const { from, to, slug } = period
  switch (period.kind) {
    case 'day':
      return formatDate(from)
    case 'month':
      return `${monthName(from)} ${yearOf(from)}`
    case 'quarter':
      return `${monthName(from)} to ${monthName(to)} ${yearOf(to)} (quarter ${slug.at(-1)} of ${yearsOf(slug)})`
    case 'term':
      return `${slug.split('-').at(-1)} term ${yearsOf(slug)}`
    case 'financial-year':
      return `the year ${yearsOf(slug)}`
    case 'outturn':
      return `outturn ${yearsOf(slug)}`
    case 'academic-year':
      return `the academic year ${yearsOf(slug)}`
    case 'calendar-year':
      return slug
  }
}

/** A period where there is little room, such as at the head of a column: "Q4 2019/20", "Apr 2022". */
export function shortPeriod(period: Period): string {
  const { from, slug } = period
  if (period.kind === 'month') return `${monthName(from).slice(0, 3)} ${yearOf(from)}`
  if (period.kind === 'day') return `${Number(from.slice(8))} ${monthName(from).slice(0, 3)} ${yearOf(from)}`
  if (period.kind === 'quarter') return `Q${slug.at(-1)} ${yearsOf(slug)}`
  if (period.kind === 'term') return `${slug.split('-').at(-1)} ${yearsOf(slug)}`
  return period.kind === 'calendar-year' ? slug : yearsOf(slug)
}

/** "2019/20" */
function yearsOf(slug: string): string {
  return slug.slice(0, 7).replace('-', '/')
}
