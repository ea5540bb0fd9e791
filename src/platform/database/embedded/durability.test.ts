import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import fs, { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import type { Database } from '../database.ts'
import { openDatabase } from '../open-database.ts'
import { openCluster } from './cluster.ts'

const home = mkdtempSync(join(tmpdir(), 'golden-thread-durability-'))
after(() => rmSync(home, { recursive: true, force: true }))
const folder = join(home, 'database')

async function opened(council = 'testshire'): Promise<Database> {
  const outcome = await openDatabase({ kind: 'embedded', folder, council })
  return outcome.ok ? outcome.value : assert.fail(outcome.refusal.message)
}

async function written(database: Database): Promise<Set<number>> {
  const { rows } = (await database.queue('select number from work.acknowledged')) as { rows: { number: number }[] }
  return new Set(rows.map(({ number }) => number))
}

test('every row that was acknowledged before kill -9 is there afterwards, and the next start is not held up', { timeout: 300_000 }, async () => {
  const acknowledged = new Set<number>()
  for (let round = 0; round < 3; round += 1) {
    const writer = spawn(process.execPath, [join(import.meta.dirname, 'acknowledging-writer.worker.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = once(writer, 'exit')
    const lines = createInterface({ input: writer.stdout })
    let inRound = 0
    for await (const line of lines) {
      acknowledged.add(Number(line))
      inRound += 1
      if (inRound === 1) setTimeout(() => writer.kill('SIGKILL'), 20 + Math.random() * 250)
    }
    await gone
    assert.ok(inRound > 0, 'the writer wrote nothing')
    const database = await opened()
    const found = await written(database)
    await database.close()
    assert.deepEqual([...acknowledged].filter((number) => !found.has(number)), [])
  }
})

test('a second process on the same folder is refused with the folder named; a process that ends frees it', async () => {
  const database = await opened()
  const script = `const { openDatabase } = await import(${JSON.stringify(new URL('../open-database.ts', import.meta.url).href)});
    const opened = await openDatabase({ kind: 'embedded', folder: process.argv[1], council: 'testshire' });
    console.log(opened.ok ? 'opened' : opened.refusal.message); if (opened.ok) await opened.value.close()`
  const second = (): string => spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], { encoding: 'utf8' }).stdout.trim()
  assert.equal(second(), `Another Golden Thread is using the folder ${folder}. Stop that one first, or give this one a data folder of its own.`)
  await database.close()
  assert.equal(second(), 'opened')
})

test('everything in the folder can be read by its owner alone', () => {
  for (const path of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) assert.equal(statSync(join(folder, path)).mode & 0o077, 0, path)
})

test('another council on the same folder sees none of these rows', async () => {
  const database = await opened('othershire')
  const rows = await database.owner((tx) => tx.tables<{ 'work.acknowledged': { number: number } }>().selectFrom('work.acknowledged').selectAll().execute())
  await database.close()
  assert.deepEqual(rows, [])
})

test('a commit waits for the disk: the log is synced before it is answered', async () => {
  const real = fs.fdatasyncSync
  const synced: string[] = []
  fs.fdatasyncSync = (file) => {
    synced.push(process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${file}`) : 'pg_wal')
    real(file)
  }
  syncBuiltinESMExports()
  try {
    const own = join(home, 'own')
    mkdirSync(own)
    const cluster = await openCluster(own)
    await cluster.exec('create table work_done (number integer)')
    for (let number = 0; number < 5; number += 1) {
      synced.length = 0
      await cluster.query('insert into work_done values ($1)', [number])
      assert.ok(synced.some((path) => path.includes('pg_wal')), 'a commit was answered that is not on disk')
    }
    await cluster.close()
  } finally {
    fs.fdatasyncSync = real
    syncBuiltinESMExports()
  }
})
