import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openContentStore } from '#platform/files/content-store.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import { councilTable } from '../council-table.ts'
import type { Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'
import { lockFolder } from './folder-lock.ts'

interface Tables {
  'work.papers': { number: number; text: string }
}

const disk = mkdtempSync(join(tmpdir(), 'golden-thread-full-'))
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=76m', 'tmpfs', disk]).status === 0
after(() => {
  if (isMounted) spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

if (isMounted) {
  test('a full disk is said so, loses nothing that was acknowledged, and is over when there is room again', async () => {
    const ballast = join(disk, 'ballast')
    writeFileSync(ballast, Buffer.alloc(20 * 2 ** 20))
    const database = await opened()
    const acknowledged = await writeUntilRefused(database)
    await assert.rejects(write(database, acknowledged + 1), /No space left/)
    rmSync(ballast)
    await write(database, acknowledged + 1)
    assert.equal(await count(database), acknowledged + 1)
    await database.close()
    const again = await opened()
    assert.equal(await count(again), acknowledged + 1)
    await again.close()
  })

  test('on a disk without a byte of room a lock is taken all the same, and a store that is open is read', async () => {
    const ballast = join(disk, 'ballast')
    const database = await opened()
    const all = await count(database)
    lockOther().release()
    fillDisk(ballast)
    lockOther().release()
    assert.equal(await count(database), all)
    await database.close()
    rmSync(ballast)
    const again = await opened()
    assert.equal(await count(again), all)
    await again.close()
  })

  test('a file for which there is no room is refused with its folder, and kept when there is some', async () => {
    const ballast = join(disk, 'ballast')
    fillDisk(ballast)
    const store = openContentStore(join(disk, 'files'))
    const report = Buffer.alloc(100_000, 'a report')
    const found = await store.put(report).catch((error: unknown) => error)
    assert.ok(found instanceof StoreCannotWrite, String(found))
    assert.match(found.message, /files: its disk is full\. Make room/)
    rmSync(ballast)
    assert.deepEqual(await store.get(await store.put(report)), report)
  })

  test('a store that cannot be begun for want of room is refused, and begun when there is some', async () => {
    rmSync(join(disk, 'database'), { recursive: true })
    const ballast = join(disk, 'ballast')
    writeFileSync(ballast, Buffer.alloc(50 * 2 ** 20))
    const options = { kind: 'embedded', folder: join(disk, 'database'), council: 'testshire' } as const
    const refused = await openDatabase(options)
    assert.match(refused.ok ? 'opened' : refused.refusal.message, /does not start.*disk has room/)
    rmSync(ballast)
    const begun = await opened()
    assert.equal(await count(begun), 0)
    await begun.close()
  })
} else {
  process.stderr.write('This machine does not let the test mount a small disk: what happens on a full one is not tried here\n')
}

function lockOther(): { release(): void } {
  const lock = lockFolder(join(disk, 'other'))
  return lock.ok ? lock.value : assert.fail(lock.refusal.message)
}

function fillDisk(ballast: string): void {
  const file = openSync(ballast, 'w')
  try {
    for (let size = 2 ** 20; size >= 1; size /= 2) writeUntilFull(file, size)
  } finally {
    closeSync(file)
  }
}

function writeUntilFull(file: number, size: number): void {
  try {
    for (;;) writeSync(file, Buffer.alloc(size))
  } catch (error) {
    assert.match(String(error), /ENOSPC/)
  }
}

async function opened(): Promise<Database> {
  const outcome = await openDatabase({ kind: 'embedded', folder: join(disk, 'database'), council: 'testshire' })
  if (!outcome.ok) assert.fail(outcome.refusal.message)
  await migrate(outcome.value, [
    { name: '0001-papers', up: (tx) => councilTable(tx, 'work.papers', { columns: 'number integer not null, text text not null', key: 'number' }) },
  ])
  return outcome.value
}

async function writeUntilRefused(database: Database): Promise<number> {
  for (let number = 1; ; number += 1) {
    try {
      await write(database, number)
    } catch (error) {
      assert.match(String(error), /No space left/)
      return number - 1
    }
  }
}

async function write(database: Database, number: number): Promise<void> {
  const text = randomBytes(300_000).toString('hex')
  await database.write('officer', (tx) => tx.tables<Tables>().insertInto('work.papers').values({ number, text }).execute())
}

async function count(database: Database): Promise<number> {
  const row = await database.read('officer', (reader) => {
    const papers = reader.tables<Tables>().selectFrom('work.papers')
    return papers.select((each) => each.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  })
  return row.count
}
