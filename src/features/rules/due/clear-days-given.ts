import { addDays, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { clearWorkingDaysBetween, OutsideTheCalendar, whyNotWorked } from '#core/working-days.ts'
import { englandAndWales } from '../england-and-wales.ts'

/**
 * How many clear working days the public had: neither the day of publication nor the day of the meeting counts. What is published on a Good Friday or at a
 * weekend counts as published on the next working day, so that the count agrees with the last lawful day.
 * An agenda published on 3 February 2017 for 14 February gave six. Refused for years whose holidays are not known.
 */
export function countClearWorkingDays(published: LocalDate, meeting: LocalDate): Outcome<number> {
  try {
    let counted = published
    while (whyNotWorked(counted, englandAndWales) !== undefined) counted = addDays(counted, 1)
    return ok(clearWorkingDaysBetween(counted, meeting, englandAndWales).length)
  } catch (error) {
    if (!(error instanceof OutsideTheCalendar)) throw error
    return refuse('invalid', error.message)
  }
}
