import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { publishedBodies, type Body } from '#features/bodies'
import { itemsTimed } from '../agenda/retime-agenda.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { publishedMeeting, type MeetingVersion } from '../publication/published-meetings.ts'
import { fingerprintOf } from '../record/meeting-draft.ts'
import { draftOf, entryOf, meetingWithText } from '../work/draft-of-meeting.ts'
import type { MeetingFacts, MeetingId, MeetingInWork } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { nothingClosedSince } from './still-published.ts'

/** A meeting that is about to be changed, with its body and what the public reads of it. */
export interface MeetingAtHand {
  readonly meeting: MeetingInWork
  readonly body: Body
  /** Left out before it is announced. */
  readonly standing?: MeetingVersion
  /** The day since which the public has had the agenda; left out while none is published. */
  readonly agendaSince?: LocalDate
}

const noSuchMeeting = refuse('not-found', 'There is no such meeting. It may have been taken out of the calendar.')

/** Reads the meeting that an address names, in six queries. */
export async function meetingAtHand(reader: Reader, id: string): Promise<Outcome<MeetingAtHand>> {
  const meeting = isId(id) ? await meetingInWork(reader, id) : undefined
  if (meeting === undefined) return noSuchMeeting
  const body = (await publishedBodies(reader)).find(({ slug }) => slug === meeting.facts.body)
  if (body === undefined) return noSuchMeeting
  const standing = await publishedMeeting(reader, body.slug, meeting.facts.date)
  const agendaSince = standing === undefined || standing.meeting.items.length === 0 ? undefined : (standing.meeting.issued ?? dateOf(londonMoment(standing.publishedAt)))
  return ok({ meeting, body, ...given('standing', standing), ...given('agendaSince', agendaSince) })
}

/** Whether the text can be the id of a record: the database refuses to compare anything else. */
function isId(text: string): text is MeetingId {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** Which meeting, as the officer saw it: a change that somebody else made since is not overwritten. */
export interface MeetingSeen {
  readonly id: string
  readonly revision: number
}

/**
 * The fingerprint that the meeting will have after this change of its facts, and of the times that follow from it, where what is kept says today what is published; undefined where it
 * differs already. Outside any transaction: it reads pictures from the file store.
 */
export async function fingerprintAfter(
  context: Context,
  app: Pick<MeetingsApp, 'files'>,
  { id }: MeetingSeen,
  change: (facts: MeetingFacts) => MeetingFacts,
): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const kept = await context.database.read(actorKey(context.actor), (reader) => meetingWithText(reader, id))
  if (kept?.meeting.fingerprint === undefined || kept.meeting.editedAt !== undefined) return undefined
  const draft = await draftOf(kept, app.files)
  if (!draft.ok) return undefined
  const facts = change(kept.meeting.facts)
  const items = facts.time === kept.meeting.facts.time ? kept.meeting.items : itemsTimed(facts.time, kept.meeting.items)
  return fingerprintOf(entryOf({ ...kept.meeting, facts, items }), draft.value.papers)
}

/** Refused where the meeting was held, cancelled or adjourned already, and while something that was closed to the public still stands published. */
export function mayBeCalledOff(found: Pick<MeetingAtHand, 'meeting' | 'standing'>): Outcome<void> {
  const { facts } = found.meeting
  if (facts.status === 'planned' || facts.status === 'agenda-published') return nothingClosedSince(found)
  const states = {
    cancelled: 'is cancelled already',
    adjourned: 'was adjourned',
    held: 'was held',
    'minutes-draft': 'was held',
    'minutes-confirmed': 'was held',
  } as const
  return refuse('not-now', `This meeting ${states[facts.status]}, so it can be neither moved nor cancelled.`)
}

/** Refused once the minutes are circulated: they say where and when the meeting was, and who came. */
export function mayBeToldAnew({ meeting }: Pick<MeetingAtHand, 'meeting'>): Outcome<void> {
  const { status } = meeting.facts
  if (status !== 'minutes-draft' && status !== 'minutes-confirmed') return ok(undefined)
  const [turned, putRight] = status === 'minutes-draft' ? ['circulated', 'corrected there'] : ['confirmed', 'put right by a resolution of a later meeting']
  return refuse('not-now', `The minutes of this meeting are ${turned}, and say when and where it was held: so nothing of this can be changed any more. What is wrong in the minutes is ${putRight}.`)
}

/** Whether members still have to know of a change: of a meeting that is over nobody plans to come. */
export function isToCome({ meeting: { facts } }: Pick<MeetingAtHand, 'meeting'>, today: LocalDate): boolean {
  return facts.date >= today && (facts.status === 'planned' || facts.status === 'agenda-published')
}

/** Reads the reason of a change, as a sentence. */
export function readReason(reason: string): Outcome<string> {
  if (reason === '') return refuse('invalid', '', [{ field: 'reason', message: 'Give the reason' }])
  if (reason.length > 1000) return refuse('invalid', '', [{ field: 'reason', message: 'Shorten the reason to 1000 characters' }])
  return ok(/[.!?]$/.test(reason) ? reason : `${reason}.`)
}
