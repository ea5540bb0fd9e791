import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notTurnedBack } from './not-turned-back.ts'

test('a file loaded again does not take back that a meeting was held or that its minutes are confirmed', () => {
  assert.equal(notTurnedBack('agenda-published', 'held'), 'held')
  assert.equal(notTurnedBack('held', 'minutes-confirmed'), 'minutes-confirmed')
  assert.equal(notTurnedBack('minutes-draft', 'held'), 'minutes-draft')
  assert.equal(notTurnedBack('held', 'planned'), 'held')
  assert.equal(notTurnedBack('cancelled', 'held'), 'cancelled')
  assert.equal(notTurnedBack('planned', undefined), 'planned')
})
