import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, date, daysBetween, firstOfMonth, lastOfMonth, parseDate, weekday } from './dates.ts'

test('a date is read only as yyyy-mm-dd and only where that day exists', () => {
  assert.equal(parseDate('2024-02-29'), '2024-02-29')
  for (const text of ['2023-02-29', '2023-13-01', '2023-7-7', '7 July 2023', '2023-07-07T10:00', '', '0000-01-01', '9999-12-31']) {
    assert.equal(parseDate(text), undefined, text)
  }
  assert.throws(() => date('2023-02-30'), /"2023-02-30" is not a date like 2023-07-07/)
})

test('counting days, the day itself is day 0, across the turn of a year and a leap day', () => {
  assert.equal(addDays(date('2023-12-31'), 1), '2024-01-01')
  assert.equal(addDays(date('2024-02-28'), 2), '2024-03-01')
  assert.equal(addDays(date('2024-03-01'), -1), '2024-02-29')
  assert.equal(daysBetween(date('2023-07-07'), date('2023-07-08')), 1)
  assert.equal(daysBetween(date('2024-03-01'), date('2024-02-01')), -29)
  assert.equal(daysBetween(date('2020-01-01'), date('2024-01-01')), 1461)
})

test('a calendar month later is the same day of the month, or the last day of a shorter month', () => {
  assert.equal(addMonths(date('2023-01-31'), 1), '2023-02-28')
  assert.equal(addMonths(date('2024-01-31'), 1), '2024-02-29')
  assert.equal(addMonths(date('2023-02-28'), 1), '2023-03-28')
  assert.equal(addMonths(date('2023-11-30'), 3), '2024-02-29')
  assert.equal(addMonths(date('2024-02-29'), 12), '2025-02-28')
  assert.equal(addMonths(date('2023-03-31'), -1), '2023-02-28')
})

test('a month begins on its first and ends on its last day', () => {
  assert.equal(firstOfMonth(date('2024-02-29')), '2024-02-01')
  assert.equal(lastOfMonth(date('2024-02-01')), '2024-02-29')
  assert.equal(lastOfMonth(date('2023-12-31')), '2023-12-31')
})

test('the week runs from Monday 1 to Sunday 7', () => {
  assert.deepEqual(['2023-07-03', '2023-07-07', '2023-07-09'].map((text) => weekday(date(text))), [1, 5, 7])
})
