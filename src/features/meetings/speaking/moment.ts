import type { LocalDate } from '#core/dates.ts'
import { dateTime, londonInstant, londonMoment, timeOf, type LocalDateTime } from '#core/london-time.ts'

/** The product's day at the time that London clocks show now: what closing times are held against. */
export function momentOf(today: LocalDate, now: Date): LocalDateTime {
  return dateTime(today, timeOf(londonMoment(now.toISOString())))
}

/** The same moment as the database keeps it, to the millisecond, so that requests stand in the order in which they came. */
export function instantOf(today: LocalDate, now: Date): Date {
  const minute = londonInstant(today, timeOf(londonMoment(now.toISOString())))
  return new Date(Date.parse(minute) + (now.getTime() % 60_000))
}
