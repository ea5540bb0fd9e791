import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { accessMigrations } from '#access/migrations.ts'
import { migrate } from '#platform/database/migrate.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { actionsMigrations } from './migrations.ts'
import { sourcesMigration } from './migration-sources.ts'
import type { ActionsTables } from './tables.ts'

const all = [...accessMigrations, ...actionsMigrations]

let store: TestStore | undefined
before(async () => {
  store = await testDatabase(all.filter((migration) => migration !== sourcesMigration))
})
after(() => store?.close())

test('a store of before knows what was answered late once it is brought up to date, and takes nothing for invented', async () => {
  assert.ok(store)
  const { database } = store
  const chain = (answered: string) => JSON.stringify({ chain: [{ what: 'served', on: '2023-03-15', report: 'Buses' }, { what: 'answered', on: answered, answer: 'accepted', response: 'Yes.' }] })
  await database.write('operator:test', async (tx) => {
    for (const [number, record] of [[1, chain('2023-05-26')], [2, chain('2023-05-14')], [3, '{"chain": []}']] as const) {
      await sql`insert into published.current_actions (number, edition, kind, body, asked_of, asked_on, stage, changed_at, record, state, place)
        values (${number}, 1, 'recommendation', 'panel', 'board', '2023-03-01', 'answered', now(), ${record}::jsonb, 'accepted', ${number})`.execute(tx.tables())
      await sql`insert into published.current_action_texts (number, place, body, asked_of, stage, search) values (${number}, ${number}, 'panel', 'board', 'answered', 'buses')`.execute(tx.tables())
    }
  })
  assert.ok((await migrate(database, all)).ok)
  for (const table of ['published.current_actions', 'published.current_action_texts'] as const) {
    const rows = await database.readPublished((reader) => reader.tables<ActionsTables>().selectFrom(table).select(['number', 'answered_late', 'is_invented']).orderBy('number').execute())
    assert.deepEqual(rows, [{ number: 1, answered_late: 12, is_invented: false }, { number: 2, answered_late: 0, is_invented: false }, { number: 3, answered_late: 0, is_invented: false }])
  }
})
