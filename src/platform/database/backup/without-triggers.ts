import { sql } from 'kysely'
import type { Transaction } from '../database.ts'
import { councilTables } from './council-tables.ts'

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Runs `work` while no trigger fires and no foreign key is checked, so that rows come back byte for byte and in any order;
 * afterwards the triggers stand as before and every foreign key has been checked over all rows.
 */
export async function withoutTriggers<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const tables = (await councilTables(tx)).map(({ name }) => name)
  const keys = await foreignKeys(tx)
  await run(tx, keys.map(({ table, name }) => `alter table ${table} drop constraint ${name}`))
  await run(tx, tables.map((table) => `alter table ${table} disable trigger user`))
  const value = await work()
  await run(tx, tables.map((table) => `alter table ${table} enable trigger user`))
  await run(tx, keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`))
  return value
}

async function foreignKeys(tx: Transaction): Promise<readonly ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select c.conrelid::regclass::text as "table", quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and n.nspname in ('platform', 'access', 'work', 'published')`.execute(tx.tables())
  return rows
}

async function run(tx: Transaction, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx.tables())
}
