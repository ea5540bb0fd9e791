import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'
import { saysInvented } from './record/invented.ts'

/** When a version came into this store, by its clock. What stood before counts from this step on. */
export const storedMinutesMigration: Migration = {
  name: '0095-stored-minutes',
  up: async (tx) => {
    await sql`alter table published.minutes add column stored_at timestamptz not null default now()`.execute(tx.tables())
    await sql`create index minutes_stored on published.minutes (council, body, meeting_date, stored_at)`.execute(tx.tables())
  },
}

/** Minutes that an example makes up are few, and found without reading the others. */
export const inventedMinutesMigration: Migration = {
  name: '0095-invented-minutes',
  up: async (tx) => {
    await sql.raw(`create index minutes_invented on published.minutes (council, body, meeting_date) where ${saysInvented}`).execute(tx.tables())
  },
}
