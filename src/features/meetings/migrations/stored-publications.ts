import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** When a version came into this store, by its clock: what a file tells of an earlier day is new here all the same. What stood before counts from this step on. */
export const storedPublicationsMigration: Migration = {
  name: '0095-stored-publications',
  up: async (tx) => {
    await sql`alter table published.meetings add column stored_at timestamptz not null default now()`.execute(tx.tables())
  },
}
