import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** Opening a pack is not reading it: a version counts as read where the member said so. */
export const openedReadingsMigration: Migration = {
  name: '0041-opened-readings',
  up: async (tx) => {
    await sql`alter table work.readings add column is_marked boolean not null default false`.execute(tx.tables())
  },
}
