import { addMonths, type LocalDate } from '../dates.ts'
import { parsePeriod, type Period } from './period.ts'

/** In order of time: by the last day, then the longer first. */
export function comparePeriods(one: Period, other: Period): number {
  return one.to === other.to ? compared(one.from, other.from) : compared(one.to, other.to)
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The period of the same kind a year before: quarter 4 of the year before, the same month, the same day. None before the first year that a day here can have. */
export function yearBefore(period: Period): Period | undefined {
  return sameKind(period, -12)
}

/** The period of the same kind that ends as this one begins. None before a day, which follows no other, nor before the first year that a day here can have. */
export function periodBefore(period: Period): Period | undefined {
  if (period.kind === 'day') return undefined
  if (period.kind === 'term') return termBefore(period)
  return sameKind(period, period.kind === 'month' ? -1 : period.kind === 'quarter' ? -3 : -12)
}

const termOrder: Readonly<Record<string, string>> = { spring: 'autumn', summer: 'spring', autumn: 'summer' }

function termBefore(period: Period): Period | undefined {
  const [start = '', end = '', , term = ''] = period.slug.split('-')
  const year = term === 'autumn' ? yearsFrom(Number(start) - 1) : `${start}-${end}`
  return parsePeriod(`${year}-ay-${termOrder[term]}`, 'term')
}

function sameKind(period: Period, months: number): Period | undefined {
  const from = addMonths(period.from, months)
  if (period.kind === 'day') return parsePeriod(from, 'day')
  if (period.kind === 'month') return parsePeriod(from.slice(0, 7), 'month')
  if (period.kind === 'calendar-year') return parsePeriod(from.slice(0, 4), 'calendar-year')
  const year = Number(from.slice(0, 4)) - (Number(from.slice(5, 7)) < firstMonthOf(period) ? 1 : 0)
  const rest = period.kind === 'quarter' ? `-q${quarterOf(from)}` : period.slug.slice(7)
  return parsePeriod(`${yearsFrom(year)}${rest}`, period.kind)
}

/** Financial years begin in April, academic years in September. */
function firstMonthOf({ kind }: Period): number {
  return kind === 'academic-year' || kind === 'term' ? 9 : 4
}

function quarterOf(from: LocalDate): number {
  return Math.floor(((Number(from.slice(5, 7)) + 8) % 12) / 3) + 1
}

function yearsFrom(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}
