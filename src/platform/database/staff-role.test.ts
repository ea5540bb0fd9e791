import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { councilTable } from './council-table.ts'
import type { Migration } from './database.ts'
import { eachDatabase } from './testing.ts'

const rows: Migration = {
  name: '0001-rows',
  up: (tx) => councilTable(tx, 'work.rows', { columns: 'name text not null', key: 'name' }),
}

/** Each is tried alone in a transaction of staff: it must fail and leave role, council and actor as they were. */
const forbidden = [
  'set role golden_owner',
  'set local role golden_owner',
  'reset role',
  'reset all',
  '/* hidden */ reset role',
  '-- hidden\nset role none',
  '(reset role)',
  '; reset role',
  'set session authorization default',
  `set local golden.actor = 'person:another'`,
  `set golden.council = 'othershire'`,
  `select set_config('role', 'golden_owner', true)`,
  `select set_config('role', 'none', false)`,
  `select pg_catalog.set_config('golden.actor', 'person:another', true)`,
  `select U&"set\\005fconfig"('golden.council', 'othershire', true)`,
  `update pg_catalog.pg_settings set setting = 'othershire' where name = 'golden.council'`,
  `update pg_catalog.pg_settings set setting = 'none' where name = 'role'`,
  `with x as (update pg_catalog.pg_settings set setting = 'none' where name = 'role' returning 1) select * from x`,
  `select query_to_xml('reset role', true, false, '')`,
  `select query_to_xml($$select set_config('role', 'none', true)$$, true, false, '')`,
  'select 1; reset role',
  'commit',
  'rollback; reset role',
  'savepoint s',
  'do $$ begin reset role; end $$',
  'prepare p as select 1',
  'execute p',
  'explain select 1',
  'create table work.mine (a integer)',
  'create temporary table mine (a integer)',
  'select 1 as a into work.mine',
  'truncate work.rows',
  'alter table work.rows disable row level security',
  'alter role golden_staff superuser',
  'grant golden_owner to golden_staff',
  'listen news',
  `copy work.rows to '/tmp/out'`,
  'discard all',
  'call x()',
]

const who = `select current_user::text as role, current_setting('golden.council') as council, current_setting('golden.actor') as actor`

eachDatabase([rows], (store) => {
  const asStaff = (statement: string): Promise<unknown[]> =>
    store().database.write('person:1', async (tx) => (await sql.raw(statement).execute(tx.tables())).rows)

  for (const statement of forbidden) {
    test(`staff gain nothing by ${statement.replaceAll('\n', ' ')}`, async () => {
      await assert.rejects(asStaff(statement))
      assert.deepEqual(await asStaff(who), [{ role: 'golden_staff', council: 'testshire', actor: 'person:1' }])
    })
  }

  test('staff still read and write rows, and wait for one another’s locks', async () => {
    for (const statement of [
      `insert into work.rows (name) values ('a')`,
      `update work.rows set name = 'b'`,
      'select pg_advisory_xact_lock(1)',
      'with b as (delete from work.rows returning name) select name from b',
    ]) {
      await asStaff(statement)
    }
    assert.deepEqual(await asStaff('select name from work.rows'), [])
  })
})
