import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Pool, PoolClient } from 'pg'
import { openingText, publicOpening, staffOpening } from '../opening.ts'
import { openMemory } from './open-embedded.ts'

let lines: Awaited<ReturnType<typeof openMemory>>
before(async () => {
  lines = await openMemory('testshire', undefined)
})
after(() => lines.close())

async function borrow<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

test('nothing that one turn leaves in the session is there in the next', async () => {
  await borrow(lines.jobs, async (client) => {
    await client.query(`set work_mem = '7MB'; set role golden_staff`)
    await client.query(`begin; set work_mem = '7MB'; create temporary table left_over (a integer); select pg_advisory_lock(1); listen news; declare c cursor with hold for select 1; commit`)
    await client.query({ name: 'kept', text: 'select 1' })
  })
  const seen = await borrow(lines.owner, async (client) => {
    const { rows } = await client.query(`select current_user::text as role, current_setting('work_mem') as work_mem, to_regclass('pg_temp.left_over')::text as left_over,
      (select count(*) from pg_locks where locktype = 'advisory') as locks, (select count(*) from pg_listening_channels()) as channels,
      (select count(*) from pg_cursors where is_holdable) as cursors, (select count(*) from pg_prepared_statements where name <> '') as statements`)
    return rows
  })
  assert.deepEqual(seen, [{ role: 'postgres', work_mem: '4MB', left_over: null, locks: 0, channels: 0, cursors: 0, statements: 0 }])
})

test('a transaction whose connection goes away is rolled back and the others go on', async () => {
  await lines.jobs.query('create table work.half (a integer)')
  const client = await lines.owner.connect()
  await client.query('begin; insert into work.half values (1)')
  const waiting = lines.jobs.query('select count(*) as n from work.half')
  client.release(true)
  assert.deepEqual((await waiting).rows, [{ n: 0 }])
})

test('transactions of different connections never mix', async () => {
  await lines.jobs.query('create table work.mixed (a integer)')
  const client = await lines.owner.connect()
  await client.query('begin; insert into work.mixed values (1)')
  let isOther = false
  const other = lines.jobs.query('insert into work.mixed values (2)').then(() => (isOther = true))
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(isOther, false)
  await client.query('rollback')
  client.release()
  await other
  assert.deepEqual((await lines.jobs.query('select a from work.mixed')).rows, [{ a: 2 }])
})

const opening = publicOpening('testshire', { limitsFiles: true })

/** What no feature can say, because the driver between would not let it, is refused again at the line itself. */
for (const texts of [
  ['set role none'],
  ['begin'],
  ['begin; select 1'],
  [`${opening}; reset role`],
  [opening.replace('golden_public', 'golden_staff')],
  [opening.replace(', READ ONLY', '')],
  ['commit'],
  [opening, opening],
  [opening, 'reset role'],
  [opening, 'select 1'],
  [opening, 'commit; reset role'],
  [opening, ' COMMIT'],
]) {
  test(`the public line does not take ${texts.at(-1)?.slice(0, 60)} after ${texts.length - 1} text`, async () => {
    await borrow(lines.readers, async (client) => {
      for (const text of texts.slice(0, -1)) await client.query(text)
      await assert.rejects(client.query(texts.at(-1) ?? ''), /The public may not say this/)
      await client.query('ROLLBACK')
    })
  })
}

test('the public line takes no statement outside its transaction, no name for one and no other kind of statement', async () => {
  await borrow(lines.readers, async (client) => {
    const extended = (text: string, name?: string): Promise<unknown> => client.query({ text, values: [], queryMode: 'extended', ...(name === undefined ? {} : { name }) } as { text: string })
    await assert.rejects(extended('select 1'), /outside a transaction/)
    await client.query(opening)
    await assert.rejects(extended('select 1', 'kept'), /prepared statement/)
    for (const text of ['reset role', '/* a /* b */ */ reset role', '-- a\n reset role', '; reset role', '(reset role)', 'explain select 1', 'listen x', 'do $$ begin end $$']) {
      await assert.rejects(extended(text), /this kind of statement/, text)
    }
    await assert.rejects(extended('select 1; reset role'), /multiple commands/)
    await client.query('ROLLBACK')
  })
  assert.deepEqual((await lines.jobs.query('select current_user::text as role')).rows, [{ role: 'postgres' }])
})

/** A transaction of staff as it begins, and in it one text or one statement: neither may do more than read and write rows. */
const staffBegin = staffOpening('testshire', 'person:1', 'read write')
for (const texts of [
  ['set role none'],
  ['begin'],
  [openingText({ role: 'golden_owner', council: 'testshire', actor: 'owner', mode: 'read write' })],
  [staffOpening('othershire', 'person:1', 'read write')],
  [`${staffBegin}; reset role`],
  [staffBegin.replace(`'person:1'`, `'x'; reset role; --'`)],
  [staffBegin.replace(`'person:1'`, String.raw` E'\\'; reset role; --'`)],
  [staffBegin.replace(`'person:1'`, String.raw` E'\''; reset role; --'`)],
  [staffBegin, 'reset role'],
  [staffBegin, 'set role golden_owner'],
  [staffBegin, 'select 1'],
  [staffBegin, 'COMMIT; reset role'],
]) {
  test(`the line of staff does not take ${texts.at(-1)?.slice(-60)} after ${texts.length - 1} text`, async () => {
    await borrow(lines.staff, async (client) => {
      for (const text of texts.slice(0, -1)) await client.query(text)
      await assert.rejects(client.query(texts.at(-1) ?? ''), /Staff may not say this/)
      await client.query('ROLLBACK')
    })
  })
}

test('the line of staff takes statements about rows, inside its transaction, whatever is in the actor’s name', async () => {
  const extended = (text: string): { text: string } => ({ text, values: [], queryMode: 'extended' }) as { text: string }
  await lines.jobs.query('create table work.rows (a integer); grant select, insert, update, delete on work.rows to golden_staff')
  await borrow(lines.staff, async (client) => {
    await assert.rejects(client.query(extended('select 1')), /outside a transaction/)
    await client.query(staffOpening('testshire', `O'Brien \\ '' ; x`, 'read write'))
    for (const text of ['set role golden_owner', 'reset role', '/* a */ set local golden.actor = 1', 'do $$ begin end $$', 'commit', 'truncate work.rows', 'call x()']) {
      await assert.rejects(client.query(extended(text)), /this kind of statement/, text)
    }
    for (const text of ['insert into work.rows values (1)', 'update work.rows set a = 2', 'with r as (select 1) select * from r', 'values (1)', 'delete from work.rows']) {
      await client.query(extended(text))
    }
    await client.query('COMMIT')
  })
})

test('the public line takes every way of beginning to read', async () => {
  await borrow(lines.readers, async (client) => {
    await client.query(opening)
    for (const text of ['select 1', ' SELECT 1', '/* a */ select 1', '-- a\nselect 1', '(select 1)', 'with a as (select 1) select * from a', 'values (1)', 'table pg_catalog.pg_class']) {
      await client.query({ text, values: [], queryMode: 'extended' } as { text: string })
    }
    await client.query('COMMIT')
  })
})
