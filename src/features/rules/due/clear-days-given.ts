import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { clearWorkingDaysBetween, OutsideTheCalendar } from '#core/working-days.ts'
import { englandAndWales } from '../england-and-wales.ts'

/**
 * How many clear working days the public had: neither the day of publication nor the day of the meeting counts.
 * An agenda published on 3 February 2017 for 14 February gave six. Refused for years whose holidays are not known.
 */
export function countClearWorkingDays(published: LocalDate, meeting: LocalDate): Outcome<number> {
  try {
    return ok(clearWorkingDaysBetween(published, meeting, englandAndWales).length)
  } catch (error) {
    if (!(error instanceof OutsideTheCalendar)) throw error
    return refuse('invalid', error.message)
  }
}
