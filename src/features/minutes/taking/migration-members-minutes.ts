import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const forMembers = `
  meeting uuid not null,
  version integer not null check (version > 0),
  minutes jsonb not null,
  kept_at timestamptz not null,
  foreign key (council, meeting) references work.meetings (council, id)
`

/** Where the facts of minutes come from, and what their members read of each version besides what is published. Added to and never changed. */
export const membersMinutesMigration: Migration = {
  name: '0077-source-and-members-minutes',
  up: async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    await run('alter table work.minutes_of_meetings add column source text')
    await councilTable(tx, 'work.members_minutes', { columns: forMembers, key: 'meeting, version' })
    await run('create trigger append_only before update or delete or truncate on work.members_minutes for each statement execute function platform.refuse_change()')
  },
}
