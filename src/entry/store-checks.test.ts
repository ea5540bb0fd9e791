import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { councilTables } from '#platform/database/backup/council-tables.ts'
import type { Application } from './application.ts'
import { checkStore } from './store-checks.ts'
import { testApplication } from './testing.ts'

let app: Application
let close: () => Promise<void>
before(async () => {
  ;({ app, close } = await testApplication())
})
after(() => close())

const pathOf = (checksum: string): string => join(app.config.dataDir, 'files', checksum.slice(0, 2), checksum.slice(2))

test('files that are whole, missing and damaged are counted, and those that are not right are named', async () => {
  const [whole, missing, damaged] = await Promise.all(['one', 'two', 'three'].map((text) => app.files.put(Buffer.from(text))))
  const references = [async () => [whole ?? '', missing ?? ''], async () => [damaged ?? '']]
  const [, right] = await checkStore(app, references, [])
  assert.deepEqual(right, { what: 'files', state: 'right', found: '3 files whole' })
  await rm(pathOf(missing ?? ''))
  await writeFile(pathOf(damaged ?? ''), 'four')
  const [, wrong] = await checkStore(app, references, [])
  assert.deepEqual([wrong?.state, wrong?.found], ['wrong', 'of 3 files, 1 missing and 1 damaged'])
  assert.ok(wrong?.advice?.includes(`missing ${missing}\n`) && wrong.advice.endsWith(`damaged ${damaged}`))
})

test('files to which nothing refers are named, a copy that can be made again is not one of them, and nothing is wrong with either', async () => {
  const [used, copy, left] = await Promise.all(['five', 'six', 'seven'].map((text) => app.files.put(Buffer.from(text))))
  const others = (await app.files.list()).filter((checksum) => ![used, copy, left].includes(checksum))
  const found = await checkStore(app, [async () => [used ?? '', ...others]], [async () => [copy ?? '', 'a copy that is not there']])
  const named = found.find(({ what }) => what === 'files to which nothing refers')
  assert.deepEqual([named?.state, named?.found], ['right', '1'])
  assert.ok(named?.advice?.endsWith(String(left)))
  await app.files.forget(left ?? '')
  assert.equal((await checkStore(app, [async () => [used ?? '', copy ?? '', ...others]], [])).length, 2)
})

test('tables are read to the end, and one that cannot be read is named with the reason', async () => {
  const [right] = await checkStore(app, [], [])
  assert.match(right?.found ?? '', /^\d+ tables read to the end$/)
  await app.database.owner((tx) => sql`
    create function work.broken() returns text language plpgsql as $$ begin raise exception 'invalid page in block 0'; end $$;
    create table work.broken (a integer generated always as identity);
    insert into work.broken default values;
    alter table work.broken enable row level security, force row level security;
    create policy broken on work.broken using (work.broken() = '')`.execute(tx.tables()))
  const [wrong] = await checkStore(app, [], [])
  assert.equal(wrong?.state, 'wrong')
  assert.match(wrong?.advice ?? '', /restore the last backup[^]*work\.broken: invalid page in block 0/)
})

test('every table of a council has a primary key, by which a backup writes its rows in order', async () => {
  const tables = await app.database.owner((tx) => councilTables(tx))
  assert.ok(tables.length > 100)
  assert.deepEqual(tables.filter(({ key }) => key.length === 0).map(({ name }) => name), [])
})
