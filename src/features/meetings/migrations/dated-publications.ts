import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** Of a version that came in a file the day alone is known: that of its issue, or on which it was entered in this record. */
export const datedPublicationsMigration: Migration = {
  name: '0049-dated-publications',
  up: async (tx) => {
    await sql`alter table published.meetings add column dated_by text check (dated_by in ('issue', 'entry'))`.execute(tx.tables())
  },
}
