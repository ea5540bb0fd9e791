import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { Refusal } from '#core/outcome.ts'
import type { Actor } from '#access/actor.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { PackStep } from '../pack/set-papers.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { approvedRow, type Approved } from './approved.ts'
import type { PublicationPlan } from './publication-plan.ts'
import type { PaperOfItem, PublicationId, PublicationState, PublishingTables } from './tables.ts'

/** An attempt to publish a version. */
export interface PublicationRecord {
  readonly id: PublicationId
  readonly meeting: MeetingId
  readonly state: PublicationState
  readonly plan: PublicationPlan
  readonly askedBy: Actor
  readonly askedAt: string
  readonly step?: PackStep
  readonly attempts: number
  readonly heartbeat: string
  readonly version?: number
  readonly refusal?: Refusal
  /** The papers that were changed while the version was made: it does not say what they say now. */
  readonly changedMeanwhile: readonly PaperOfItem[]
}

interface NewPublication {
  readonly meeting: MeetingId
  readonly plan: PublicationPlan
  readonly approved: Approved
  readonly by: Actor
  readonly at: Date
  /** The same, on the product's day. */
  readonly askedAt: Date
}

/** Notes that a publication was asked for; undefined where one is under way for this meeting. */
export async function insertPublication(tx: Transaction, { meeting, plan, approved, by, at, askedAt }: NewPublication): Promise<PublicationId | undefined> {
  const row = await tx
    .tables<PublishingTables>()
    .insertInto('work.publications')
    .values({ meeting, state: 'queued', plan: JSON.stringify(plan), approved: JSON.stringify(approvedRow(approved)), asked_by: JSON.stringify(by), asked_at: askedAt, heartbeat: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('work.publications.id')
    .executeTakeFirst()
  return row?.id
}

/** Takes the publication up, if nobody else has since it showed this heartbeat; answers the number of the attempt. */
export async function claimPublication(tx: Transaction, id: PublicationId, heartbeat: string, at: Date): Promise<number | undefined> {
  const row = await tx
    .tables<PublishingTables>()
    .updateTable('work.publications')
    .set({ state: 'building', attempts: sql<number>`attempts + 1`, heartbeat: at })
    .where('work.publications.id', '=', id)
    .where('work.publications.state', 'in', ['queued', 'building'])
    .where(sql<boolean>`date_trunc('milliseconds', heartbeat) = ${heartbeat}::timestamptz`)
    .returning('work.publications.attempts')
    .executeTakeFirst()
  return row?.attempts
}

/** Shows that the attempt goes on, and how far it is. */
export async function noteStep(tx: Transaction, { id, attempt }: Attempt, at: Date, step?: PackStep): Promise<void> {
  await own(tx, { id, attempt })
    .set({ heartbeat: at, ...(step === undefined ? {} : { step: JSON.stringify(step) }) })
    .execute()
}

export interface Attempt {
  readonly id: PublicationId
  readonly attempt: number
}

interface MadeVersion {
  readonly version: number
  readonly changedMeanwhile: readonly PaperOfItem[]
}

/** Ends the attempt with the version that it published; false where it is no longer this attempt's to end. */
export async function endWithVersion(tx: Transaction, attempt: Attempt, { version, changedMeanwhile }: MadeVersion, at: Date): Promise<boolean> {
  const row = await own(tx, attempt).set({ state: 'done', version, approved: null, changed_meanwhile: JSON.stringify(changedMeanwhile), ended_at: at }).returning('work.publications.id').executeTakeFirst()
  return row !== undefined
}

/** Ends the attempt without a version. */
export async function endWithRefusal(tx: Transaction, attempt: Attempt, refusal: Refusal, at: Date): Promise<void> {
  await own(tx, attempt)
    .set({ state: 'failed', approved: null, refusal: JSON.stringify(refusal), ended_at: at })
    .execute()
}

function own(tx: Transaction, { id, attempt }: Attempt) {
  return tx.tables<PublishingTables>().updateTable('work.publications').where('work.publications.id', '=', id).where('work.publications.state', '=', 'building').where('work.publications.attempts', '=', attempt)
}

export async function publicationById(reader: Reader, id: PublicationId): Promise<PublicationRecord | undefined> {
  const row = await all(reader).where('one.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : recordOf(row)
}

/** The publication of this meeting that is under way. */
export async function publicationUnderWay(reader: Reader, meeting: MeetingId): Promise<PublicationRecord | undefined> {
  const row = await all(reader).where('one.meeting', '=', meeting).where('one.state', 'in', ['queued', 'building']).executeTakeFirst()
  return row === undefined ? undefined : recordOf(row)
}

/** Those under way that have not shown since this moment that they go on. */
export async function silentPublications(reader: Reader, since: Date): Promise<PublicationRecord[]> {
  const rows = await all(reader).where('one.state', 'in', ['queued', 'building']).where('one.heartbeat', '<', since).orderBy('one.asked_at').limit(50).execute()
  return rows.map(recordOf)
}

function all(reader: Reader) {
  return reader
    .tables<PublishingTables>()
    .selectFrom('work.publications as one')
    .select(['one.id', 'one.meeting', 'one.state', 'one.plan', 'one.asked_by', 'one.asked_at', 'one.step', 'one.attempts', 'one.heartbeat', 'one.version', 'one.refusal', 'one.changed_meanwhile'])
}

function recordOf(row: Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]): PublicationRecord {
  return {
    id: row.id,
    meeting: row.meeting,
    state: row.state,
    plan: row.plan,
    askedBy: row.asked_by,
    askedAt: row.asked_at.toISOString(),
    ...given('step', row.step),
    attempts: row.attempts,
    heartbeat: row.heartbeat.toISOString(),
    ...given('version', row.version),
    ...given('refusal', row.refusal),
    changedMeanwhile: row.changed_meanwhile ?? [],
  }
}
