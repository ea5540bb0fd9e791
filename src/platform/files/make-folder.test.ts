import assert from 'node:assert/strict'
import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { makeFolder } from './make-folder.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-folder-'))
  await writeFile(join(folder, 'file'), '')
})
after(() => rm(folder, { recursive: true }))

test('a folder is made with those above it, for its owner alone, and once', async () => {
  assert.equal(makeFolder(join(folder, 'a', 'b', 'c')), true)
  assert.equal(makeFolder(join(folder, 'a', 'b', 'c')), false)
  if (process.platform !== 'win32') assert.equal((await stat(join(folder, 'a'))).mode & 0o777, 0o700)
})

test('a file in the way is what the system says it is', async () => {
  assert.throws(() => makeFolder(join(folder, 'file')), { code: 'EEXIST' })
  assert.throws(() => makeFolder(join(folder, 'file', 'below')), { code: 'ENOTDIR' })
  await symlink(join(folder, 'nowhere'), join(folder, 'dangling'))
  assert.throws(() => makeFolder(join(folder, 'dangling')), { code: 'EEXIST' })
})

test('where a folder that is there takes no other in, it ends', () => {
  assert.throws(() => makeFolder('/proc/golden-thread/data'), { code: /^(ENOENT|EACCES|EROFS|EPERM)$/ })
})
