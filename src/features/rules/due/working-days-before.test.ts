import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { nonWorkingDay, workingDaysBefore } from './working-days-before.ts'

test('working days before a day pass over Easter and weekends, and the day itself is not counted', () => {
  assert.deepEqual(workingDaysBefore(date('2026-04-07'), 1), { ok: true, value: '2026-04-02' })
  assert.deepEqual(workingDaysBefore(date('2026-04-14'), 6), { ok: true, value: '2026-04-02' })
  assert.deepEqual(workingDaysBefore(date('2026-04-05'), 1), { ok: true, value: '2026-04-02' })
})

test('no working days before a day is that day', () => {
  assert.deepEqual(workingDaysBefore(date('2026-04-02'), 0), { ok: true, value: '2026-04-02' })
})

test('working days are not counted into years whose holidays are not known', () => {
  const found = workingDaysBefore(date('2012-01-04'), 5)
  assert.ok(!found.ok)
  assert.match(found.refusal.message, /2011/)
})

test('a day that is not worked says why, by the name of the holiday or of the weekend day', () => {
  assert.equal(nonWorkingDay(date('2026-04-03')), 'Good Friday')
  assert.equal(nonWorkingDay(date('2026-04-11')), 'Saturday')
  assert.equal(nonWorkingDay(date('2026-04-14')), undefined)
  assert.equal(nonWorkingDay(date('2040-07-07')), 'Saturday')
  assert.equal(nonWorkingDay(date('2040-07-06')), undefined)
})
