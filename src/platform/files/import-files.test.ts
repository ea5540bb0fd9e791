import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { readImportFiles } from '#platform/files/import-files.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-import-'))
  await mkdir(join(folder, 'meetings', 'papers'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'outside')
  await writeFile(join(folder, 'meetings', 'list.yaml'), 'body: cabinet\n')
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

test('what is not UTF-8 text is refused with what it seems to be and what to do', async () => {
  const given = { 'latin.yaml': Buffer.from('café £5', 'latin1'), 'wide.yaml': Buffer.from('\ufeffslug: panel', 'utf16le'), 'book.yaml': Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]) }
  const said = { 'latin.yaml': /Windows-1252.*Save it as UTF-8/, 'wide.yaml': /UTF-16.*Save it as UTF-8/, 'book.yaml': /not text: it may be a workbook/ }
  for (const [name, bytes] of Object.entries(given)) {
    await writeFile(join(folder, name), bytes)
    const read = await readImportFiles([name], folder)
    const text = read.ok ? read.value[0]?.text() : assert.fail(name)
    const [fault] = text?.ok === false ? text.refusal.faults : []
    assert.equal(fault?.file, name)
    assert.match(fault.message, said[name as keyof typeof said])
    assert.doesNotMatch(fault.message, /CSV/, 'no kind of file is loaded from a table')
  }
})
