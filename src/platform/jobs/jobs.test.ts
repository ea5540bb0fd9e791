import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachDatabase } from '#platform/database/testing.ts'
import { makeJobs } from './jobs.ts'

eachDatabase([], (store) => {
  test('a job is done once with the data it was sent; one that fails is reported and tried again; one that was never defined is refused', { timeout: 30_000 }, async () => {
    const { database } = store()
    const done: unknown[] = []
    const failures: unknown[] = []
    const finished = Promise.withResolvers<void>()
    const jobs = makeJobs(database, { failed: (error, name) => void failures.push([name, String(error)]), pollSeconds: 0.5 })
    jobs.define('mail', async (data) => void done.push(data))
    jobs.define('unlucky', async () => {
      if (failures.length < 1) throw new Error('no answer')
      finished.resolve()
    })
    await jobs.start()
    await jobs.send('mail', { to: 'Ann' })
    await jobs.send('unlucky')
    await assert.rejects(jobs.send('unknown'))
    await assert.rejects(database.write('officer', () => jobs.send('mail')), /open here already/)
    await finished.promise
    await jobs.stop()
    assert.deepEqual(done, [{ to: 'Ann' }])
    assert.deepEqual(failures, [['unlucky', 'Error: no answer']])
  })

  test('what is done by the clock is kept in the database under the council’s own name, in London time', { timeout: 30_000 }, async () => {
    const { database } = store()
    const jobs = makeJobs(database, { failed: assert.fail })
    jobs.define('nightly', async () => undefined)
    jobs.every('0 3 * * *', 'nightly')
    await jobs.start()
    await jobs.stop()
    const { rows } = await database.queue('select name, cron, timezone from jobs.schedule')
    assert.deepEqual(rows, [{ name: 'testshire/nightly', cron: '0 3 * * *', timezone: 'Europe/London' }])
  })

  test('neither staff nor the public can see the queue', async () => {
    const { database } = store()
    interface Tables {
      'jobs.job': { id: string }
    }
    await assert.rejects(database.read('officer', (reader) => reader.tables<Tables>().selectFrom('jobs.job').selectAll().execute()), /permission denied/)
    await assert.rejects(database.readPublished((reader) => reader.tables<Tables>().selectFrom('jobs.job').selectAll().execute()), /permission denied/)
  })

  test('a statement of the queue that fails half-way in its own transaction holds nobody up', async () => {
    const { database } = store()
    await assert.rejects(database.queue('begin; select 1 / 0; commit'), /division by zero/)
    assert.equal(await database.read('officer', async () => 'read'), 'read')
    assert.deepEqual((await database.queue('select 1 as one')).rows, [{ one: 1 }])
  })
})
