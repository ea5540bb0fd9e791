import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { actorKey } from '#access/actor.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { PackStep } from '../pack/set-papers.ts'
import { buildVersion } from '../publication/build-version.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { approvedWith, type Approved } from './approved.ts'
import { changedMeanwhile } from './changed-meanwhile.ts'
import { decidePublication } from './decide-publication.ts'
import { claimPublication, endWithRefusal, noteStep, publicationById, type Attempt, type PublicationRecord } from './keep-publication.ts'
import { instantOf } from '../speaking/moment.ts'
import { publishingDeed } from './publishing-deed.ts'
import { startPulse } from './pulse.ts'
import { shownPapers } from './shown-papers.ts'
import type { PublicationId } from './tables.ts'
import { meetingToPublish, proposalOf, type MeetingToPublish } from './to-publish.ts'
import { anotherVersion, writeVersion } from './write-version.ts'

const noSuchPublication = refuse('not-found', 'There is no such publication.')
const nothingApproved = refuse('conflict', 'What was to be published is no longer known. Check and publish again.')
const takenUp = refuse('conflict', 'This publication is being made already, or it is over.')

/**
 * Makes a publication that was asked for, of what was approved with it: sets the pack, then writes the whole version in one transaction. Answers its number.
 * It is the deed of the context's actor, who is the one that asked. Refused, and noted as failed, where what may be read changed since it was asked for.
 */
export async function runPublication(context: Context, app: MeetingsApp, id: PublicationId, tell?: (step: PackStep) => void): Promise<Outcome<number>> {
  const record = await context.database.read(actorKey(context.actor), (reader) => publicationById(reader, id))
  return record === undefined ? noSuchPublication : takeUp(context, app, record, tell)
}

/** The same of a publication as it was found. Refused where somebody else took it up since. */
export async function takeUp(context: Context, app: MeetingsApp, record: PublicationRecord, tell?: (step: PackStep) => void): Promise<Outcome<number>> {
  const { id, heartbeat } = record
  const attempt = await context.database.write(actorKey(context.actor), (tx) => claimPublication(tx, id, heartbeat, app.now()))
  return attempt === undefined ? takenUp : carryThrough(context, app, record, { id, attempt }, tell)
}

async function carryThrough(context: Context, app: MeetingsApp, record: PublicationRecord, attempt: Attempt, tell: ((step: PackStep) => void) | undefined): Promise<Outcome<number>> {
  const write = (step?: PackStep) => context.database.write(actorKey(context.actor), (tx) => noteStep(tx, attempt, app.now(), step))
  const pulse = startPulse(write)
  const progress = (step: PackStep): void => {
    pulse.tell(step)
    tell?.(step)
  }
  try {
    const published = await publish(context, app, record, attempt, progress)
    if (!published.ok) await fail(context, app, attempt, published.refusal)
    return published
  } catch (error) {
    const refused = refuse('unavailable', error instanceof StoreCannotWrite ? error.plainly : 'Something went wrong while the version was being made, and nothing was published. Try again; if it happens again, tell whoever runs this service.')
    await fail(context, app, attempt, refused.refusal)
    if (error instanceof StoreCannotWrite) return refused
    throw error
  } finally {
    await pulse.stop()
  }
}

function fail(context: Context, app: MeetingsApp, attempt: Attempt, refusal: Refusal): Promise<void> {
  return context.database.write(actorKey(context.actor), (tx) => endWithRefusal(tx, attempt, refusal, app.now()))
}

/** The meeting as it stands, and as it was approved. */
function nowAndApproved(context: Context, id: PublicationId, meeting: MeetingId): Promise<Outcome<{ now: MeetingToPublish; approved: Approved }>> {
  return look(context, { verb: 'meetings.publish', subject: { kind: 'meeting', id: meeting } }, async (reader) => {
    const now = await meetingToPublish(reader, meeting)
    if (!now.ok) return now
    const approved = await approvedWith(reader, id)
    return approved === undefined ? nothingApproved : ok({ now: now.value, approved })
  })
}

async function publish(context: Context, app: MeetingsApp, { id, meeting, plan }: PublicationRecord, attempt: Attempt, progress: (step: PackStep) => void): Promise<Outcome<number>> {
  const read = await nowAndApproved(context, id, meeting)
  if (!read.ok) return read
  const { now, approved } = read.value
  const proposal = await proposalOf(context, app, { ...now, ...approved }, plan)
  const deed = publishingDeed(proposal, { step: 'published', kind: plan.kind })
  const refused = (outcome: ReturnType<typeof refuse>) => act<number>(context, deed, () => Promise.resolve(outcome))
  const meanwhile = changedMeanwhile(approved, now, new Set(shownPapers(proposal).keys()))
  if (!meanwhile.ok) return refused(meanwhile)
  const decided = (now.standing?.version ?? 0) === plan.standing ? decidePublication(proposal, plan, context.today) : anotherVersion
  if (!decided.ok) return refused(decided)
  const setting = { council: await app.council(), today: context.today, origin: app.origin }
  const built = await buildVersion(decided.value, { files: app.files, typeset: app.typeset, setting, progress })
  if (!built.ok) return refused(built)
  const version = built.value.version
  return act(context, { ...deed, detail: { ...deed.detail, version } }, async (tx) => {
    const at = app.now()
    const written = await writeVersion(tx, { proposal, built: built.value, attempt, origin: app.origin, at, publishedAt: instantOf(context.today, at) })
    if (!written.ok) return written
    await app.followAgendas?.(tx, { body: proposal.body.slug, context, app })
    return ok(version)
  })
}
