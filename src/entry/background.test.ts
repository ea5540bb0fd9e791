import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeLog } from '#platform/log/log.ts'
import { makeBackground } from './background.ts'

function heard() {
  const lines: string[] = []
  return { lines, background: makeBackground(makeLog({ production: true, to: { write: (line) => lines.push(line) } })) }
}

test('closing waits for work in the background, and for what that work begins', async () => {
  const { background } = heard()
  const done: string[] = []
  background.begin('build', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    done.push('build')
    background.begin('notify', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      done.push('notify')
    })
  })
  assert.deepEqual(done, [])
  await background.ended()
  assert.deepEqual(done, ['build', 'notify'])
})

test('work that fails, at once or later, is logged by its name and stops nothing', async () => {
  const { background, lines } = heard()
  background.begin('at once', () => {
    throw new Error('broken')
  })
  background.begin('later', () => Promise.reject(new Error('broken')))
  await background.ended()
  assert.equal(lines.length, 2)
  assert.match(lines.join(''), /"work":"at once"[^]*"work":"later"/)
})

test('closing waits for twenty seconds and no longer', async (t) => {
  const { background, lines } = heard()
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  background.begin('endless', () => new Promise(() => undefined))
  const ended = background.ended()
  await Promise.resolve()
  t.mock.timers.tick(20_000)
  await ended
  assert.match(lines.join(''), /"work":"endless"/)
})
