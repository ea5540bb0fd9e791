import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Pool } from 'pg'
import { sql, type Kysely } from 'kysely'
import type { Database } from './database.ts'
import { openDatabase, type OpenOptions } from './open-database.ts'
import { findPostgres, startPostgres } from './testing/postgres-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-set-up-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** As a set-up leaves it that was broken off before the functions were taken away, or one of an earlier version. */
const openAgain = `
  grant execute on function pg_catalog.set_config(text, text, boolean), pg_catalog.pg_sleep(double precision) to public;
  grant execute on function pg_catalog.set_config(text, text, boolean) to golden_staff`

async function opened(options: OpenOptions): Promise<Database> {
  const outcome = await openDatabase(options)
  return outcome.ok ? outcome.value : assert.fail(outcome.refusal.message)
}

async function assertIsClosed(database: Database): Promise<void> {
  for (const call of [`set_config('work_mem', '5MB', true)`, 'pg_sleep(0)']) {
    const query = sql.raw(`select ${call}`)
    await assert.rejects(database.readPublished((reader) => query.execute(reader.tables() as unknown as Kysely<unknown>)), /permission denied/, call)
  }
  const change = sql`select set_config('work_mem', '5MB', true)`
  await assert.rejects(database.write('officer', (tx) => change.execute(tx.tables())), /permission denied/)
  await database.owner((tx) => change.execute(tx.tables()))
}

test('an embedded store whose dangerous functions are open is closed at its next start', async () => {
  const options = { kind: 'embedded', folder: join(folder, 'database'), council: 'testshire' } as const
  const first = await opened(options)
  await assertIsClosed(first)
  await first.queue(openAgain)
  await first.close()
  const again = await opened(options)
  await assertIsClosed(again)
  await again.close()
})

const programs = findPostgres()
if (programs !== undefined) {
  test('so is a store on a server', async () => {
    const server = await startPostgres(programs)
    const options = { kind: 'server', url: server.url, council: 'testshire' } as const
    await (await opened(options)).close()
    const pool = new Pool({ connectionString: server.url })
    await pool.query(openAgain)
    await pool.end()
    const again = await opened(options)
    await assertIsClosed(again)
    await again.close()
    await server.stop()
  })
}
