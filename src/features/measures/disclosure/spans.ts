import { addDays, addMonths, date, type LocalDate } from '#core/dates.ts'
import type { Period, PeriodKind } from '#core/periods/period.ts'
import { periodOf } from '../definitions/frequencies.ts'
import type { Figure } from './figures.ts'

/** From which day to which a count goes. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly kind: PeriodKind
  /** It counts from the beginning of its year. */
  readonly isToDate: boolean
}

/** The time that a count is of: of a rolling one the year to the end of its period. None of a day, or of what is no sum over its time. */
export function spanOf({ definition: { frequency, counting }, period: slug }: Figure): Span | undefined {
  const period = counting === 'snapshot' ? undefined : periodOf(frequency, slug, 'others')
  if (period === undefined || period.kind === 'day') return undefined
  // A rolling figure of a year is one of several years, and nothing says of how many.
  if (counting === 'rolling') return isLong(period) ? undefined : { from: addMonths(addDays(period.to, 1), -12), to: period.to, kind: period.kind, isToDate: false }
  const isToDate = counting === 'year-to-date' && !isLong(period)
  return { from: isToDate ? yearBegins(period) : period.from, to: period.to, kind: period.kind, isToDate }
}

/** The last day of what a figure is of. */
export function lastDayOf({ definition: { frequency }, period }: Figure): LocalDate | undefined {
  return periodOf(frequency, period, 'others')?.to
}

const long: readonly PeriodKind[] = ['financial-year', 'outturn', 'academic-year', 'calendar-year']

export function isLong({ kind }: Pick<Period, 'kind'>): boolean {
  return long.includes(kind)
}

/** The first day of the year in which a period is counted: of April, or of terms of September. */
export function yearBegins({ kind, from }: Pick<Period, 'kind' | 'from'>): LocalDate {
  const [year = 0, month = 0] = from.split('-').map(Number)
  const first = kind === 'term' ? 9 : 4
  return date(`${month >= first ? year : year - 1}-${String(first).padStart(2, '0')}-01`)
}

/** Whether periods in their order follow each other without a gap from the first day of the whole to its last. */
export function fills(parts: readonly Pick<Period, 'from' | 'to'>[], whole: Pick<Period, 'from' | 'to'>): boolean {
  const follow = parts.every(({ from }, place) => place === 0 || addDays(parts[place - 1]?.to ?? from, 1) === from)
  return follow && parts[0]?.from === whole.from && parts.at(-1)?.to === whole.to
}

export function isWithin(part: Pick<Period, 'from' | 'to'>, whole: Pick<Period, 'from' | 'to'>): boolean {
  return part.from >= whole.from && part.to <= whole.to
}
