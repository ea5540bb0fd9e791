import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const areas = `
  code text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('council', 'region', 'england')),
  region text,
  is_own boolean not null default false,
  check (kind = 'council' or not is_own)
`

const neighbours = `
  from_day date not null,
  area text collate "C" not null,
  closeness text not null
`

/** Other areas, and which of them are the council's statistical neighbours from which day on. */
export const comparatorsMigration: Migration = {
  name: '0122-comparators',
  up: async (tx) => {
    await councilTable(tx, 'work.areas', { columns: areas, key: 'code' })
    await councilTable(tx, 'work.neighbours', { columns: neighbours, key: 'from_day, area' })
    await sql`create unique index one_own_area on work.areas (council) where is_own`.execute(tx.tables())
  },
}
