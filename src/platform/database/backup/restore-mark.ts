import { sql } from 'kysely'
import { refuse } from '#core/outcome.ts'
import { councilTable } from '../council-table.ts'
import type { Database, Migration, Transaction } from '../database.ts'

interface MarkTable {
  'platform.restore_begun': { begun_at?: Date }
}

/** A row stands here from before a restore until its rows are in the store. It is about the store itself, so no backup holds it. */
export const restoreMark: Migration = {
  name: '0112-restore-mark',
  up: (tx) => councilTable(tx, 'platform.restore_begun', { columns: 'begun_at timestamptz not null default now()', key: 'council' }),
}

/** Answers whether this restore made the mark; otherwise an earlier one did, which did not end. */
export async function markBegun(tx: Transaction): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .tables<MarkTable>()
    .insertInto('platform.restore_begun')
    .defaultValues()
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

/** To be called in the transaction that brings the rows, or when nothing was changed. */
export async function markEnded(tx: Transaction): Promise<void> {
  await sql`delete from platform.restore_begun`.execute(tx.tables())
}

/** Why the store cannot be used while a restore has not ended: it looks like a whole one of a council without any record. */
export async function refuseUnrestored(database: Database): Promise<ReturnType<typeof refuse> | undefined> {
  const begun = await database.owner((tx) => tx.tables<MarkTable>().selectFrom('platform.restore_begun').select('begun_at').executeTakeFirst())
  if (begun === undefined) return undefined
  const advice = 'Where it still runs, wait for it; where it was stopped, run “golden-thread restore” with the backup again.'
  return refuse('unavailable', `A restore into this store has begun and has not ended, so nothing of the backup is here yet. ${advice}`)
}
