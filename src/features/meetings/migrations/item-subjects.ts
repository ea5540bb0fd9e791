import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const columns = `
  body text not null,
  meeting_date date not null,
  version integer not null,
  item integer not null,
  subject text not null,
  title text not null,
  body_name text not null,
  foreign key (council, body, meeting_date, version) references published.meetings (council, body, meeting_date, version)
`

/** Which matters each published agenda had, so that work programmes and trackers find when a matter came before. */
export const itemSubjectsMigration: Migration = {
  name: '0053-item-subjects',
  up: async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    await councilTable(tx, 'published.item_subjects', { columns, key: 'body, meeting_date, version, item, subject' })
    await run('create index item_subjects_by_day on published.item_subjects (council, subject, meeting_date desc)')
    // The rows of every council, which only the owner of the tables can see, and only while nothing hides them from it.
    const tables = ['published.item_subjects', 'published.meetings']
    for (const table of tables) await run(`alter table ${table} no force row level security`)
    await run(`insert into published.item_subjects (council, body, meeting_date, version, item, subject, title, body_name)
      select distinct on (version.council, version.body, version.meeting_date, version.version, said ->> 'number', subject)
        version.council, version.body, version.meeting_date, version.version, (said ->> 'number')::integer, subject, said ->> 'title', version.meeting ->> 'bodyName'
      from published.meetings as version
      cross join lateral jsonb_array_elements(version.meeting -> 'items') as said
      cross join lateral jsonb_array_elements_text(coalesce(said -> 'subjects', '[]')) as subject
      where not said ? 'withdrawn'`)
    for (const table of tables) await run(`alter table ${table} force row level security`)
  },
}
