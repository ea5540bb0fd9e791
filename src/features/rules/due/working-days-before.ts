import { weekdayName } from '#core/date-words.ts'
import { weekday, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { countWorkingDays, OutsideTheCalendar, whyNotWorked } from '#core/working-days.ts'
import { englandAndWales } from '../england-and-wales.ts'

/**
 * The day so many working days before another, which is day 0 and is not counted itself: one working day before Tuesday 7 April 2026 is Thursday
 * 2 April, since Easter lies between. None before a day is that day. Refused for years whose holidays are not known.
 */
export function workingDaysBefore(day: LocalDate, days: number): Outcome<LocalDate> {
  try {
    return ok(countWorkingDays(day, days, 'backwards', englandAndWales).reached)
  } catch (error) {
    if (!(error instanceof OutsideTheCalendar)) throw error
    return refuse('invalid', error.message)
  }
}

/** Why nobody works on this day: "Saturday", "Good Friday"; undefined for a working day. Of years whose holidays are not known, weekends alone are. */
export function nonWorkingDay(day: LocalDate): string | undefined {
  try {
    return whyNotWorked(day, englandAndWales)
  } catch (error) {
    if (!(error instanceof OutsideTheCalendar)) throw error
    return weekday(day) > 5 ? weekdayName(day) : undefined
  }
}
