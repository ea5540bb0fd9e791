import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { meetingIdOf, meetingInWork, type ItemInWork, type MeetingInWork } from '#features/meetings'

export const noSuchMeeting = refuse('not-found', 'There is no such meeting. It may have been taken out of the calendar.')
export const noSuchItem = refuse('not-found', 'The agenda of this meeting has no item of this number. It may have been renumbered or taken off since: open the minutes again.')

/** The meeting that an address names. */
export async function meetingNamed(reader: Reader, text: string | undefined): Promise<Outcome<MeetingInWork>> {
  const id = meetingIdOf(text)
  const meeting = id === undefined ? undefined : await meetingInWork(reader, id)
  return meeting === undefined ? noSuchMeeting : ok(meeting)
}

/** Minutes can be prepared once the agenda is published, and taken from the day of the meeting on; of a cancelled meeting there are none. */
export function mayBeMinuted({ facts }: Pick<MeetingInWork, 'facts'>, today: LocalDate): Outcome<void> {
  if (facts.status === 'cancelled') return refuse('not-now', 'This meeting is cancelled: there is nothing to minute.')
  if (facts.status === 'planned' && facts.date > today) return refuse('not-now', 'The agenda of this meeting is not published, and its day is still to come. Its minutes can be begun once the agenda is out.')
  return ok(undefined)
}

/** An item of the agenda by its number. */
export function itemOf({ items }: Pick<MeetingInWork, 'items'>, number: number): ItemInWork | undefined {
  return items.find((item) => item.number === number)
}
