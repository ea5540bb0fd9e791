import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { lockFolder } from './folder-lock.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-lock-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('a folder belongs to one at a time, and is free again when it is given back', () => {
  const first = lockFolder(join(folder, 'store'))
  assert.ok(first.ok)
  const second = lockFolder(join(folder, 'store'))
  assert.match(second.ok ? '' : second.refusal.message, /Another Golden Thread is using the folder .*store\. Stop that one first/)
  first.value.release()
  const third = lockFolder(join(folder, 'store'))
  assert.ok(third.ok)
  third.value.release()
})

test('the folder and the lock are nobody else’s to read', async () => {
  const lock = lockFolder(join(folder, 'private'))
  assert.ok(lock.ok)
  assert.equal((await stat(join(folder, 'private'))).mode & 0o777, 0o700)
  assert.equal((await stat(join(folder, 'private', 'lock.sqlite'))).mode & 0o777, 0o600)
  lock.value.release()
})

test('taking the lock writes nothing, so that it can be taken on a full disk', async () => {
  const lock = lockFolder(join(folder, 'unwritten'))
  assert.ok(lock.ok)
  assert.deepEqual(await readdir(join(folder, 'unwritten')), ['lock.sqlite'])
  assert.equal((await stat(join(folder, 'unwritten', 'lock.sqlite'))).size, 0)
  lock.value.release()
})

test('a folder that cannot be made is refused with the reason and what to do', async () => {
  await writeFile(join(folder, 'file'), '')
  const refused = lockFolder(join(folder, 'file', 'below'))
  assert.match(refused.ok ? '' : refused.refusal.message, /cannot be used: a part of its path is a file\. Set DATA_DIR/)
  const below = lockFolder('/proc/golden-thread/database')
  assert.match(below.ok ? '' : below.refusal.message, /cannot be (used|written to)/)
})
