import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { councilTable } from './council-table.ts'
import type { Database, Migration, Reader } from './database.ts'
import { eachDatabase } from './testing.ts'

interface Tables {
  'work.secrets': { secret: string }
  'published.news': { news: string }
}

const secret = 'closed until Monday'
const tables: Migration = {
  name: '0001-tables',
  up: async (tx) => {
    await councilTable(tx, 'work.secrets', { columns: 'secret text not null', key: 'secret' })
    await councilTable(tx, 'access.secrets', { columns: 'secret text not null', key: 'secret', staff: 'select, insert' })
    await councilTable(tx, 'published.news', { columns: 'news text not null', key: 'news' })
    await councilTable(tx, 'published.current_news', { columns: 'news text not null', key: 'news', isCurrent: true })
  },
}

/** Each is tried alone in the public's transaction: it must fail. */
const forbidden = [
  'select * from work.secrets',
  'select * from access.secrets',
  'select * from platform.migrations',
  'table work.secrets',
  'with s as (select * from work.secrets) select * from s',
  'select * from U&"\\0077ork".secrets',
  'select (select secret from "work"."secrets" limit 1)',
  `select query_to_xml('select * from work.secrets', true, false, '')`,
  `select table_to_xml('work.secrets', true, false, '')`,
  `select set_config('role', 'none', false)`,
  `select pg_catalog.set_config('role', 'golden_staff', true)`,
  `select U&"set\\005fconfig"('role', 'none', true)`,
  `select (select set_config('session_authorization', 'postgres', true))`,
  `select set_config('golden.council', 'othershire', true)`,
  `select set_config('statement_timeout', '0', true)`,
  `with x as (update pg_catalog.pg_settings set setting = 'none' where name = 'role' returning 1) select * from x`,
  `update pg_catalog.pg_settings set setting = 'none' where name = 'role'`,
  'set role none',
  'set local role golden_staff',
  'reset role',
  'reset all',
  '/* hidden */ reset role',
  '-- hidden\nreset role',
  '/* a /* b */ */ set session authorization default',
  '(reset role)',
  'set session characteristics as transaction read write',
  'set transaction read write',
  'select 1; reset role',
  'select 1; select * from work.secrets',
  'commit; reset role',
  'do $$ begin reset role; end $$',
  'prepare p as select * from work.secrets',
  'execute p',
  'explain analyze select * from work.secrets',
  'listen news',
  `notify news, 'x'`,
  `select pg_notify('news', 'x')`,
  `copy published.news to '/tmp/out'`,
  `copy published.news to program 'id'`,
  'copy work.secrets to stdout',
  'create temporary table t (a int)',
  'select 1 as a into temporary t',
  'create function pg_temp.f() returns int language sql as $$ select 1 $$',
  `insert into published.news values (default, 'forged')`,
  `with n as (insert into published.news values (default, 'forged') returning *) select * from n`,
  'delete from published.news',
  'delete from published.current_news',
  `update published.current_news set news = 'forged'`,
  'select * from published.news for update',
  'select pg_advisory_lock(1)',
  'select pg_try_advisory_xact_lock(714320002)',
  'select pg_sleep(100)',
  `select pg_read_file('/etc/passwd')`,
  `select pg_ls_dir('/')`,
  'select lo_create(0)',
  `select lo_from_bytea(0, 'x')`,
  `select lo_import('/etc/passwd')`,
  'select pg_terminate_backend(pg_backend_pid())',
  'select pg_reload_conf()',
  `select pg_logical_emit_message(true, 'a', 'b')`,
  'select rolpassword from pg_catalog.pg_authid',
  'create extension dblink',
  'declare c cursor with hold for select 1',
  'lock table published.news',
  'alter role golden_public superuser',
  'vacuum',
  'checkpoint',
  'load \'x\'',
  'discard all',
]

eachDatabase([tables], (store) => {
  before(async () => {
    await store().database.write('officer', async (tx) => {
      await tx.tables<Tables>().insertInto('work.secrets').values({ secret }).execute()
      await sql`insert into access.secrets (secret) values (${secret})`.execute(tx.tables())
      await tx.tables<Tables>().insertInto('published.news').values({ news: 'published' }).execute()
    })
  })

  for (const statement of forbidden) {
    test(`the public gets nothing by ${statement.replaceAll('\n', ' ')}`, async () => {
      const { database } = store()
      await assert.rejects(database.readPublished((reader) => say(reader, statement)))
      await assertAllIsAsItWas(database)
    })
  }

  test('the public cannot fill the disk with what a statement puts aside', async () => {
    const { database } = store()
    await assert.rejects(database.readPublished((reader) => say(reader, 'select count(*) from generate_series(1, 20000000)')), /temporary file size exceeds/)
    await assertAllIsAsItWas(database)
  })

  test('whatever the public reads of the catalogue, it reads no value that is not published', async () => {
    const { database } = store()
    for (const view of ['pg_stats', 'pg_stat_activity', 'pg_prepared_statements', 'pg_cursors', 'pg_locks', 'pg_settings', 'pg_largeobject_metadata']) {
      const reading = database.readPublished((reader) => say(reader, `select row_to_json(v)::text as row from pg_catalog.${view} as v`))
      const seen = await reading.catch((error: Error) => error.message)
      assert.ok(!JSON.stringify(seen).includes(secret), view)
    }
  })

  test('a statement that fails does not open the way for the next one in the same transaction', async () => {
    await store().database.readPublished(async (reader) => {
      await assert.rejects(say(reader, `select set_config('role', 'none', false)`))
      await assert.rejects(say(reader, 'select * from work.secrets'))
      throw new Error('enough')
    }).catch((error: Error) => assert.equal(error.message, 'enough'))
    await assertAllIsAsItWas(store().database)
  })
})

async function say(reader: Reader, statement: string): Promise<unknown[]> {
  const { rows } = await sql.raw(statement).execute(reader.tables() as unknown as Kysely<unknown>)
  return rows
}

async function assertAllIsAsItWas(database: Database): Promise<void> {
  const question = `select current_user::text as role, current_setting('transaction_read_only') as read_only, current_setting('golden.council') as council`
  const [who] = await database.readPublished((reader) => say(reader, question))
  assert.deepEqual(who, { role: 'golden_public', read_only: 'on', council: 'testshire' })
  const news = await database.readPublished((reader) => reader.tables<Tables>().selectFrom('published.news').select('news').execute())
  assert.deepEqual(news, [{ news: 'published' }])
}
