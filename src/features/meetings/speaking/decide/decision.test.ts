import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateTime, time } from '#core/london-time.ts'
import { date } from '#core/dates.ts'
import type { RequestId, Standing } from '../speaking-request.ts'
import { mayWithdraw, readDecision } from './decision.ts'
import { steppedOrder } from './order-speakers.ts'

const decided = { by: 'Olive Reyes', at: dateTime(date('2023-07-05'), time('09:30')) }
const asked: Standing = { state: 'asked' }
const accepted: Standing = { state: 'accepted', place: 1, ...decided }
const declined: Standing = { state: 'declined', reason: 'Not on the agenda.', ...decided }
const withdrawn: Standing = { state: 'withdrawn', ...decided }
const before = { isCancelled: false, hasBegun: false }
const after = { isCancelled: false, hasBegun: true }

function decide(decision: string, reason: string, standing: Standing, meeting = before) {
  const read = readDecision({ decision, reason }, standing, meeting)
  return read.ok ? read.value : [read.refusal.kind, ...read.refusal.faults.map(({ field }) => field)]
}

test('a request is accepted without a reason, and declined only with one', () => {
  assert.deepEqual(decide('accepted', '', asked), { state: 'accepted' })
  assert.deepEqual(decide('declined', '  \n', asked), ['invalid', 'reason'])
  assert.deepEqual(decide('declined', 'It is not about an item.', asked), { state: 'declined', reason: 'It is not about an item.' })
  assert.deepEqual(decide('', '', asked), ['invalid', 'decision'])
  assert.deepEqual(decide('declined', 'x'.repeat(1001), asked), ['invalid', 'reason'])
})

test('before the meeting a decision may be changed, with a reason either way', () => {
  assert.deepEqual(decide('accepted', '', declined), ['invalid', 'reason'])
  assert.deepEqual(decide('accepted', 'The chair allows more time.', declined), { state: 'accepted', reason: 'The chair allows more time.' })
  assert.deepEqual(decide('accepted', 'Once more', accepted), ['not-now'])
})

test('once the meeting has begun nobody is accepted and no answer changes, but whoever was not answered still is', () => {
  assert.deepEqual(decide('accepted', '', asked, after), ['not-now'])
  assert.deepEqual(decide('declined', 'It came too late to be read.', asked, after), { state: 'declined', reason: 'It came too late to be read.' })
  assert.deepEqual(decide('declined', 'Sorry', accepted, after), ['not-now'])
})

test('nobody is accepted for a cancelled meeting, and a withdrawn request is not decided', () => {
  assert.deepEqual(decide('accepted', '', asked, { isCancelled: true, hasBegun: false }), ['not-now'])
  assert.deepEqual(decide('accepted', 'Again', withdrawn), ['not-now'])
  assert.deepEqual([mayWithdraw(accepted, before).ok, mayWithdraw(declined, before).ok, mayWithdraw(withdrawn, before).ok, mayWithdraw(accepted, after).ok], [true, true, false, false])
})

test('a speaker is moved one place, and not beyond the ends of the list', () => {
  const order = ['a', 'b', 'c'] as RequestId[]
  const step = (speaker: string, move: string) => {
    const moved = steppedOrder(order, speaker, move)
    return moved.ok ? moved.value.join('') : moved.refusal.kind
  }
  assert.deepEqual([step('b', 'up'), step('b', 'down'), step('a', 'up'), step('c', 'down'), step('b', 'sideways'), step('z', 'up')], ['bac', 'acb', 'not-now', 'not-now', 'not-now', 'not-now'])
})
