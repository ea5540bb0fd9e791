import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** The title of a Word document, which its author may take for the report's. */
export const wordTitlesMigration: Migration = {
  name: '0042-word-titles',
  up: async (tx) => {
    await sql`alter table work.word_imports add column title text`.execute(tx.tables())
  },
}
