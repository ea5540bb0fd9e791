import { sql } from 'kysely'
import { given } from '#core/given.ts'
import { dateOf } from '#core/london-time.ts'
import { refuse, ok, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import { isKey } from '../clock/may-decide.ts'
import { planEntry, type PlanEntry } from '../entry/plan-entry.ts'
import type { PlanStage, PlanTables } from './tables.ts'

export interface KeptEntry {
  readonly entry: PlanEntry
  readonly revision: number
  /** A fingerprint of the form whose press made this revision. */
  readonly press?: string | undefined
}

export const changedMeanwhile = refuse('conflict', 'Somebody else changed this entry while you had it open, so nothing was saved. It stands now as its page shows. What you typed is still here.')

/** An entry as it is kept, draft or published. */
export async function entryInWork(reader: Reader, reference: string): Promise<KeptEntry | undefined> {
  const row = await reader
    .tables<PlanTables>()
    .selectFrom('work.plan_entries as kept')
    .select(['kept.record', 'kept.revision', 'kept.press'])
    .where('kept.reference', '=', reference)
    .executeTakeFirst()
  return row && { entry: planEntry.parse(row.record), revision: row.revision, ...given('press', row.press) }
}

/** The same in a deed that must be alone with it: others who hold it wait until this one is done. */
export async function entryHeld(tx: Transaction, reference: string): Promise<KeptEntry | undefined> {
  await tx.tables<PlanTables>().selectFrom('work.plan_entries as kept').select('kept.reference').where('kept.reference', '=', reference).forUpdate().execute()
  return entryInWork(tx.reader, reference)
}

/** Every entry that is kept, by its reference. */
export async function entriesInWork(reader: Reader): Promise<KeptEntry[]> {
  const rows = await reader.tables<PlanTables>().selectFrom('work.plan_entries as kept').select(['kept.record', 'kept.revision']).orderBy('kept.reference').execute()
  return rows.map((row) => ({ entry: planEntry.parse(row.record), revision: row.revision }))
}

/** Adds a draft; refused where the address word is taken. */
export async function insertEntry(tx: Transaction, entry: PlanEntry, at: Date): Promise<Outcome<void>> {
  const row = await tx
    .tables<PlanTables>()
    .insertInto('work.plan_entries')
    .values({ reference: entry.reference, record: JSON.stringify(entry), changed_at: at, waits: false })
    .onConflict((conflict) => conflict.columns(['council', 'reference'] as never).doNothing())
    .returning('work.plan_entries.reference')
    .executeTakeFirst()
  if (row !== undefined) return ok(undefined)
  return refuse('conflict', '', [{ field: 'matter', found: entry.reference, message: 'The plan has an entry with this matter already: tell them apart, by the year for instance' }])
}

/** Saves an entry over the revision that was seen, with the press that did it. */
export async function saveEntry(tx: Transaction, { entry, revision, press }: KeptEntry, at: Date): Promise<Outcome<void>> {
  const row = await tx
    .tables<PlanTables>()
    .updateTable('work.plan_entries')
    .set({ record: JSON.stringify(entry), revision: sql<number>`revision + 1`, changed_at: at, waits: waitsForScrutiny(entry), press: press ?? null })
    .where('work.plan_entries.reference', '=', entry.reference)
    .where('work.plan_entries.revision', '=', revision)
    .returning('work.plan_entries.revision')
    .executeTakeFirst()
  return row === undefined ? changedMeanwhile : ok(undefined)
}

/** The entries of which scrutiny has something still to consider: they wait for an agenda, or stand on one whose meeting may yet move. */
export async function entriesBeforeScrutiny(reader: Reader, limit: number): Promise<PlanEntry[]> {
  const rows = await reader
    .tables<PlanTables>()
    .selectFrom('work.plan_entries as kept')
    .select('kept.record')
    .where('kept.waits', '=', true)
    .orderBy('kept.reference')
    .limit(limit)
    .execute()
  return rows.map(({ record }) => planEntry.parse(record))
}

/** A call-in or a referral of this entry is still to be considered. */
export function waitsForScrutiny({ callIn, referrals, decision }: PlanEntry): boolean {
  return (callIn !== undefined && callIn.considered === undefined) || (decision === undefined && referrals.length > 0)
}

/** Publishes an entry as it stands, as a further edition with what it changed. A draft is not published. */
export async function publishEntry(tx: Transaction, entry: PlanEntry, what: string, at: Date): Promise<void> {
  if (entry.noticed === undefined) return
  const values = { ...currentOf(entry), published_at: at }
  const row = await tx
    .tables<PlanTables>()
    .insertInto('published.current_plan')
    .values({ ...values, edition: 1 })
    .onConflict((conflict) => conflict.columns(['council', 'reference'] as never).doUpdateSet({ ...values, edition: sql<number>`current_plan.edition + 1` }))
    .returning('published.current_plan.edition')
    .executeTakeFirstOrThrow()
  await tx
    .tables<PlanTables>()
    .insertInto('published.plan_editions')
    .values({ reference: entry.reference, edition: row.edition, record: JSON.stringify(entry), what, published_at: at })
    .execute()
  await markPublished(tx)
}

/** How an entry stands, in the columns of the published list. */
export function currentOf(entry: PlanEntry) {
  const { decision, callIn } = entry
  const isStopped = callIn !== undefined && (callIn.considered === undefined || (callIn.considered.outcome !== 'accepted' && callIn.reconsidered === undefined))
  return {
    reference: entry.reference,
    record: JSON.stringify(entry),
    stage: stageOf(entry),
    body: entry.decisionMaker.body ?? null,
    expected_from: entry.expected.from,
    expected_until: entry.expected.to ?? entry.expected.from,
    decided_on: decision?.on ?? null,
    window_day: decision?.window === undefined || callIn !== undefined ? null : dateOf(decision.window.closes),
    is_stopped: isStopped,
    is_key: isKey(entry),
    is_urgent: entry.route?.kind === 'special-urgency',
  }
}

function stageOf({ decision, ended }: PlanEntry): PlanStage {
  return decision === undefined ? (ended?.kind ?? 'coming') : 'decided'
}
