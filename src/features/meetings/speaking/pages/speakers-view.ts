import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { meetingIdOf } from '../../agenda/ids.ts'
import { publishedMeeting } from '../../publication/published-meetings.ts'
import type { PublishedMeeting } from '../../record/meeting.ts'
import type { MeetingFacts, MeetingId } from '../../work/meeting-in-work.ts'
import { meetingFacts, requestsOf } from '../read-requests.ts'
import { seesSpeakers } from '../chaired-bodies.ts'
import type { SpeakingRequest } from '../speaking-request.ts'

/** Everything that the pages about a meeting's speakers show. */
export interface SpeakersView {
  readonly id: MeetingId
  readonly facts: MeetingFacts
  readonly bodyName: string
  /** As the public reads it; left out before it is announced. */
  readonly meeting?: PublishedMeeting
  readonly requests: readonly SpeakingRequest[]
  /** Whoever decides also sees how to reach the people; the chair does not. */
  readonly mayDecide: boolean
}

const noMeeting = refuse('not-found', 'There is no such meeting. It may have been taken out of the calendar.')
const notTheirs = refuse('not-allowed', 'Only the officers, and the chair of this body, may see who asks to speak at its meetings.')

/** Reads the requests of the meeting that an address names, for an officer or for the chair of its body; six queries at most. */
export async function lookAtSpeakers(context: Context, meeting: string | undefined): Promise<Outcome<SpeakersView>> {
  const id = meetingIdOf(meeting)
  if (id === undefined) return noMeeting
  return look(context, { verb: 'speaking.see', subject: { kind: 'meeting', id } }, (reader) => speakersOf(reader, context, id))
}

/** The same for a reader that is open already. */
export async function speakersOf(reader: Reader, context: Context, id: MeetingId): Promise<Outcome<SpeakersView>> {
  const facts = await meetingFacts(reader, id)
  if (facts === undefined) return noMeeting
  const mayDecide = context.may(context.actor, 'speaking.decide')
  if (!(await seesSpeakers(reader, context, facts.body))) return notTheirs
  const published = await publishedMeeting(reader, facts.body, facts.date)
  const requests = await requestsOf(reader, id)
  const bodyName = published?.meeting.bodyName ?? (await bodyNames(reader)).get(facts.body) ?? facts.body
  return ok({ id, facts, bodyName, ...given('meeting', published?.meeting), requests, mayDecide })
}
