import { formatDay } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { meetingInWork, sightOf, type MeetingId, type MeetingInWork, type Sight } from '#features/meetings'
import { sittingFacts } from '../read-sitting.ts'
import type { SittingFacts } from '../sitting-from.ts'

/** A meeting whose attendance somebody keeps or looks at. */
export interface SittingInHand {
  readonly meeting: MeetingInWork
  readonly bodyName: string
  readonly facts: SittingFacts
  /** What whoever asks may see of its items. */
  readonly sight: Sight
}

const noMeeting = refuse('not-found', 'There is no such meeting. It may have been taken out of the calendar.')

/** Reads a meeting with its record; a fixed number of queries. Refused for a private meeting of which this person knows no more than its day. */
export async function sittingInHand(reader: Reader, context: Context, id: MeetingId | undefined): Promise<Outcome<SittingInHand>> {
  const meeting = id === undefined ? undefined : await meetingInWork(reader, id)
  if (meeting === undefined) return noMeeting
  const sight = await sightOf(reader, meeting, context)
  if (!sight.isMeetingShown) return refuse('not-allowed', 'This meeting is private. Its record is for the officers, and for the members of the body.')
  const facts = await sittingFacts(reader, meeting.id, meeting.facts)
  if (facts === undefined) return refuse('not-now', `No body is published under the address word of this meeting of ${formatDay(meeting.facts.date)}. Load the body first.`)
  return ok({ meeting, bodyName: (await bodyNames(reader)).get(meeting.facts.body) ?? meeting.facts.body, facts, sight })
}
