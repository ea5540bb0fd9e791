import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ok } from '#core/outcome.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { act } from '../act.ts'
import { accessMigrations } from '../migrations.ts'
import { testContext } from '../testing.ts'
import { anchorFile } from './audit-anchor.ts'
import { auditCommands } from './audit-commands.ts'

let store: TestStore
let dataDir: string
before(async () => {
  store = await testDatabase(accessMigrations)
  dataDir = await mkdtemp(join(tmpdir(), 'golden-thread-'))
  await act(testContext(store.database), { verb: 'meetings.add', subject: { kind: 'meeting', id: 'cabinet/1' } }, async () => ok(1))
})
after(async () => {
  await store.close()
  await rm(dataDir, { recursive: true })
})

async function verified(): Promise<string> {
  const [verify] = auditCommands
  const io = { json: false, folder: process.cwd(), say: () => undefined, progress: () => undefined }
  const outcome = await (verify ?? assert.fail()).run({ words: [], options: {} }, io, { context: () => testContext(store.database), config: { dataDir } })
  return outcome.ok ? outcome.value.text : `${outcome.refusal.kind}: ${outcome.refusal.message}`
}

test('the first check says that no earlier anchor was compared, and the next one has that anchor', async () => {
  assert.match(await verified(), /^The audit is whole: 1 row\.\nAnchor 1:[^]*\nNo earlier anchor was compared/)
  assert.match(await verified(), /^The audit is whole: 1 row\.\nAnchor 1:[\da-f]{64}$/)
})

test('an anchor that is there and cannot be read is refused and left as it is, not taken for none', async () => {
  for (const damaged of ['', 'x', '1:abc']) {
    await writeFile(anchorFile(dataDir), damaged)
    assert.match(await verified(), /^unavailable: .*audit-anchor, cannot be read \(it holds no anchor\).*--anchor/)
    assert.equal(await readFile(anchorFile(dataDir), 'utf8'), damaged)
  }
  await rm(anchorFile(dataDir))
  await mkdir(anchorFile(dataDir))
  assert.match(await verified(), /^unavailable: .*EISDIR/)
})
