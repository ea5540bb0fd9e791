import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const measures = `
  slug text collate "C" not null,
  version integer not null check (version > 0),
  from_day date check (version = 1 or from_day is not null),
  document jsonb not null,
  entered_at timestamptz not null
`

/** Versions of measures. Staff add to them and cannot change one: figures were published by it. */
export const definitionsMigration: Migration = {
  name: '0120-measures',
  up: async (tx) => {
    await councilTable(tx, 'work.measures', { columns: measures, key: 'slug, version' })
    await sql`revoke update, delete on work.measures from golden_staff`.execute(tx.tables())
  },
}
