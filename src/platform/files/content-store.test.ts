import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { StoreCannotWrite } from './content-store-errors.ts'
import { checksumOf, openContentStore } from './content-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-files-'))
const store = openContentStore(join(folder, 'files'))
after(() => rmSync(folder, { recursive: true }))

test('what was put is found under its checksum, once, however often and however many at a time it is put', async () => {
  const report = Buffer.from('The report of the Director')
  const checksums = await Promise.all([store.put(report), store.put(report), store.put(report)])
  assert.deepEqual([...new Set(checksums)], [checksumOf(report)])
  assert.deepEqual(await store.get(checksumOf(report)), report)
  assert.equal(await store.has(checksumOf(report)), true)
  assert.deepEqual(await store.list(), [checksumOf(report)])
})

test('what was never put is not there, and neither is anything outside the folder', async () => {
  for (const checksum of [checksumOf(Buffer.from('never put')), '../../etc/passwd', 'ab/../../x', '']) {
    assert.equal(await store.get(checksum), undefined)
    assert.equal(await store.has(checksum), false)
  }
})

test('a file that was changed on disk is refused instead of given out', async () => {
  const checksum = await store.put(Buffer.from('signed minutes'))
  writeFileSync(join(folder, 'files', checksum.slice(0, 2), checksum.slice(2)), 'forged minutes')
  await assert.rejects(store.get(checksum), /damaged/)
})

test('a file that is forgotten is gone, others stay, and it can be put again; nothing outside the folder is touched', async () => {
  const [old, kept] = [await store.put(Buffer.from('an old copy')), await store.put(Buffer.from('the standing copy'))]
  await store.forget(old)
  await store.forget(old)
  assert.deepEqual([await store.has(old), await store.get(old), await store.has(kept)], [false, undefined, true])
  assert.ok(!(await store.list()).includes(old))
  writeFileSync(join(folder, 'outside'), 'stays')
  await store.forget('../outside')
  assert.equal(statSync(join(folder, 'outside')).size, 5)
  assert.equal(await store.put(Buffer.from('an old copy')), old)
})

test('what was last put before a moment is told apart; putting it again counts, and keeps it from being forgotten', async () => {
  const [old, again, fresh] = await Promise.all(['old', 'again', 'fresh'].map((words) => store.put(Buffer.from(words))))
  const [yesterday, moment] = [new Date(Date.now() - 86_400_000), new Date(Date.now() - 60_000)]
  for (const checksum of [old ?? '', again ?? '']) utimesSync(join(folder, 'files', checksum.slice(0, 2), checksum.slice(2)), yesterday, yesterday)
  await store.put(Buffer.from('again'))
  assert.deepEqual(await store.putBefore(moment), [old])
  for (const checksum of [old ?? '', again ?? '', fresh ?? '']) await store.forget(checksum, moment)
  assert.deepEqual(await Promise.all([old, again, fresh].map((checksum) => store.has(checksum ?? ''))), [false, true, true])
})

test('what a process was killed over is cleared once it is old, and nothing that is whole or under way', async () => {
  const whole = await store.put(Buffer.from('whole'))
  const place = join(folder, 'files', whole.slice(0, 2))
  const [left, underWay] = [join(place, `.${randomUUID()}`), join(place, `.${randomUUID()}`)]
  for (const path of [left, underWay]) writeFileSync(path, 'hal')
  const yesterday = new Date(Date.now() - 86_400_000)
  utimesSync(left, yesterday, yesterday)
  assert.equal(await store.clearHalfWritten(new Date(Date.now() - 60_000)), 1)
  assert.deepEqual([existsSync(left), existsSync(underWay), await store.has(whole)], [false, true, true])
  rmSync(underWay)
})

test('a damaged file is put right when its content is put again', async () => {
  const minutes = Buffer.from('minutes of the panel')
  const checksum = await store.put(minutes)
  writeFileSync(join(folder, 'files', checksum.slice(0, 2), checksum.slice(2)), 'minutes')
  assert.equal(await store.put(minutes), checksum)
  assert.deepEqual(await store.get(checksum), minutes)
})

test('a folder that does not take a file is named, with the reason and what to do', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const found = await openContentStore(file).put(Buffer.from('a report')).catch((error: unknown) => error)
  assert.ok(found instanceof StoreCannotWrite, String(found))
  assert.match(found.message, /cannot be kept in .*a-file: a part of its path is a file\. Make room/)
})

test('whoever uses the site is told why a file was not kept, and not where the files lie', async () => {
  const file = join(folder, 'another-file')
  writeFileSync(file, '')
  const found = await openContentStore(file).put(Buffer.from('a report')).catch((error: unknown) => error)
  assert.ok(found instanceof StoreCannotWrite)
  assert.match(found.plainly, /takes nothing: a part of its path is a file\. Nothing was saved/)
  assert.ok(!found.plainly.includes(folder))
})

test('files and folders can be read by their owner alone, and nothing half-written stays behind', async () => {
  await store.put(Buffer.alloc(100_000, 7))
  const paths = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' })
  for (const path of paths) assert.equal(statSync(join(folder, 'files', path)).mode & 0o077, 0, path)
  assert.deepEqual(paths.filter((path) => path.includes('/.')), [])
})
