import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { checksumOf, openContentStore } from '#platform/files/content-store.ts'
import { councilTable } from '../council-table.ts'
import type { Database, Migration } from '../database.ts'
import { eachDatabase, testDatabase } from '../testing.ts'
import { backupTo } from './back-up.ts'
import { refuseUnrestored, restoreMark } from './restore-mark.ts'
import { restoreFrom } from './restore.ts'

const everyType = `
  id integer generated always as identity,
  parent integer,
  name text not null check (name <> ''),
  doubled text generated always as (name || name) stored,
  made_on date, at_time time, made_at timestamptz, lasting interval,
  price numeric(12, 2), share double precision, big bigint, yes boolean,
  record jsonb, raw json, bytes bytea, list text[], days date[],
  unique (council, name),
  foreign key (council, parent) references work.everything (council, id)
`

/** A table that refers to itself, one that numbers its rows by a trigger, one that is immutable. */
const migration: Migration = {
  name: '0001-everything',
  up: async (tx) => {
    await councilTable(tx, 'work.everything', { columns: everyType, key: 'id' })
    await councilTable(tx, 'published.papers', { columns: 'paper text not null', key: 'paper' })
    await councilTable(tx, 'access.chain', { columns: 'number integer not null, moment timestamptz not null', key: 'number', staff: 'select, insert' })
    await sql`
      create function access.stamp() returns trigger language plpgsql as $$ begin new.moment := clock_timestamp(); return new; end $$;
      create trigger stamp before insert on access.chain for each row execute function access.stamp()`.execute(tx.tables())
  },
}

const migrations = [restoreMark, migration]

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-backup-'))
after(() => rmSync(folder, { recursive: true }))

const fill = sql`
  insert into work.everything (parent, name, made_on, at_time, made_at, lasting, price, share, big, yes, record, raw, bytes, list, days)
  select nullif(n % 600 + 1, n), 'Ann ' || n || E' "quoted" \\\\ \\t \\n é 👩‍👧', '2023-07-07', '14:05', '2023-07-07 09:00:00.123456+00', '1 mon 2 days', 1.10, 0.1::float8 + 0.2, 9007199254740991, true,
    '{"b": [1, null], "a": "é"}', '{"b":  1, "a":2}', '\\x00ff', array['a', null, 'b,"c"', ''], array['2023-07-07'::date] from generate_series(1, 600) n;
  insert into published.papers (paper) values ('The panel, 7 July');
  insert into access.chain (number) values (1), (2)`

/** Every row of every table as PostgreSQL writes it. */
async function everything(database: Database): Promise<unknown> {
  return await database.owner(async (tx) => (await sql`
    select t::text as row from work.everything t union all select t::text from published.papers t union all select t::text from access.chain t order by 1`.execute(tx.tables())).rows)
}

