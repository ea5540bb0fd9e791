import type { LocalDate } from '#core/dates.ts'
import { isWithheld, publishedMeeting, type MeetingStatus } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'

const out: ReadonlySet<MeetingStatus> = new Set(['agenda-published', 'adjourned', 'held', 'minutes-draft', 'minutes-confirmed'])

/**
 * The number of the item about this matter on the agenda that the public reads, of several the last: a final report stands after the draft that it follows. Undefined while none is
 * published, and where the item is withheld or withdrawn.
 */
export async function itemOut(reader: Reader, body: string, date: LocalDate, subject: string): Promise<number | undefined> {
  const meeting = (await publishedMeeting(reader, body, date))?.meeting
  if (meeting === undefined || !out.has(meeting.status)) return undefined
  return meeting.items.findLast((item) => item.subjects?.includes(subject) === true && item.withdrawn === undefined && !isWithheld(meeting, item))?.number
}
