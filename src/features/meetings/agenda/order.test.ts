import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ItemId } from '../work/meeting-in-work.ts'
import { moved, orderMark } from './order.ts'

const order = ['apologies', 'interests', 'places', 'budget'] as ItemId[]
const [, interests, , budget] = order as [ItemId, ItemId, ItemId, ItemId]

test('an item moves a step up or down, or to a place, and the others keep their order', () => {
  assert.deepEqual(moved(order, budget, 'up'), { ok: true, value: ['apologies', 'interests', 'budget', 'places'] })
  assert.deepEqual(moved(order, interests, 'down'), { ok: true, value: ['apologies', 'places', 'interests', 'budget'] })
  assert.deepEqual(moved(order, budget, 1), { ok: true, value: ['budget', 'apologies', 'interests', 'places'] })
})

test('an item does not move past either end, nor to a place that is none', () => {
  for (const move of ['down', 0, 5, 1.5, Number.NaN] as const) {
    const outcome = moved(order, budget, move)
    assert.ok(!outcome.ok)
    assert.equal(outcome.refusal.faults[0]?.message, 'Give a place from 1 to 4')
  }
})

test('an item that somebody else took away cannot be moved', () => {
  const outcome = moved(order, 'gone' as ItemId, 'up')
  assert.ok(!outcome.ok && outcome.refusal.kind === 'conflict')
})

test('the mark of an order changes with the order alone', () => {
  assert.equal(orderMark(order), orderMark([...order]))
  assert.notEqual(orderMark(order), orderMark(order.toReversed()))
})
