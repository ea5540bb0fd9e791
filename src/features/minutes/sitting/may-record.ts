import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { MeetingFacts } from '#features/meetings'

/** What may be recorded before the day of a meeting. */
export type Ahead = 'on the day' | 'ahead'

/**
 * Whether something may be recorded of a meeting today: not of one that is cancelled, not once its minutes are confirmed, and before its day only what comes in
 * ahead: apologies and declarations.
 */
export function mayRecord({ status, date }: Pick<MeetingFacts, 'status' | 'date'>, today: LocalDate, when: Ahead): Outcome<void> {
  if (status === 'cancelled') return refuse('not-now', 'This meeting is cancelled: nothing can be recorded of it.')
  if (status === 'minutes-confirmed') return refuse('not-now', 'The minutes of this meeting are confirmed: its record stays as it is.')
  if (today < date && when === 'on the day') {
    return refuse('not-now', `The meeting is on ${formatDay(date)}. Until then only apologies and declarations can be recorded. Where the day is wrong, change the meeting’s date first.`)
  }
  return ok(undefined)
}
