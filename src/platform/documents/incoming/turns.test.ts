import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Turns } from './turns.ts'

test('only so many run at once, others wait their turn, and those beyond are turned away', async () => {
  const turns = new Turns({ atOnce: 2, waiting: 1 })
  const ends: (() => void)[] = []
  const begun: string[] = []
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.push(() => resolve(name)))
  }
  const taken = ['a', 'b', 'c', 'd'].map((name) => turns.take(work(name)))
  assert.equal(await taken[3], undefined)
  assert.deepEqual(begun, ['a', 'b'])
  ends[0]?.()
  assert.equal(await taken[0], 'a')
  assert.deepEqual(begun, ['a', 'b', 'c'])
  for (const end of ends) end()
  assert.deepEqual(await Promise.all(taken), ['a', 'b', 'c', undefined])
})

test('work that fails gives its turn on', async () => {
  const turns = new Turns({ atOnce: 1, waiting: 1 })
  await assert.rejects(turns.take(() => Promise.reject(new Error('failed'))))
  assert.equal(await turns.take(async () => 'next'), 'next')
})
