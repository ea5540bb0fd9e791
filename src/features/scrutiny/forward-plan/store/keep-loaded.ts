import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import { markPublished } from '#platform/http/publication.ts'
import { planEntry, type PlanEntry } from '../entry/plan-entry.ts'
import { currentOf, waitsForScrutiny } from './keep-entry.ts'
import type { PlanTables } from './tables.ts'

/** An entry as it stands, beside which a file is loaded. */
export interface StandingEntry {
  readonly entry: PlanEntry
  /** What the file said that was loaded last; nothing of an entry that was begun here. */
  readonly loaded: LoadedFields | null
  /** It is published, and its notice was lost in work: earlier builds loaded a file without that day so. */
  readonly isOutOfStep: boolean
}

/** An entry to be saved from a file. */
export interface LoadedEntry {
  readonly entry: PlanEntry
  readonly loaded: LoadedFields
  /** What its next edition changes. */
  readonly what: string
  readonly isNew: boolean
}

/** An entry from a file, as which edition it is published. */
export interface PublishedFrom extends LoadedEntry {
  readonly edition: number
}

/** Holds these entries until the deed is done: others who change them wait. */
export async function holdEntries(tx: Transaction, references: readonly string[]): Promise<void> {
  await tx.tables<PlanTables>().selectFrom('work.plan_entries as kept').select('kept.reference').where('kept.reference', 'in', references).orderBy('kept.reference').forUpdate().execute()
}

/** What stands under these references. One query. */
export async function standingEntries(reader: Reader, references: readonly string[]): Promise<ReadonlyMap<string, StandingEntry>> {
  const rows = await reader
    .tables<PlanTables>()
    .selectFrom('work.plan_entries as kept')
    .leftJoin('published.current_plan as plan', 'plan.reference', 'kept.reference')
    .select(['kept.reference', 'kept.record', 'kept.loaded', 'plan.record as published'])
    .where('kept.reference', 'in', references)
    .execute()
  return new Map(
    rows.map(({ reference, record, loaded, published }) => {
      const noticed = record.noticed ?? published?.noticed
      return [reference, { entry: planEntry.parse({ ...record, noticed }), loaded, isOutOfStep: record.noticed !== noticed }] as const
    }),
  )
}

/** Saves entries from files, which are held, publishes those that stand in the plan and differ from what is published, and answers them. Refused where somebody has begun one of the new ones at this moment. */
export async function keepLoaded(tx: Transaction, entries: readonly LoadedEntry[], at: Date): Promise<Outcome<readonly PublishedFrom[]>> {
  const fresh = entries.filter(({ isNew }) => isNew)
  const added = await insertLoaded(tx, fresh, at)
  const taken = fresh.find(({ entry }) => !added.has(entry.reference))
  if (taken !== undefined) return refuse('conflict', `Somebody began the entry ${taken.entry.reference} at this moment. Nothing was changed: look at what stands, and load the file again.`)
  await updateLoaded(tx, entries.filter(({ isNew }) => !isNew), at)
  return ok(await publishLoaded(tx, entries.filter(({ entry }) => entry.noticed !== undefined), at))
}

function rowOf({ entry, loaded }: LoadedEntry, at: Date) {
  return { reference: entry.reference, record: JSON.stringify(entry), loaded: JSON.stringify(loaded), changed_at: at, waits: waitsForScrutiny(entry) }
}

async function insertLoaded(tx: Transaction, entries: readonly LoadedEntry[], at: Date): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set()
  const rows = await tx
    .tables<PlanTables>()
    .insertInto('work.plan_entries')
    .values(entries.map((one) => rowOf(one, at)))
    .onConflict((conflict) => conflict.columns(['council', 'reference'] as never).doNothing())
    .returning('work.plan_entries.reference')
    .execute()
  return new Set(rows.map(({ reference }) => reference))
}

async function updateLoaded(tx: Transaction, entries: readonly LoadedEntry[], at: Date): Promise<void> {
  if (entries.length === 0) return
  await tx
    .tables<PlanTables>()
    .insertInto('work.plan_entries')
    .values(entries.map((one) => rowOf(one, at)))
    .onConflict((conflict) =>
      conflict
        .columns(['council', 'reference'] as never)
        .doUpdateSet({ record: sql`excluded.record`, loaded: sql`excluded.loaded`, changed_at: at, waits: sql`excluded.waits`, revision: sql<number>`plan_entries.revision + 1` }),
    )
    .execute()
}

const currentColumns = ['edition', 'record', 'stage', 'body', 'expected_from', 'expected_until', 'decided_on', 'window_day', 'is_stopped', 'is_key', 'is_urgent', 'published_at'] as const

async function publishLoaded(tx: Transaction, entries: readonly LoadedEntry[], at: Date): Promise<PublishedFrom[]> {
  if (entries.length === 0) return []
  const tables = tx.tables<PlanTables>()
  const rows = await tables
    .selectFrom('published.current_plan as plan')
    .select(['plan.reference', 'plan.edition', 'plan.record'])
    .where('plan.reference', 'in', entries.map(({ entry }) => entry.reference))
    .execute()
  const standing = new Map(rows.map((row) => [row.reference, row]))
  const changed = entries
    .filter(({ entry }) => !isDeepStrictEqual(standing.get(entry.reference)?.record, JSON.parse(JSON.stringify(entry))))
    .map((one) => ({ ...one, edition: (standing.get(one.entry.reference)?.edition ?? 0) + 1 }))
  if (changed.length === 0) return []
  await tables
    .insertInto('published.current_plan')
    .values(changed.map(({ entry, edition }) => ({ ...currentOf(entry), edition, published_at: at })))
    .onConflict((conflict) => conflict.columns(['council', 'reference'] as never).doUpdateSet(Object.fromEntries(currentColumns.map((column) => [column, sql.raw(`excluded.${column}`)]))))
    .execute()
  await tables
    .insertInto('published.plan_editions')
    .values(changed.map(({ entry, edition, what }) => ({ reference: entry.reference, edition, record: JSON.stringify(entry), what, published_at: at })))
    .execute()
  await markPublished(tx)
  return changed
}
