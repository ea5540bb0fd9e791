import { sql } from 'kysely'
import type { Database } from './database.ts'

/** A table of which not every row can be read, in the database's own words. */
export interface UnreadableTable {
  readonly table: string
  readonly problem: string
}

/**
 * Reads every row of every table to the end, what stands beside the table included, and keeps nothing of it: what is damaged on disk is found out
 * before somebody needs it. Takes as long as reading the whole store does.
 */
export async function unreadableTables(database: Database): Promise<{ readonly tables: number; readonly unreadable: readonly UnreadableTable[] }> {
  const list = sql.raw<{ name: string }>(tablesOf(`'platform', 'access', 'work', 'published'`))
  const ours = (await database.owner((tx) => list.execute(tx.tables()))).rows
  const jobs = (await database.queue(tablesOf(`'jobs'`))).rows as { name: string }[]
  const unreadable: UnreadableTable[] = []
  const tryOut = async (table: string, reading: Promise<unknown>): Promise<void> => {
    await reading.catch((error: unknown) => unreadable.push({ table, problem: error instanceof Error ? error.message : String(error) }))
  }
  // Each in a transaction of its own: an error ends the transaction.
  for (const { name } of ours) await tryOut(name, database.owner((tx) => sql.raw(readingOf(name)).execute(tx.tables())))
  for (const { name } of jobs) await tryOut(name, database.queue(readingOf(name)))
  return { tables: ours.length + jobs.length, unreadable }
}

function tablesOf(schemas: string): string {
  return `
    select format('%I.%I', schema.nspname, relation.relname) as name
    from pg_catalog.pg_class as relation join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
    where schema.nspname in (${schemas}) and relation.relkind = 'r' order by 1`
}

/** The whole row as text, so that long values are fetched from where they are kept. */
function readingOf(table: string): string {
  return `select count(row_of_it::text) from ${table} as row_of_it`
}
