import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#platform/config/config.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { makeLog } from '#platform/log/log.ts'
import { assemble } from './app.ts'
import type { Application } from './application.ts'
import { makeBackground } from './background.ts'
import { migrations } from './migrations.ts'

/** The product on a database and in a folder of its own, as an empty store. */
export async function testApplication(environment: Readonly<Record<string, string>> = {}): Promise<{ app: Application; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-app-'))
  const config = readConfig({ DATA_DIR: folder, ...environment })
  if (!config.ok) throw new Error(JSON.stringify(config.refusal))
  const store = await testDatabase(migrations)
  const log = makeLog({ production: true, quiet: true })
  const background = makeBackground(log)
  const app = await assemble(config.value, log, store.database, [], { background, typeset: (job, told) => typeset(job, told) })
  return {
    app,
    close: async () => {
      await background.ended()
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
