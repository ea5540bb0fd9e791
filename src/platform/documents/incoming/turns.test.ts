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

test('of one person one piece runs and two wait, the next is turned away, and others go before them', async () => {
  const turns = new Turns({ atOnce: 2, waiting: 20, waitingOfOne: 2 })
  const ends = new Map<string, () => void>()
  const begun: string[] = []
  const take = (name: string, whose: string) =>
    turns.take(() => {
      begun.push(name)
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
    }, whose)
  const own = ['a1', 'a2', 'a3'].map((name) => take(name, 'ada'))
  assert.equal(await take('a4', 'ada'), undefined)
  const others = [take('b1', 'ben'), take('c1', 'cyd')]
  assert.deepEqual(begun, ['a1', 'b1'])
  ends.get('b1')?.()
  await others[0]
  assert.deepEqual(begun, ['a1', 'b1', 'c1'], 'the place is not for a second file of the same person')
  for (const name of ['a1', 'a2', 'a3']) {
    ends.get(name)?.()
    await own[['a1', 'a2', 'a3'].indexOf(name)]
  }
  ends.get('c1')?.()
  assert.equal(await others[1], 'c1')
  assert.deepEqual(begun, ['a1', 'b1', 'c1', 'a2', 'a3'])
})
