import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { accessMigrations } from '#access/migrations.ts'
import { migrate } from '#platform/database/migrate.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import type { PublicationTables } from '../publication/tables.ts'
import { meetingsMigrations } from './meetings.ts'
import { versionRecordsMigration } from './version-records.ts'

const all = [publicationRevision, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations]
const former = all.slice(0, all.indexOf(versionRecordsMigration))

let store: TestStore | undefined
before(async () => {
  store = await testDatabase(former)
})
after(() => store?.close())

test('what was published before is of the meeting of its day where only one ever stood there, and of its items of the same number and title', async () => {
  assert.ok(store)
  const { database } = store
  await database.write('operator:test', async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    await run(`insert into work.meetings (body, meeting_date, facts) select 'panel', day::date, '{}' from unnest(array['2023-07-07', '2023-07-14']) as day`)
    await run(`insert into work.items (meeting, number, facts) select id, number, jsonb_build_object('title', title)
      from work.meetings, (values (1, 'Buses'), (2, 'Another secret')) as item (number, title)`)
    const said = (title: string) => JSON.stringify({ items: [{ number: 1, title: 'Buses' }, { number: 2, title }] })
    for (const [day, version, meeting] of [
      ['2023-07-07', 1, said('A secret')],
      ['2023-07-14', 1, said('A secret')],
      ['2023-07-14', 2, JSON.stringify({ items: [], movedTo: '2023-07-21' })],
      ['2023-07-21', 1, said('A secret')],
    ] as const) {
      await sql`insert into published.meetings (body, meeting_date, version, status, is_public, has_agenda, note, meeting)
        values ('panel', ${day}::date, ${version}, 'planned', true, true, '', ${meeting}::jsonb)`.execute(tx.tables())
    }
  })
  assert.ok((await migrate(database, all)).ok)
  const rows = await database.read('operator:test', (reader) =>
    reader
      .tables<PublicationTables>()
      .selectFrom('work.version_records as record')
      .select(['record.meeting_date', 'record.version', sql<string>`(select string_agg(said.number, ',') from jsonb_each_text(record.items) as said (number, item))`.as('numbers')])
      .execute(),
  )
  assert.deepEqual(rows, [{ meeting_date: '2023-07-07', version: 1, numbers: '1' }])
})
