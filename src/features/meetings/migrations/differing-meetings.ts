import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** When staff last changed what the next version would say: not every change is one, such as words of a paper that is withdrawn. */
export const differingMeetingsMigration: Migration = {
  name: '0050-differing-meetings',
  up: async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    await run('alter table work.meetings add column differs_at timestamptz')
    // The rows of every council, which only the owner of the table can see, and only while nothing hides them from it.
    await run('alter table work.meetings no force row level security')
    await run('update work.meetings set differs_at = edited_at')
    await run('alter table work.meetings force row level security')
  },
}
