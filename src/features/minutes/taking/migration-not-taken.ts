import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/** Of each meeting the version that stands; a minute says by itself why its item was not taken, and one in which something was resolved was taken. */
const marks = `
  insert into published.current_items_not_taken (council, body, meeting_date, item)
  select version.council, version.body, version.meeting_date, (minute ->> 'item')::integer
  from published.minutes as version
  cross join lateral jsonb_array_elements(version.minutes -> 'minutes') as minute
  where not exists (
      select from published.minutes as later
      where later.council = version.council and later.body = version.body and later.meeting_date = version.meeting_date and later.version > version.version
    )
    and minute -> 'resolutions' = '[]' and coalesce((minute #>> '{withheld,resolutions}')::integer, 0) = 0
    and exists (
      select from jsonb_array_elements_text(minute -> 'said') as said
      where said in ('This item was withdrawn.', 'Not reached.') or said like 'Carried over to %' or said like 'There was no quorum during this item %'
    )
  on conflict do nothing`

/** Minutes that were published before items were marked as not taken: what they themselves say of it holds, in every council. */
export const notTakenMigration: Migration = {
  name: '0106-not-taken-in-published-minutes',
  up: async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    const tables = ['published.minutes', 'published.current_items_not_taken']
    for (const table of tables) await run(`alter table ${table} no force row level security`)
    await run(marks)
    for (const table of tables) await run(`alter table ${table} force row level security`)
  },
}
