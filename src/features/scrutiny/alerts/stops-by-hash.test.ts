import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { migrate } from '#platform/database/migrate.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { mailOutbox, mailOutboxForgets } from '#platform/mail/outbox-migration.ts'
import { alertsMigrations } from './migrations.ts'
import { stopNews } from './subscribing/subscribe.ts'

const before0099 = [mailOutbox, ...accessMigrations, mailOutboxForgets, ...alertsMigrations.slice(0, 2)]
const token = 'an-old-secret-that-stood-in-the-store-as-it-was'
let store: TestStore

before(async () => {
  store = await testDatabase(before0099)
})
after(() => store.close())

test('a letter of an older build, whose secret stood in the store as it was, still ends the news once only its hash is kept', async () => {
  await store.database.write('operator:test', async (tx) => {
    await sql`insert into work.alert_readers (id, email, mailbox, sending, stop_token, asked_at, confirmed_at) values (gen_random_uuid(), 'old@example.test', 'old@example.test', 'one', ${token}, now(), now())`.execute(tx.tables())
  })
  const done = await migrate(store.database, [...before0099, ...alertsMigrations.slice(2)])
  assert.ok(done.ok)
  const rows = await store.database.read('operator:test', (reader) => sql<{ row: string }>`select row_to_json(reader)::text as row from work.alert_readers as reader union all select row_to_json(stop)::text from work.alert_stops as stop`.execute(reader.tables() as never))
  assert.equal(rows.rows.length, 2)
  assert.doesNotMatch(rows.rows.map(({ row }) => row).join(), new RegExp(token))
  const context = testContext(store.database, { may: () => true })
  assert.equal((await stopNews(context, `${token}x`)).ok, false)
  assert.deepEqual(await stopNews(context, token), { ok: true, value: { left: 0 } })
  assert.equal((await stopNews(context, token)).ok, false)
})
