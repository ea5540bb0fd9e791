import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'
import { stretchesOf } from './stretches.ts'

test('a sentence that somebody may have written is one stretch', () => {
  assert.deepEqual(stretchesOf('More children waited.'), ['More children waited.'])
})

test('a long sentence is cut between words, and each stretch begins with the end of the one before', () => {
  const words = Array.from({ length: 400 }, (_none, index) => `word${index}`)
  const stretches = stretchesOf(words.join(' '))
  assert.deepEqual([...new Set(stretches.flatMap((stretch) => stretch.split(' ')))], words)
  stretches.slice(1).forEach((stretch, index) => assert.ok(stretches[index]?.includes(stretch.slice(0, 150)), stretch))
})

test('a name anywhere in a sentence that never ends is found', () => {
  for (const before of [0, 80, 180, 280, 380]) assert.deepEqual(childrenNamedIn(`${'so it rose, '.repeat(before)}Maya Brown went missing${' and it fell'.repeat(200)}`, []), ['Maya Brown'], String(before))
})

test('no stretch is longer than a sentence, whatever a text repeats, so that a long text takes no longer for each of them', () => {
  for (const words of ['MAYA JONES ', 'A.B. ', 'in Pershore ', '“Noah” ', 'A', 'Aa-', '王']) {
    const stretches = stretchesOf(words.repeat(3000))
    assert.ok(stretches.every(({ length }) => length <= 600), words)
    assert.ok(stretches.length < (words.length * 3000) / 200, words)
  }
})
