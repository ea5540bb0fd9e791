import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** How many minutes a meeting is expected to take: what the planner measures clashes by. */
export const plannerMigration: Migration = {
  name: '0031-planner',
  up: async (tx) => {
    await sql`alter table work.meetings add column expected_minutes integer check (expected_minutes between 1 and 1440)`.execute(tx.tables())
  },
}
