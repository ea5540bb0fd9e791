import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostileFiles } from '../testing/hostile-files.ts'
import { zip } from '../testing/zip.ts'
import { readArchive } from './archive.ts'
import { storedZip } from './stored-zip.ts'

async function refusal(name: string): Promise<string> {
  const bytes = hostileFiles[name]?.()
  assert.ok(bytes !== undefined, name)
  const started = performance.now()
  const read = await readArchive(bytes)
  assert.ok(!read.ok, `${name} was accepted`)
  assert.ok(performance.now() - started < 1000, `${name} took too long`)
  return read.refusal.message
}

test('an archive that would unpack to too much is refused by its list, before anything is unpacked', async () => {
  assert.match(await refusal('flat zip bomb'), /unpacks to much more/)
  assert.match(await refusal('many smaller bombs'), /unpacks to much more/)
})

test('too many entries, names that lead elsewhere or stand twice, a password and a cut end are refused', async () => {
  assert.match(await refusal('ten thousand entries'), /more than 3000 files/)
  for (const name of ['path above the archive', 'absolute path', 'path with backslashes', 'same name twice']) assert.match(await refusal(name), /names that no document has/)
  assert.match(await refusal('encrypted entry'), /has a password/)
  assert.match(await refusal('cut short'), /is damaged/)
})

test('an entry that holds more than the list says is refused while it is unpacked', async () => {
  const read = await readArchive(hostileFiles['bomb that lies about its size']?.() ?? Buffer.alloc(0))
  assert.ok(read.ok)
  const unpacked = await read.value.unpack(() => true)
  assert.ok(!unpacked.ok && /damaged/.test(unpacked.refusal.message))
})

test('only the entries that are wanted are unpacked', async () => {
  const read = await readArchive(zip([{ name: 'a.xml', content: 'words', isDeflated: true }, { name: 'b.bin', content: 'other' }]))
  assert.ok(read.ok)
  const unpacked = await read.value.unpack((name) => name.endsWith('.xml'))
  assert.ok(unpacked.ok)
  assert.deepEqual(Array.from(unpacked.value, ([name, bytes]) => [name, bytes.toString()]), [['a.xml', 'words']])
})

test('an archive without compression holds what was put in, under names in any script', async () => {
  const entries = new Map([['a/ü.xml', Buffer.from('words')], ['empty', Buffer.alloc(0)]])
  const read = await readArchive(storedZip(entries))
  assert.ok(read.ok)
  assert.deepEqual(await read.value.unpack(() => true), { ok: true, value: entries })
})
