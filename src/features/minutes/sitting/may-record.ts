import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { isOpenMeeting, type MeetingFacts } from '#features/meetings'

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

/**
 * Whether the meeting may be opened: a meeting open to the public whose agenda is not published may not, for no item may be considered of which the agenda was
 * not open to inspection, save for urgency that the chair gives the reason of (Local Government Act 1972 s100B(4)). One that resumes an adjourned meeting takes
 * up the agenda of its first day.
 */
export function mayOpen(facts: Pick<MeetingFacts, 'status' | 'public' | 'privateDevelopment' | 'resumedFrom'>): Outcome<void> {
  if (facts.status !== 'planned' || !isOpenMeeting(facts) || facts.resumedFrom !== undefined) return ok(undefined)
  return refuse(
    'not-now',
    'The agenda of this meeting is not published, so no item of it can be considered. Publish the agenda first: if that is late, the page asks for the chair’s reason of urgency and records it (Local Government Act 1972, section 100B(4)).',
  )
}
