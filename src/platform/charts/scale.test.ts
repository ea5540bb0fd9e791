import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scaleOf } from './scale.ts'

const field = [200, 0] as const

test('an axis begins at zero and ends at a round value beyond the highest', () => {
  const scale = scaleOf([12, 43.2], field, { lines: 5 })
  assert.deepEqual([scale.from, scale.to, scale.ticks], [0, 50, [0, 10, 20, 30, 40, 50]])
  assert.deepEqual([scale.at(0), scale.at(25), scale.at(50)], [200, 100, 0])
})

test('an axis that is told so begins near the lowest value', () => {
  const scale = scaleOf([91, 97.5], field, { lines: 5, isFromZero: false })
  assert.deepEqual([scale.from, scale.to], [91, 98])
})

test('an axis never goes where there can be no value', () => {
  const scale = scaleOf([-4, 55, 104], field, { lines: 5, lowest: 0, highest: 100 })
  assert.deepEqual([scale.from, scale.to], [0, 100])
  assert.deepEqual([scale.has(104), scale.at(104), scale.has(100)], [false, 0, true])
})

test('there are never more than ten gridlines', () => {
  for (let high = 0.013; high < 5_000_000; high *= 1.7) {
    for (const lines of [3, 5, 6, 9, 12]) {
      const { ticks, from, to } = scaleOf([high / 3, high], field, { lines })
      assert.ok(ticks.length >= 2 && ticks.length <= 10, `${ticks.length} lines up to ${high}`)
      assert.ok(ticks.every((tick) => tick >= from && tick <= to))
    }
  }
})

test('one value, no value and nothing but zeroes have an axis with room', () => {
  for (const values of [[5], [], [0, 0], [-3], [Number.NaN]]) {
    const scale = scaleOf(values, field, { lines: 5 })
    assert.ok(scale.to > scale.from, values.join())
    assert.ok(Number.isFinite(scale.at(values.find(Number.isFinite) ?? 0)))
  }
  const alone = scaleOf([5, 5], field, { lines: 5, isFromZero: false })
  assert.ok(alone.from < 5 && alone.to > 5)
  const full = scaleOf([100, 100], field, { lines: 5, isFromZero: false, lowest: 0, highest: 100 })
  assert.ok(full.from < 100 && full.to === 100)
})

test('values below zero are on the axis, and zero with them', () => {
  const scale = scaleOf([-30, 20], field, { lines: 5 })
  assert.ok(scale.has(-30) && scale.has(0) && scale.ticks.includes(0))
})
