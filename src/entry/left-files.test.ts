import assert from 'node:assert/strict'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FileReferences } from '#platform/files/file-references.ts'
import type { Application } from './application.ts'
import { copyReferences, fileReferences } from './features.ts'
import { clearLeftFiles } from './left-files.ts'
import { testApplication } from './testing.ts'

let app: Application
let close: () => Promise<void>
before(async () => {
  ;({ app, close } = await testApplication())
})
after(() => close())

const hours = (count: number) => new Date(Date.now() - count * 3_600_000)

async function put(text: string, hoursAgo: number): Promise<string> {
  const checksum = await app.files.put(Buffer.from(text))
  await utimes(join(app.config.dataDir, 'files', checksum.slice(0, 2), checksum.slice(2)), hours(hoursAgo), hours(hoursAgo))
  return checksum
}

const clear = (references: readonly FileReferences[]) => clearLeftFiles(app.contextOf({ kind: 'operator', name: 'housekeeping' }, 'job'), app.files, references, new Date())
const deeds = () =>
  app.database.owner((tx) =>
    tx.tables<{ 'access.audit': { verb: string; outcome: string; detail: object | null } }>().selectFrom('access.audit').select(['outcome', 'detail']).where('verb', '=', 'store.clear-files').execute(),
  )

test('a file to which nothing has referred for a day is cleared and audited; one in use, and one that may be waiting for its row, stay', async () => {
  const [used, left, waiting] = [await put('used', 100), await put('left', 25), await put('waiting', 23)]
  const cleared = await clear([async () => [used]])
  assert.deepEqual(cleared, { ok: true, value: { cleared: 1 } })
  assert.deepEqual(await Promise.all([used, left, waiting].map((checksum) => app.files.has(checksum))), [true, false, true])
  assert.deepEqual((await deeds()).map(({ outcome, detail }) => [outcome, detail]), [['done', { cleared: 1 }]])
  assert.deepEqual(await clear([async () => [used]]), { ok: true, value: { cleared: 0 } })
  assert.equal((await deeds()).length, 1)
})

test('a folder that holds more than its database knows of is left alone: it may belong to another one', async () => {
  const others = await Promise.all(['one', 'two', 'three'].map((text) => put(text, 48)))
  const refused = await clear([...fileReferences, ...copyReferences])
  assert.equal(refused.ok ? '' : refused.refusal.kind, 'conflict')
  assert.ok((await Promise.all(others.map((checksum) => app.files.has(checksum)))).every(Boolean))
  assert.equal((await deeds()).at(-1)?.outcome, 'refused')
})
