import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { PackStep } from '../pack/set-papers.ts'
import { buildVersion } from '../publication/build-version.ts'
import { changedSinceSeen, proposePublication, publishingDeed } from './ask-publication.ts'
import { decidePublication } from './decide-publication.ts'
import { claimPublication, endWithRefusal, noteStep, publicationById, type Attempt, type PublicationRecord } from './keep-publication.ts'
import { instantOf } from '../speaking/moment.ts'
import { startPulse } from './pulse.ts'
import type { PublicationId } from './tables.ts'
import { writeVersion } from './write-version.ts'

const noSuchPublication = refuse('not-found', 'There is no such publication.')
const takenUp = refuse('conflict', 'This publication is being made already, or it is over.')

/**
 * Makes a publication that was asked for: sets the pack, then writes the whole version in one transaction. Answers its number. It is the deed of the
 * context's actor, who is the one that asked. Refused, and noted as failed, where the meeting changed since it was asked for.
 */
export async function runPublication(context: Context, app: MeetingsApp, id: PublicationId, tell?: (step: PackStep) => void): Promise<Outcome<number>> {
  const record = await context.database.read(actorKey(context.actor), (reader) => publicationById(reader, id))
  if (record === undefined) return noSuchPublication
  const attempt = await context.database.write(actorKey(context.actor), (tx) => claimPublication(tx, id, record.heartbeat, app.now()))
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
    const refused = refuse('unavailable', error instanceof StoreCannotWrite ? error.message : 'Something went wrong while the version was being made, and nothing was published. Try again; if it happens again, tell whoever runs this service.')
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

async function publish(context: Context, app: MeetingsApp, { meeting, plan }: PublicationRecord, attempt: Attempt, progress: (step: PackStep) => void): Promise<Outcome<number>> {
  const proposal = await proposePublication(context, app, meeting, { lateReason: plan.lateReason, itemReasons: plan.itemReasons })
  if (!proposal.ok) return proposal
  const { kept } = proposal.value
  const deed = publishingDeed(proposal.value, { step: 'published', kind: plan.kind })
  const isAsSeen = kept.meeting.revision === plan.seen.revision && (kept.meeting.editedAt ?? null) === plan.seen.editedAt
  const decided = isAsSeen ? decidePublication(proposal.value, plan, context.today) : changedSinceSeen
  if (!decided.ok) return act(context, deed, () => Promise.resolve(decided))
  const setting = { council: await app.council(), today: context.today, origin: app.origin }
  const built = await buildVersion(decided.value, { files: app.files, typeset: app.typeset, setting, progress })
  if (!built.ok) return act(context, deed, () => Promise.resolve(built))
  const version = built.value.version
  return act(context, { ...deed, detail: { ...deed.detail, version } }, async (tx) => {
    const at = app.now()
    const written = await writeVersion(tx, { proposal: proposal.value, built: built.value, attempt, origin: app.origin, at, publishedAt: instantOf(context.today, at) })
    return written.ok ? ok(version) : written
  })
}
