import assert from 'node:assert/strict'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync, mkdirSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { unreadableTables } from '../check-tables.ts'
import { councilTable } from '../council-table.ts'
import type { Database, Migration } from '../database.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-damage-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const cluster = join(folder, 'cluster')

const papers: Migration = { name: '0001-papers', up: (tx) => councilTable(tx, 'work.papers', { columns: 'text text not null', key: 'text' }) }

async function opened(): Promise<Database> {
  const outcome = await openDatabase({ kind: 'embedded', folder, council: 'testshire' })
  return outcome.ok ? outcome.value : assert.fail(outcome.refusal.message)
}

/** Where a table is kept, to be damaged when the database is closed. */
async function fileOf(database: Database, table: string): Promise<string> {
  const { rows } = (await database.queue(`select pg_relation_filepath('${table}') as path`)) as { rows: { path: string }[] }
  return join(cluster, rows[0]?.path ?? assert.fail())
}

function damage(path: string): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(2000, 0xab), 0, 2000, 4096)
  closeSync(file)
}

test('a table that is damaged on disk is found by reading all of them, and named', async () => {
  const database = await opened()
  await migrate(database, [papers])
  await database.owner((tx) => sql`insert into work.papers (text) select repeat('a report ', 20) || n from generate_series(1, 400) as n`.execute(tx.tables()))
  assert.deepEqual(await unreadableTables(database), { tables: 2, unreadable: [] })
  const file = await fileOf(database, 'work.papers')
  await database.close()
  damage(file)
  const again = await opened()
  const { unreadable } = await unreadableTables(again)
  await again.close()
  assert.deepEqual(unreadable.map(({ table }) => table), ['work.papers'])
  assert.match(unreadable[0]?.problem ?? '', /invalid page/)
})

test('what an earlier run put aside and left is cleared away at the start', async () => {
  const left = join(cluster, 'base', 'pgsql_tmp')
  mkdirSync(left, { recursive: true })
  writeFileSync(join(left, 'pgsql_tmp42.0'), Buffer.alloc(100_000))
  const database = await opened()
  await database.close()
  assert.deepEqual(readdirSync(join(cluster, 'base')).includes('pgsql_tmp') ? readdirSync(left) : [], [])
})

test('a store whose list of migrations is damaged is refused with what to do, not with a fault of the programme', async () => {
  const database = await opened()
  const file = await fileOf(database, 'platform.migrations')
  await database.close()
  damage(file)
  const again = await opened()
  const refused = await migrate(again, [papers])
  await again.close()
  assert.match(refused.ok ? 'migrated' : refused.refusal.message, /The database is damaged: invalid page.*restore the last backup/)
})
