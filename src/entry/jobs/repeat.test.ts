import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { repeat } from './repeat.ts'

test('work is repeated after a failure, never twice at once, and stopping waits for its end', async () => {
  let begun = 0
  let ended = 0
  const problems: unknown[] = []
  const twice = new Promise<void>((resolve) => {
    const job = repeat(
      1,
      async () => {
        begun += 1
        assert.equal(begun, ended + 1)
        await wait(5)
        ended += 1
        if (begun === 1) throw new Error('the first time fails')
        if (begun === 2) void job.stop().then(resolve)
        await wait(20)
      },
      (problem) => problems.push(problem),
    )
  })
  await twice
  assert.equal(ended, 2)
  await wait(20)
  assert.equal(begun, 2)
  assert.equal(problems.length, 1)
})
