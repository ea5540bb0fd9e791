import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { readImportFiles } from './import-files.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-import-'))
  await mkdir(join(folder, 'meetings', 'papers'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'outside')
  await writeFile(join(folder, 'meetings', 'list.yaml'), 'body: cabinet\n')
  await writeFile(join(folder, 'meetings', 'latin.csv'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
  await writeFile(join(folder, 'meetings', 'papers', 'report.md'), '# Report\n')
})
after(() => rm(folder, { recursive: true }))

test('a file is read with its name as given, and gives the files beside and below it', async () => {
  const read = await readImportFiles([join(folder, 'meetings', 'list.yaml')], folder)
  assert.ok(read.ok)
  const [file] = read.value
  assert.deepEqual(file?.text(), { ok: true, value: 'body: cabinet\n' })
  const report = await file?.beside('papers/report.md')
  assert.ok(report?.ok)
  assert.deepEqual(report.value.text(), { ok: true, value: '# Report\n' })
})

test('a file outside the folder is refused, however its name is written', async () => {
  const read = await readImportFiles([join(folder, 'meetings', 'list.yaml')], folder)
  assert.ok(read.ok)
  for (const name of ['../secret.txt', 'papers/../../secret.txt', join(folder, 'secret.txt'), '.', '..']) {
    assert.equal((await read.value[0]?.beside(name))?.ok, false, name)
  }
})

test('each file that cannot be read is named, and none is loaded', async () => {
  const read = await readImportFiles([join(folder, 'meetings', 'list.yaml'), join(folder, 'none.yaml'), join(folder, 'meetings')], folder)
  assert.ok(!read.ok)
  assert.deepEqual(
    read.refusal.faults.map((fault) => fault.message),
    ['There is no such file', 'This is a folder: name the files in it'],
  )
})

test('text that is not UTF-8 is refused with what to do', async () => {
  const read = await readImportFiles([join(folder, 'meetings', 'latin.csv')], folder)
  assert.ok(read.ok)
  const text = read.value[0]?.text()
  assert.match(text?.ok === false ? (text.refusal.faults[0]?.message ?? '') : '', /UTF-8/)
})
