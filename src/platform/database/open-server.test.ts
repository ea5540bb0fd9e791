import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type Kysely } from 'kysely'
import { Pool } from 'pg'
import { openDatabase } from './open-database.ts'
import { findPostgres, startPostgres } from './testing/postgres-server.ts'

const programs = findPostgres()

test('a server that is not there is refused with what to check', async () => {
  for (const url of ['postgresql://127.0.0.1:1/nowhere', 'socket:/nonexistent?db=x&user=y']) {
    const refused = await openDatabase({ kind: 'server', url, council: 'testshire' })
    assert.match(refused.ok ? 'opened' : refused.refusal.message, /cannot be reached.*DATABASE_URL/)
  }
})

if (programs === undefined) process.stderr.write('No postgres program on this machine: logins of a server are not tried here\n')
else tryLogins(programs)

/** As a council's own database people would hand it over: a login that owns its database and may make roles, and is no superuser. */
function tryLogins(programs: string): void {
  let server: Awaited<ReturnType<typeof startPostgres>>
  const as = (login: string): string => server.url.replace('db=postgres&user=golden', `db=council&user=${login}`)
  before(async () => {
    server = await startPostgres(programs)
    const pool = new Pool({ connectionString: server.url })
    await pool.query('create role council login createrole; create role reader login; create role staff login')
    await pool.query('create database council owner council')
    await pool.end()
  })
  after(() => server.stop())

  test('a login that cannot close the public role needs a second one for the public', async () => {
    const refused = await openDatabase({ kind: 'server', url: as('council'), council: 'testshire' })
    assert.match(refused.ok ? 'opened' : refused.refusal.message, /second login.*DATABASE_READ_URL/)
  })

  test('a second login that can do more, or less, than read what is published is refused', async () => {
    const pool = new Pool({ connectionString: as('council') })
    await pool.query('grant golden_public to reader; grant golden_public, golden_staff to staff')
    await pool.end()
    for (const login of ['staff', 'council', 'golden']) {
      const refused = await openDatabase({ kind: 'server', url: as('council'), readUrl: as(login), council: 'testshire' })
      assert.match(refused.ok ? 'opened' : refused.refusal.message, /member of golden_public/, login)
    }
  })

  test('with a reader of its own the public’s line is that reader, and staff work as staff', async () => {
    const opened = await openDatabase({ kind: 'server', url: as('council'), readUrl: as('reader'), council: 'testshire' })
    if (!opened.ok) assert.fail(opened.refusal.message)
    const who = sql<{ login: string; role: string }>`select session_user::text as login, current_user::text as role`
    const seen = await opened.value.readPublished((reader) => who.execute(reader.tables() as unknown as Kysely<unknown>))
    assert.deepEqual(seen.rows, [{ login: 'reader', role: 'golden_public' }])
    assert.deepEqual((await opened.value.write('officer', (tx) => who.execute(tx.tables()))).rows, [{ login: 'council', role: 'golden_staff' }])
    await opened.value.close()
  })
}
