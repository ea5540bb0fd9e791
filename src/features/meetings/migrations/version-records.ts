import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration, Transaction } from '#platform/database/database.ts'

const columns = `
  body text not null,
  meeting_date date not null,
  version integer not null,
  meeting uuid not null,
  items jsonb not null,
  foreign key (council, body, meeting_date, version) references published.meetings (council, body, meeting_date, version)
`

/**
 * Of which meeting of the working record, and of which of its items, each version was made: a day is no name for a meeting that can be moved away from
 * it. Rights to what is withheld, and members' own notes, rest on this.
 */
export const versionRecordsMigration: Migration = {
  name: '0046-version-records',
  up: async (tx) => {
    await councilTable(tx, 'work.version_records', { columns, key: 'body, meeting_date, version' })
    await sql`create index version_records_of_meeting on work.version_records (council, meeting)`.execute(tx.tables())
    await recordEarlier(tx)
    await sql`create trigger immutable before update or delete or truncate on work.version_records
      for each statement execute function platform.refuse_change()`.execute(tx.tables())
  },
}

/** What was published before is of the meeting that is kept for its day, where none ever moved away from there; its items are those of the same number and title. */
async function recordEarlier(tx: Transaction): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(tx.tables())
  // The rows of every council, which only the owner of the tables can see, and only while nothing hides them from it.
  const tables = ['work.version_records', 'work.meetings', 'work.items', 'work.issued_meetings', 'published.meetings']
  for (const table of tables) await run(`alter table ${table} no force row level security`)
  await run(`insert into work.version_records (council, body, meeting_date, version, meeting, items)
    select version.council, version.body, version.meeting_date, version.version, kept.id, coalesce((
      select jsonb_object_agg(item.number, item.id)
      from work.items as item
      join jsonb_array_elements(coalesce(issued.meeting, version.meeting) -> 'items') as said on (said ->> 'number')::integer = item.number and said ->> 'title' = item.facts ->> 'title'
      where item.council = kept.council and item.meeting = kept.id), '{}')
    from published.meetings as version
    join work.meetings as kept on kept.council = version.council and kept.body = version.body and kept.meeting_date = version.meeting_date
    left join work.issued_meetings as issued on issued.council = version.council and issued.body = version.body
      and issued.meeting_date = version.meeting_date and issued.version = version.version
    where not exists (
      select from published.meetings as moved
      where moved.council = version.council and moved.body = version.body and moved.meeting_date = version.meeting_date and moved.meeting ? 'movedTo')`)
  for (const table of tables) await run(`alter table ${table} force row level security`)
}
