import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { isOpenMeeting, meetingIdOf, meetingInWork, type ItemInWork, type MeetingInWork } from '#features/meetings'

export const noSuchMeeting = refuse('not-found', 'There is no such meeting. It may have been taken out of the calendar.')
export const noSuchItem = refuse('not-found', 'The agenda of this meeting has no item of this number. It may have been renumbered or taken off since: open the minutes again.')

/** The meeting that an address names. */
export async function meetingNamed(reader: Reader, text: string | undefined): Promise<Outcome<MeetingInWork>> {
  const id = meetingIdOf(text)
  const meeting = id === undefined ? undefined : await meetingInWork(reader, id)
  return meeting === undefined ? noSuchMeeting : ok(meeting)
}

/** What a deed is done to, for the audit: the meeting by its id, and nothing else that an address says. */
export function subjectOf(typed: string | undefined): { readonly kind: string; readonly id: string } {
  return { kind: 'minutes', id: meetingIdOf(typed) ?? 'no such meeting' }
}

/**
 * Minutes can be prepared once the agenda is published, and taken from the day of the meeting on; of a cancelled meeting there are none. A meeting open to the
 * public whose agenda was never published cannot have considered anything (Local Government Act 1972 s100B(4)); a private one has no public agenda, and one that
 * resumes an adjourned meeting takes up the agenda of its first day.
 */
export function mayBeMinuted({ facts }: Pick<MeetingInWork, 'facts'>, today: LocalDate): Outcome<void> {
  if (facts.status === 'cancelled') return refuse('not-now', 'This meeting is cancelled: there is nothing to minute.')
  if (facts.status !== 'planned') return ok(undefined)
  if (facts.date > today) return refuse('not-now', 'The agenda of this meeting is not published, and its day is still to come. Its minutes can be begun once the agenda is out.')
  if (!isOpenMeeting(facts) || facts.resumedFrom !== undefined) return ok(undefined)
  return refuse(
    'not-now',
    'The agenda of this meeting was never published, so no item of it could be considered and there is nothing to minute (Local Government Act 1972, section 100B(4)). If the meeting was held, publish its agenda first: the page asks for the chair’s reason of urgency and records it.',
  )
}

/** An item of the agenda by its number. */
export function itemOf({ items }: Pick<MeetingInWork, 'items'>, number: number): ItemInWork | undefined {
  return items.find((item) => item.number === number)
}
