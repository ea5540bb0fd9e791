import { formatTime } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import { londonMoment, timeOf } from '#core/london-time.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import { look } from '#access/look.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { instantOf } from '../speaking/moment.ts'
import { meetingInWork } from '../work/read-work.ts'
import type { PublicationKind } from './changes-since.ts'
import { decidePublication } from './decide-publication.ts'
import { joinAgenda } from './join-agenda.ts'
import { insertPublication, publicationUnderWay, type PublicationRecord } from './keep-publication.ts'
import type { PublicationPlan } from './publication-plan.ts'
import { publishingDeed } from './publishing-deed.ts'
import type { PublicationId } from './tables.ts'
import { meetingToPublish, noSuchMeeting, proposalOf, type Choices, type Proposal } from './to-publish.ts'

/** What somebody asks to be published. */
export interface AskedPublication extends Choices {
  /** What they saw that it would be; what the changes ask for where it is left out. */
  readonly kind?: PublicationKind | undefined
  readonly note?: string | undefined
  /** The revision of the meeting that they saw. */
  readonly revision?: number | undefined
}

/** Reads a meeting and works out what publishing it now would be. Refused for whoever may not publish. */
export async function proposePublication(context: Context, app: MeetingsApp, id: MeetingId, choices: Choices = { itemReasons: {} }): Promise<Outcome<Proposal>> {
  const facts = await look(context, { verb: 'meetings.publish', subject: { kind: 'meeting', id } }, (reader) => meetingToPublish(reader, id))
  return facts.ok ? ok(await proposalOf(context, app, facts.value, choices)) : facts
}

/**
 * Asks for a publication: it is checked and noted with all that the papers say now, and `runPublication` makes it of that. Refused as `decidePublication`
 * refuses, where another is under way for the meeting, where somebody changed the meeting since it was seen, and where something that waited for the agenda
 * joins it only now.
 */
export async function askPublication(context: Context, app: MeetingsApp, id: MeetingId, asked: AskedPublication): Promise<Outcome<PublicationId>> {
  const proposal = await proposePublication(context, app, id, asked)
  if (!proposal.ok) return proposal
  const { kept, underWay } = proposal.value
  const plan = planOf(asked, proposal.value)
  const deed = publishingDeed(proposal.value, { step: 'asked', kind: plan.kind })
  const refused = (outcome: ReturnType<typeof refuse>) => act<PublicationId>(context, deed, () => Promise.resolve(outcome))
  if (underWay !== undefined) return refused(alreadyUnderWay(underWay))
  if (asked.revision !== undefined && asked.revision !== kept.meeting.revision) return refused(changedSinceSeen)
  const decided = decidePublication(proposal.value, plan, context.today)
  if (!decided.ok) return refused(decided)
  const joined = await joinAgenda(context, app, proposal.value)
  if (!joined.ok) return joined
  return act(context, deed, async (tx) => {
    const standing = await meetingInWork(tx.reader, id)
    if (standing === undefined) return noSuchMeeting
    if (standing.revision !== kept.meeting.revision) return changedSinceSeen
    const at = app.now()
    const publication = await insertPublication(tx, { meeting: id, plan, approved: proposal.value, by: context.actor, at, askedAt: instantOf(context.today, at) })
    if (publication !== undefined) return ok(publication)
    const other = await publicationUnderWay(tx.reader, id)
    return other === undefined ? changedSinceSeen : alreadyUnderWay(other)
  })
}

function planOf(asked: AskedPublication, { kind, standing }: Proposal): PublicationPlan {
  const filled = (text: string | undefined) => (text === undefined || text === '' ? undefined : text)
  return {
    kind: asked.kind ?? kind ?? 'state',
    ...given('note', filled(asked.note)),
    ...given('lateReason', filled(asked.lateReason)),
    itemReasons: asked.itemReasons,
    standing: standing?.version ?? 0,
    ...given('leave', asked.leave?.length === 0 ? undefined : asked.leave),
  }
}

const changedSinceSeen = refuse('conflict', 'Somebody changed this meeting or its agenda while you were looking at it. Nothing was published: look at the changes, then publish again.')

function alreadyUnderWay({ askedBy, askedAt }: PublicationRecord) {
  return refuse('conflict', `${nameOf(askedBy)} is publishing this meeting now, since ${formatTime(timeOf(londonMoment(askedAt)))}. Nothing was published twice: wait until that is done.`)
}

/** Who asked, in words. */
export function nameOf(actor: Actor): string {
  return actor.kind === 'public' ? 'Somebody' : actor.name
}
