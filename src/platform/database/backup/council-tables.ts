import { sql } from 'kysely'
import type { Transaction } from '../database.ts'

/** A table whose rows belong to councils, as a backup sees it. */
export interface CouncilTableShape {
  readonly name: string
  /** Without generated columns, which compute themselves. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** The columns of its primary key; empty where it has none. */
  readonly key: readonly string[]
}

/** Every table with a column `council`, in the order of names, but that which says that a restore has begun. */
export async function councilTables(tx: Transaction): Promise<readonly CouncilTableShape[]> {
  const { rows } = await sql<CouncilTableShape>`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
      (
        select json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) as columns,
      (
        select coalesce(json_agg(quote_ident(a.attname) order by array_position(i.indkey::int2[], a.attnum)), '[]')
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary
      ) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('platform', 'access', 'work', 'published') and c.relkind = 'r' and n.nspname || '.' || c.relname <> 'platform.restore_begun'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'council')
    order by 1`.execute(tx.tables())
  return rows
}

/** Values are written and read alike whatever the server's own settings are. */
export async function fixFormats(tx: Transaction): Promise<void> {
  await sql`
    set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1
  `.execute(tx.tables())
}

/** The names of the migrations that the store has run, in order. */
export async function migrationsRun(tx: Transaction): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from platform.migrations order by name`.execute(tx.tables())
  return rows.map(({ name }) => name)
}
