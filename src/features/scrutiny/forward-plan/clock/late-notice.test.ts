import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { planEntry } from '../entry/plan-entry.ts'
import { lateNotice } from './late-notice.ts'

const draft = (changes: object = {}) =>
  planEntry.parse({ reference: 'library', matter: 'The library', decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet' }, expected: { from: '2023-07-20' }, key: 'key', keyReason: 'Two towns use it.', ...changes })

test('a draft whose notice is too late for its day says by when it was due, how long ago, and what it needs', () => {
  assert.deepEqual(lateNotice(draft(), date('2023-07-03'), {}), ['Due by Friday 9 June 2023: 24 days ago. With this day it needs the general exception or special urgency.'])
  assert.deepEqual(lateNotice(draft(), date('2023-06-10'), {}), ['Due by Friday 9 June 2023: 1 day ago. With this day it needs the general exception or special urgency.'])
})

test('a draft whose notice is in time, or that needs none, says nothing', () => {
  assert.deepEqual(lateNotice(draft(), date('2023-06-09'), {}), [])
  assert.deepEqual(lateNotice(draft({ key: 'not-key' }), date('2023-07-03'), {}), [])
})

test('a meeting in private whose first notice is too late says so beside', () => {
  const late = lateNotice(draft({ key: 'not-key', private: { part: 'whole', reason: 'Offers' } }), date('2023-07-03'), {})
  assert.equal(late.length, 1)
  assert.match(late[0] ?? '', /^The first notice of a private meeting was due by .* ago\. With this day it needs the agreement that it is urgent\.$/)
})
