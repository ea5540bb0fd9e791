import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** Whether the public was excluded is said by an officer: in drafts it was taken for said before anybody had, and is asked again. */
export const exclusionAskedMigration: Migration = {
  name: '0078-exclusion-asked',
  up: async (tx) => {
    const statements = [
      'alter table work.minutes alter column public_excluded drop default',
      'alter table work.minutes alter column public_excluded drop not null',
      "update work.minutes as minute set public_excluded = null from work.minutes_of_meetings as taken where taken.meeting = minute.meeting and taken.council = minute.council and taken.state = 'draft' and minute.public_excluded",
    ]
    for (const statement of statements) await sql.raw(statement).execute(tx.tables())
  },
}
