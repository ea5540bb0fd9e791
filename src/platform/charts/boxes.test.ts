import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spread } from './boxes.ts'

const high = (...middles: number[]) => middles.map((middle) => ({ middle, height: 10 }))

test('what has room stays where it belongs', () => {
  assert.deepEqual(spread(high(20, 50, 80), 0, 100), [20, 50, 80])
})

test('what would overlap is moved apart, in the order in which it belongs', () => {
  const places = spread(high(50, 48, 50), 0, 100)
  assert.deepEqual(places.toSorted((one, other) => one - other).map((place, index, all) => place - (all[index - 1] ?? place - 10) >= 10), [true, true, true])
  assert.ok((places[1] ?? 0) < (places[0] ?? 0))
})

test('nothing is moved beyond the top or the bottom while there is room', () => {
  const places = spread(high(98, 99, 100, 1, 0), 0, 100)
  assert.ok(places.every((place) => place >= 5 && place <= 95), places.join())
})
