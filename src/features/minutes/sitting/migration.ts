import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const log = `
  id uuid not null default gen_random_uuid(),
  meeting uuid not null,
  place integer not null check (place > 0),
  item integer not null check (item between 0 and 9999),
  happening jsonb not null,
  press text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  unique (council, meeting, place),
  unique (council, meeting, press),
  foreign key (council, meeting) references work.meetings (council, id)
`

/** What happens at a meeting: who is there, item by item, what is declared. Added to and never changed. */
export const sittingMigration: Migration = {
  name: '0070-sitting',
  up: async (tx) => {
    await councilTable(tx, 'work.sitting_log', { columns: log, key: 'id' })
    await sql.raw('create trigger append_only before update or delete or truncate on work.sitting_log for each statement execute function platform.refuse_change()').execute(tx.tables())
  },
}
