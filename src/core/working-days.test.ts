import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, type LocalDate } from './dates.ts'
import { clearWorkingDaysBetween, countWorkingDays, OutsideTheCalendar, whyNotWorked, type WorkingDays } from './working-days.ts'

const easter2026: WorkingDays = {
  name: 'Easter 2026 alone',
  firstYear: 2026,
  lastYear: 2026,
  holidays: new Map<LocalDate, string>([
    [date('2026-04-03'), 'Good Friday'],
    [date('2026-04-06'), 'Easter Monday'],
  ]),
}

test('the day of the event is day 0 and the next working day is day 1', () => {
  assert.equal(countWorkingDays(date('2026-04-14'), 1, 'forwards', easter2026).reached, '2026-04-15')
  assert.equal(countWorkingDays(date('2026-04-02'), 1, 'forwards', easter2026).reached, '2026-04-07')
  assert.equal(countWorkingDays(date('2026-04-07'), 1, 'backwards', easter2026).reached, '2026-04-02')
})

test('an event on a Saturday is day 0 like any other, so Monday is day 1', () => {
  assert.equal(countWorkingDays(date('2026-04-11'), 1, 'forwards', easter2026).reached, '2026-04-13')
})

test('no working days after an event is the day of the event', () => {
  assert.equal(countWorkingDays(date('2026-04-11'), 0, 'forwards', easter2026).reached, '2026-04-11')
})

test('every day passed over is named with its reason', () => {
  const count = countWorkingDays(date('2026-04-02'), 2, 'forwards', easter2026)
  assert.deepEqual(count.counted, ['2026-04-07', '2026-04-08'])
  assert.deepEqual(count.skipped, [
    { day: '2026-04-03', why: 'Good Friday' },
    { day: '2026-04-04', why: 'Saturday' },
    { day: '2026-04-05', why: 'Sunday' },
    { day: '2026-04-06', why: 'Easter Monday' },
  ])
})

test('clear working days leave out both the first and the last day', () => {
  assert.deepEqual(clearWorkingDaysBetween(date('2026-04-02'), date('2026-04-08'), easter2026), ['2026-04-07'])
  assert.deepEqual(clearWorkingDaysBetween(date('2026-04-13'), date('2026-04-14'), easter2026), [])
  assert.deepEqual(clearWorkingDaysBetween(date('2026-04-14'), date('2026-04-13'), easter2026), [])
})

test('a count that leaves the covered years is refused, never guessed', () => {
  assert.throws(() => countWorkingDays(date('2026-12-30'), 5, 'forwards', easter2026), OutsideTheCalendar)
  assert.throws(() => countWorkingDays(date('2026-01-02'), 5, 'backwards', easter2026), /known from 2026 to 2026 .* in 2025/)
  assert.throws(() => whyNotWorked(date('2027-01-04'), easter2026), OutsideTheCalendar)
})
