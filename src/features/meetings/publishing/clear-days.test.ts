import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { clearDaysOf } from './clear-days.ts'

const easter = { date: date('2026-04-14') }

test('neither the day of publication nor the day of the meeting counts, and Easter does not either', () => {
  const onTime = clearDaysOf(easter, true, date('2026-04-02'))
  assert.deepEqual([onTime.left, onTime.isLate], [5, false])
  assert.match(onTime.words, /There are 5 clear working days .* The last lawful day is Thursday 2 April 2026/)
  assert.ok(onTime.working.length > 0)
})

test('a day later is late', () => {
  const late = clearDaysOf(easter, true, date('2026-04-07'))
  assert.deepEqual([late.left, late.isLate], [4, true])
  assert.match(late.words, /^Only 4 clear working days would be left/)
})

test('a private meeting is not bound by the rule', () => {
  assert.equal(clearDaysOf(easter, false, date('2026-04-13')).isLate, false)
})
