import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { publishedMeeting } from '../publication/published-meetings.ts'
import type { MeetingStatus } from '../record/meeting.ts'
import { saveFacts } from '../work/keep-meeting.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { republish } from './announce.ts'

/** Whereto the record of a meeting may go from where it is. */
const turns: Readonly<Record<MeetingStatus, readonly MeetingStatus[]>> = {
  planned: ['held'],
  'agenda-published': ['held'],
  adjourned: ['minutes-draft', 'minutes-confirmed'],
  held: ['minutes-draft', 'minutes-confirmed'],
  'minutes-draft': ['minutes-draft', 'minutes-confirmed'],
  'minutes-confirmed': [],
  cancelled: [],
}

/**
 * Notes in the deed of a later feature that a meeting was held, that its minutes are circulated, or that they are confirmed, and publishes its page again with
 * the note. Its agenda and papers stay as they are. Refused where the meeting is cancelled, or its minutes are confirmed already.
 */
export async function turnState(tx: Transaction, id: MeetingId, turn: { readonly status: 'held' | 'minutes-draft' | 'minutes-confirmed'; readonly note: string; readonly at: Date }): Promise<Outcome<void>> {
  const meeting = await meetingInWork(tx.reader, id)
  if (meeting === undefined) return refuse('not-found', 'There is no such meeting. It may have been taken out of the calendar.')
  const { facts } = meeting
  if (!turns[facts.status].includes(turn.status)) {
    return refuse('not-now', facts.status === 'cancelled' ? 'This meeting is cancelled: nothing can be recorded of it.' : 'The minutes of this meeting are confirmed: its record stays as it is.')
  }
  await saveFacts(tx, id, { ...facts, status: turn.status })
  const standing = await publishedMeeting(tx.reader, facts.body, facts.date)
  if (standing !== undefined) await republish(tx, standing, { status: turn.status }, turn.note, turn.at)
  return ok(undefined)
}
