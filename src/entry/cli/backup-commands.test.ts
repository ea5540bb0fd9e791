import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { nothingPublished } from '#platform/http/publication.ts'
import type { Application } from '../application.ts'
import { readCounty } from '../county/county-store.ts'
import { loadExample } from '../county/load-example.ts'
import { importers } from '../features.ts'
import { testApplication } from '../testing.ts'
import { backupCommands } from './backup-commands.ts'

const path = join(tmpdir(), `golden-thread-backup-${process.pid}`)
after(() => rm(path, { force: true }))

async function run(name: string, app: Application): Promise<void> {
  const command = backupCommands.find((one) => one.name === name)
  assert.ok(command?.needs === 'application')
  const done = await command.run({ words: [path], options: {} }, { json: false, folder: process.cwd(), say: () => undefined, progress: () => undefined }, app)
  assert.ok(done.ok, JSON.stringify(done))
}

test('what was backed up comes back in an empty store, which then counts as published and is not taken for a new one', async () => {
  const old = await testApplication()
  const fresh = await testApplication()
  try {
    const quickly = importers.slice(0, importers.findIndex(({ what }) => what === 'meetings'))
    assert.ok((await loadExample(old.app, quickly, 'worcestershire', () => undefined)).ok)
    await run('backup', old.app)
    await run('restore', fresh.app)
    assert.deepEqual(await fresh.app.database.readPublished(readCounty), await old.app.database.readPublished(readCounty))
    assert.equal(await nothingPublished(fresh.app.database), false)
  } finally {
    await old.close()
    await fresh.close()
  }
})
