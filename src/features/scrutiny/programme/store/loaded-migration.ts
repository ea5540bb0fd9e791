import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** What files said of each programme, so that loading one again does not undo what was done here since. */
export const programmeLoadedMigration: Migration = {
  name: '0089-programme-loaded',
  up: async (tx) => {
    await sql`alter table work.programmes add column loaded jsonb`.execute(tx.tables())
  },
}

/** When a matter last came to one body, found without reading how often it came to others. */
export const subjectsByBodyMigration: Migration = {
  name: '0089-subjects-by-body',
  up: async (tx) => {
    await sql`create index item_subjects_by_body on published.item_subjects (council, subject, body, meeting_date desc)`.execute(tx.tables())
  },
}
