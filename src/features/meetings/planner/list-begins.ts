import { addDays, type LocalDate } from '#core/dates.ts'
import type { Need } from './meetings-in-work.ts'

/** What nobody has done in a year is history. */
const passedDays = 366

/** The day from which a list of meetings begins where no other is asked for: today, or a year back for those whose day passed without an agenda. */
export function listBegins(need: Need, today: LocalDate): LocalDate {
  return need === 'passed' ? addDays(today, -passedDays) : today
}
