import { addDays, type LocalDate, type LocalTime } from '#core/dates.ts'
import { formatDay, formatTime } from '#core/date-words.ts'
import { dateTime, londonInstant, londonMoment } from '#core/london-time.ts'
import type { Fault } from '#core/outcome.ts'
import { workingDaysBefore } from '#features/rules'

/** Refused where the bank holidays around the day are not known, so that no deadline of a meeting could be counted. */
export function wrongHolidays(date: LocalDate): Fault[] {
  const unknown = [date, addDays(date, 1)].map((day) => workingDaysBefore(day, 1)).find((counted) => !counted.ok)
  return unknown === undefined || unknown.ok ? [] : [{ field: 'date', found: date, message: unknown.refusal.message }]
}

/** Refused where London clocks skip the time on that day, when summer time begins. */
export function skippedTime(date: LocalDate, time: LocalTime | undefined): Fault[] {
  if (time === undefined || londonMoment(londonInstant(date, time)) === dateTime(date, time)) return []
  return [{ field: 'time', found: time, message: `There is no ${formatTime(time)} on ${formatDay(date)}: the clocks go forward then. Choose another time` }]
}
