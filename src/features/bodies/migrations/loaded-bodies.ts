import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** Keeps what a file said of each body when it was loaded last; null in rows of builds that did not keep it. */
export const loadedBodiesMigration: Migration = {
  name: '0100-bodies-loaded',
  up: async (tx) => {
    await sql`alter table work.bodies add column loaded jsonb`.execute(tx.tables())
  },
}
