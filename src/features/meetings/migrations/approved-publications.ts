import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** A publication keeps what was approved while it is under way, and afterwards which papers were changed meanwhile. */
export const approvedPublicationsMigration: Migration = {
  name: '0043-approved-publications',
  up: async (tx) => {
    await sql`alter table work.publications add column approved jsonb, add column changed_meanwhile jsonb`.execute(tx.tables())
  },
}
