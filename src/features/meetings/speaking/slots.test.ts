import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slotsOf } from './slots.ts'

const panel = { minutesInAll: 20, minutesEach: 3 }

test('six slots of three minutes fit in twenty, and two minutes are left', () => {
  assert.deepEqual(slotsOf(panel, 6), { fit: 6, words: '6 slots of 3 minutes fit in 20; 2 minutes left.' })
  assert.equal(slotsOf({ minutesInAll: 15, minutesEach: 5 }, 0).words, '3 slots of 5 minutes fit in 15; no minutes left.')
  assert.equal(slotsOf({ minutesInAll: 5, minutesEach: 4 }, 0).words, '1 slot of 4 minutes fits in 5; 1 minute left.')
})

test('more speakers than slots are warned of, with what they would take', () => {
  assert.equal(slotsOf(panel, 7).warning, '7 people are accepted, 1 more than the 6 slots: 21 minutes against 20.')
  assert.match(slotsOf({ minutesInAll: 2, minutesEach: 3 }, 1).warning ?? '', /^1 person is accepted, 1 more than the 0 slots/)
})

test('terms of reference that leave a figure open are told as they are', () => {
  assert.deepEqual(Object.keys(slotsOf({}, 40)), ['words'])
  assert.match(slotsOf({ minutesEach: 3 }, 40).words, /Each person has 3 minutes.*no limit in all/)
  assert.match(slotsOf({ minutesInAll: 20 }, 40).words, /allow 20 minutes in all/)
})
