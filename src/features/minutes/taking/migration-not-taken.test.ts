import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { accessMigrations } from '#access/migrations.ts'
import { migrate } from '#platform/database/migrate.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '#features/meetings'
import { notTakenMigration } from './migration-not-taken.ts'
import { takingMigration } from './migration.ts'

const before0106 = [...accessMigrations, ...bodiesMigrations, ...meetingsMigrations, takingMigration]

let store: TestStore | undefined
before(async () => {
  store = await testDatabase(before0106)
})
after(() => store?.close())

const minute = (item: number, said: readonly string[], more: object = {}) => ({ item, said, resolutions: [], ...more })

test('in a store of before, what its published minutes say was not taken is marked, and nothing in which something was resolved', async () => {
  assert.ok(store)
  const { database } = store
  await database.write('operator:test', async (tx) => {
    const versions = {
      1: [minute(1, ['Not reached.']), minute(2, [])],
      2: [
        minute(1, ['The minutes of the meeting of 3 May 2023 were confirmed as a correct record.']),
        minute(2, ['This item was withdrawn.']),
        minute(3, ['Not reached.']),
        minute(4, ['Carried over to 7 July 2023.']),
        minute(5, ['There was no quorum during this item (2 counted of 3 needed; missing 1 member), so that the body could not decide in it.']),
        minute(6, ['Carried over to 7 July 2023.'], { resolutions: [{ letter: 'a' }] }),
        minute(7, ['Carried over to 7 July 2023.'], { withheld: { why: 'Exempt.', resolutions: 1 } }),
      ],
    }
    for (const [version, minutes] of Object.entries(versions)) {
      await sql`insert into published.minutes (body, meeting_date, version, state, note, minutes, pdf, pdf_bytes, pdf_pages, published_at)
        values ('panel', '2023-06-01', ${Number(version)}, 'circulated', '', ${JSON.stringify({ minutes })}::jsonb, '', 0, 0, now())`.execute(tx.tables())
    }
  })
  assert.ok((await migrate(database, [...before0106, notTakenMigration])).ok)
  const { rows } = await database.owner((tx) => sql<{ item: number }>`select body, meeting_date::text as day, item from published.current_items_not_taken order by item`.execute(tx.tables()))
  assert.deepEqual(rows, [2, 3, 4, 5].map((item) => ({ body: 'panel', day: '2023-06-01', item })))
})
