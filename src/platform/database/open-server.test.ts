import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type Kysely } from 'kysely'
import { Pool } from 'pg'
import { migrate } from './migrate.ts'
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
    await pool.query('create role council login createrole; create role reader login; create role staff login; create role clerk')
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
    await pool.query('grant golden_public to reader; grant golden_public, golden_staff to staff; grant golden_owner to clerk')
    await pool.end()
    for (const [login, right] of Object.entries({ staff: 'a member of golden_staff', council: 'able to make roles', golden: 'a superuser' })) {
      const refused = await openDatabase({ kind: 'server', url: as('council'), readUrl: as(login), council: 'testshire' })
      assert.match(refused.ok ? 'opened' : refused.refusal.message, new RegExp(`member of golden_public and no more: .*it is ${right}`), login)
    }
  })

  /** What a login was given beyond its membership, and how the refusal names it. */
  for (const [given, taken, named] of [
    ['alter role reader bypassrls', 'alter role reader nobypassrls', /free of row-level security/],
    ['alter role reader createdb', 'alter role reader nocreatedb', /able to make databases/],
    ['alter role reader createrole', 'alter role reader nocreaterole', /able to make roles/],
    ['alter role reader replication', 'alter role reader noreplication', /able to copy the whole server/],
    ['grant pg_read_all_data to reader', 'revoke pg_read_all_data from reader', /a member of pg_read_all_data/],
    ['grant pg_read_all_data to golden_public', 'revoke pg_read_all_data from golden_public', /a member of pg_read_all_data/],
    ['grant clerk to reader', 'revoke clerk from reader', /a member of clerk, it is a member of golden_owner/],
    ['grant usage on schema work to reader', 'revoke usage on schema work from reader', /may use the schema work/],
    ['grant select on platform.migrations to public', 'revoke select on platform.migrations from public', /rights on platform\.migrations/],
    ['grant select (name) on platform.migrations to reader', 'revoke select (name) on platform.migrations from reader', /rights on platform\.migrations/],
    ['grant create on schema published to reader', 'revoke create on schema published from reader', /may make things/],
    ['create table published.news (a integer); grant insert on published.news to reader', 'drop table published.news', /may change published\.news/],
    ['revoke golden_public from reader', 'grant golden_public to reader', /not a member of golden_public/],
  ] as const) {
    test(`a reader that had "${given}" is refused, and the right is named`, async () => {
      const pool = new Pool({ connectionString: as('golden') })
      await pool.query(given)
      const refused = await openDatabase({ kind: 'server', url: as('council'), readUrl: as('reader'), council: 'testshire' })
      await pool.query(taken)
      await pool.end()
      assert.match(refused.ok ? 'opened' : refused.refusal.message, named)
    })
  }

  test('with a reader of its own the public’s line is that reader, and staff work as staff', async () => {
    const opened = await openDatabase({ kind: 'server', url: as('council'), readUrl: as('reader'), council: 'testshire' })
    if (!opened.ok) assert.fail(opened.refusal.message)
    const who = sql<{ login: string; role: string }>`select session_user::text as login, current_user::text as role`
    const seen = await opened.value.readPublished((reader) => who.execute(reader.tables() as unknown as Kysely<unknown>))
    assert.deepEqual(seen.rows, [{ login: 'reader', role: 'golden_public' }])
    assert.deepEqual((await opened.value.write('officer', (tx) => who.execute(tx.tables()))).rows, [{ login: 'council', role: 'golden_staff' }])
    await opened.value.close()
  })

  test('nothing that a reader sets or locks for its session is there in the next transaction', async () => {
    const opened = await openDatabase({ kind: 'server', url: as('council'), readUrl: as('reader'), council: 'testshire' })
    if (!opened.ok) assert.fail(opened.refusal.message)
    const read = (query: string): Promise<unknown> =>
      opened.value.readPublished(async (reader) => (await sql.raw(query).execute(reader.tables() as unknown as Kysely<unknown>)).rows)
    await read(`select set_config('work_mem', '7MB', false), set_config('golden.council', 'othershire', false), pg_advisory_lock(7)`)
    const left = `select current_setting('work_mem') as work_mem, (select count(*) from pg_locks where locktype = 'advisory') as locks`
    assert.deepEqual(await read(left), [{ work_mem: '4MB', locks: 0 }])
    await opened.value.close()
  })

  test('a login without the rights to set a store up, or to be its owner, is refused with what it needs', async () => {
    const elsewhere = await openDatabase({ kind: 'server', url: as('staff').replace('db=council', 'db=postgres'), council: 'testshire' })
    assert.match(elsewhere.ok ? 'opened' : elsewhere.refusal.message, /lacks a right: .*golden_owner/)
    const opened = await openDatabase({ kind: 'server', url: as('staff'), readUrl: as('reader'), council: 'testshire' })
    if (!opened.ok) assert.fail(opened.refusal.message)
    const refused = await migrate(opened.value, [])
    assert.match(refused.ok ? 'migrated' : refused.refusal.message, /lacks a right: permission denied to set role/)
    await opened.value.close()
  })
}
