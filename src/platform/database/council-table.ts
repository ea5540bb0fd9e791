import { sql } from 'kysely'
import type { Transaction } from './database.ts'

interface CouncilTable {
  /** Columns and constraints in SQL, without the column `council`. A unique constraint of theirs begins with `council` too. */
  readonly columns: string
  /** The columns of the primary key after `council`, by commas; `council` itself where each council has one row. */
  readonly key: string
  /** What staff may do beyond what the schema gives by itself, which is nothing in `access` and `platform`: `select, insert`. */
  readonly staff?: string
  /** Of a table of `published`: it says how things stand today, drawn from records that are kept for ever beside it, so staff may change its rows. */
  readonly isCurrent?: boolean
}

/**
 * Creates a table whose rows belong to councils: each transaction sees and writes only the rows of its own, the owner's included.
 * A table of the schema `published` can only be added to, unless it says how things stand today. For migrations.
 */
export async function councilTable(tx: Transaction, name: string, { columns, key, staff, isCurrent = false }: CouncilTable): Promise<void> {
  const primaryKey = key.trim() === 'council' ? 'council' : `council, ${key}`
  const statements = [
    `create table ${name} (council text not null default current_setting('golden.council'), ${columns}, primary key (${primaryKey}))`,
    `alter table ${name} enable row level security, force row level security`,
    `create policy own_council on ${name} using (council = current_setting('golden.council'))`,
    ...(name.startsWith('published.') ? [isCurrent ? `grant update, delete on ${name} to golden_staff` : immutable(name)] : []),
    ...(staff === undefined ? [] : [`grant ${staff} on ${name} to golden_staff`]),
  ]
  await sql.raw(statements.join(';\n')).execute(tx.tables())
}

function immutable(name: string): string {
  return `create trigger immutable before update or delete or truncate on ${name} for each statement execute function platform.refuse_change()`
}