eachDatabase(migrations, (store) => {
  const kind = (): string => store().database.kind
  const path = (name: string): string => join(folder, `${kind()}-${name}`)
  const files = () => openContentStore(path('files'))
  const report = Buffer.from('The report')
  const large = Buffer.alloc(1_000_000, 'abc')
  const all = { references: [async () => [checksumOf(report)]] }
  const none = { missing: [], damaged: [] }

  /** A store without rows, until the test that restores into it. */
  let other: Awaited<ReturnType<typeof testDatabase>> | undefined
  const empty = () => other ?? assert.fail('not begun')
  after(() => other?.close())

  before(async () => {
    other = await testDatabase(migrations)
    await store().database.owner((tx) => fill.execute(tx.tables()))
    for (const bytes of [report, large, Buffer.alloc(0)]) await files().put(bytes)
    assert.deepEqual(await backupTo(store().database, files(), path('backup'), all), { ok: true, value: { tables: 3, rows: 603, files: 3, damage: none } })
  })

  test('a backup that is cut short, changed or no backup is refused before anything is written', async () => {
    const whole = readFileSync(path('backup'))
    const changed = Buffer.from(whole)
    changed[Math.floor(whole.length / 2)]! ^= 1
    for (const bytes of [whole.subarray(0, whole.length - 100), changed, Buffer.from('no backup'), Buffer.alloc(0)]) {
      writeFileSync(path('damaged'), bytes)
      const refused = await restoreFrom(empty().database, openContentStore(path('untouched')), path('damaged'))
      assert.equal(refused.ok ? 'restored' : refused.refusal.kind, 'invalid')
    }
    assert.deepEqual(await everything(empty().database), [])
    assert.equal(await refuseUnrestored(empty().database), undefined)
    assert.deepEqual(await openContentStore(path('untouched')).list(), [])
  })

  test('a folder that takes no files is refused before any row is restored', async () => {
    writeFileSync(path('no-folder'), '')
    const refused = await restoreFrom(empty().database, openContentStore(path('no-folder')), path('backup'))
    assert.match(refused.ok ? '' : refused.refusal.message, /cannot be kept in .*a part of its path is a file.*Nothing was restored/)
    assert.deepEqual(await everything(empty().database), [])
  })

  test('a restore that was stopped leaves word of it in the store, until one has ended there', async () => {
    const said = async (): Promise<string | undefined> => (await refuseUnrestored(empty().database))?.refusal.message
    const stopped = { ...openContentStore(path('stopped')), put: async () => assert.fail('The power went') }
    await assert.rejects(restoreFrom(empty().database, stopped, path('backup')), /The power went/)
    assert.match((await said()) ?? '', /has begun and has not ended.*golden-thread restore/)
    assert.equal((await restoreFrom(empty().database, openContentStore(path('stopped')), join(folder, 'none'))).ok, false)
    assert.match((await said()) ?? '', /has not ended/, 'what was refused since has brought nothing either')
  })

  test('a backup restores every row byte for byte and every file, into the embedded database, also where a restore was stopped before', async () => {
    const { database } = empty()
    const restored = openContentStore(path('restored'))
    assert.deepEqual(await restoreFrom(database, restored, path('backup')), { ok: true, value: { tables: 3, rows: 603, files: 3 } })
    assert.deepEqual(await everything(database), await everything(store().database))
    assert.deepEqual(await restored.list(), await files().list())
    assert.equal(await refuseUnrestored(database), undefined)
    await database.write('officer', async (tx) => {
      const { rows } = await sql<{ id: number }>`insert into work.everything (name) values ('new') returning id`.execute(tx.tables())
      assert.ok((rows[0]?.id ?? 0) > 0)
    })
    await assert.rejects(database.owner((tx) => sql`delete from published.papers`.execute(tx.tables())), /can only be added to/)
    await assert.rejects(database.owner((tx) => sql`insert into work.everything (name, parent) values ('lost', 9999)`.execute(tx.tables())), /foreign key/)
  })

  test('a store in use, another council and another version are refused, and nothing is changed', async () => {
    const inUse = await restoreFrom(store().database, files(), path('backup'))
    assert.match(inUse.ok ? '' : inUse.refusal.message, /in use/)
    const elsewhere = await store().asCouncil('othershire')
    const notTheirs = await restoreFrom(elsewhere, files(), path('backup'))
    assert.match(notTheirs.ok ? '' : notTheirs.refusal.message, /backup of testshire; this store is for othershire/)
    const newer = await testDatabase([...migrations, { name: '0002-more', up: (tx) => councilTable(tx, 'work.more', { columns: 'id integer', key: 'id' }) }])
    const otherVersion = await restoreFrom(newer.database, files(), path('backup'))
    assert.match(otherVersion.ok ? '' : otherVersion.refusal.message, /another version/)
    await newer.close()
  })

  test('a store that has lost all its rows gets them back', async () => {
    const { database } = store()
    const all = await everything(database)
    await database.owner((tx) => sql`
      alter table published.papers disable trigger user; alter table access.chain disable trigger user;
      delete from work.everything; delete from published.papers; delete from access.chain;
      alter table published.papers enable trigger user; alter table access.chain enable trigger user`.execute(tx.tables()))
    assert.equal((await restoreFrom(database, files(), path('backup'))).ok, true)
    assert.deepEqual(await everything(database), all)
  })

  test('a file that rows refer to and is missing, and one that is damaged, are named instead of left out', async () => {
    const poor = openContentStore(path('poor'))
    const [kept, damaged] = [await poor.put(report), await poor.put(large)]
    writeFileSync(join(path('poor'), damaged.slice(0, 2), damaged.slice(2)), 'forged')
    const missing = checksumOf(Buffer.from('the pack that went away'))
    const options = { references: [async () => [kept, missing], async () => [missing, damaged]] }
    const refused = await backupTo(store().database, poor, path('poor-backup'), options)
    assert.ok(!refused.ok)
    assert.match(refused.refusal.message, /missing or damaged.*--despite-damage/)
    assert.deepEqual(refused.refusal.faults, [{ file: missing, message: 'This file is missing.' }, { file: damaged, message: 'This file is damaged.' }])
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith(`${kind()}-poor-`)), [])
    const written = await backupTo(store().database, poor, path('poor-backup'), { ...options, despiteDamage: true })
    assert.deepEqual(written, { ok: true, value: { tables: 3, rows: 603, files: 1, damage: { missing: [missing], damaged: [damaged] } } })
    const other = await testDatabase(migrations)
    const restored = await restoreFrom(other.database, openContentStore(path('poor-restored')), path('poor-backup'))
    assert.deepEqual(restored, { ok: true, value: { tables: 3, rows: 603, files: 1 } })
    await other.close()
  })

  test('a backup is for its owner’s eyes, is never written over and says where it cannot be written', async () => {
    assert.equal(statSync(path('backup')).mode & 0o077, 0)
    const again = await backupTo(store().database, files(), path('backup'), all)
    assert.equal(again.ok ? 'written' : again.refusal.kind, 'conflict')
    const nowhere = await backupTo(store().database, files(), join(folder, 'no', 'such', 'folder'), all)
    assert.equal(nowhere.ok ? 'written' : nowhere.refusal.kind, 'unavailable')
  })
})
