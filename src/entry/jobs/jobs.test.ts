import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Application } from '../application.ts'
import { testApplication } from '../testing.ts'
import { startJobs } from './jobs.ts'

let app: Application
let close: () => Promise<void>
before(async () => {
  ;({ app, close } = await testApplication())
})
after(() => close())

const planned = async () => {
  const { rows } = (await app.database.queue('select name from jobs.schedule order by name')) as { rows: { name: string }[] }
  return rows.map(({ name }) => name.split('/').at(-1))
}

test('a process that leaves housekeeping to another sends mail and takes up publications, and plans no work for the hour or the night', async () => {
  const without = await startJobs(app, { keepsHouse: false })
  assert.deepEqual(await planned(), ['mail', 'publications'])
  await without.stop()
  const keeping = await startJobs(app, { keepsHouse: true })
  assert.deepEqual(await planned(), ['housekeeping', 'left-files', 'mail', 'publications'])
  await keeping.stop()
})
