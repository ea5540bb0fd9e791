import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const kept = `
  id text not null,
  panel text not null,
  board text not null,
  meeting_date date,
  is_out boolean not null default false,
  facts jsonb not null,
  revision integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null
`

const published = `
  id text not null,
  edition integer not null check (edition > 0),
  record jsonb not null,
  published_at timestamptz not null
`

const current = `
  id text not null,
  edition integer not null,
  panel text not null,
  board text not null,
  meeting_date date not null,
  record jsonb not null,
  changed_at timestamptz not null
`

/** What panels flag to the board above them: not public before the board's agenda is. */
export const exceptionsMigrations: readonly Migration[] = [
  {
    name: '0097-exceptions',
    up: async (tx) => {
      await councilTable(tx, 'work.exceptions', { columns: kept, key: 'id' })
      await councilTable(tx, 'published.exceptions', { columns: published, key: 'id, edition' })
      await councilTable(tx, 'published.current_exceptions', { columns: current, key: 'id', isCurrent: true })
      const tables = tx.tables()
      await sql`create index exceptions_waiting on work.exceptions (council, board, meeting_date) where not is_out`.execute(tables)
      await sql`create index exceptions_by_change on work.exceptions (council, changed_at desc, id)`.execute(tables)
      await sql`create index exceptions_of_board on published.current_exceptions (council, board, meeting_date desc)`.execute(tables)
      await sql`create index exceptions_of_panel on published.current_exceptions (council, panel, meeting_date desc)`.execute(tables)
      await sql`create index exceptions_by_publication on published.exceptions (council, published_at)`.execute(tables)
    },
  },
  {
    name: '0097-exceptions-loaded',
    up: async (tx) => {
      await sql`alter table work.exceptions add column loaded jsonb`.execute(tx.tables())
    },
  },
]
