import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Engine } from './engine.ts'
import { simpleQuery, statusOf } from './wire.ts'

test('a statement beyond its time limit takes the engine with it, and whoever waits is told', async () => {
  const engine = await Engine.start({ kind: 'memory' })
  assert.equal(statusOf(await engine.execute(simpleQuery('select 1'), 5_000)), 'I')
  const endless = engine.execute(simpleQuery('select count(*) from generate_series(1, 1000000000000)'), 200)
  const waiting = engine.execute(simpleQuery('select 1'))
  await Promise.all([endless, waiting].map((answer) => assert.rejects(answer, /took too long/)))
  assert.equal(engine.isDead, true)
})
