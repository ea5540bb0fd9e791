import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from './dates.ts'
import { addHours, dateOf, dateTime, londonInstant, parseDateTime, parseTime, time, timeOf, type LocalDateTime } from './london-time.ts'

function moment(text: string): LocalDateTime {
  return dateTime(date(text.slice(0, 10)), time(text.slice(11)))
}

test('a time is read only on the 24-hour clock', () => {
  assert.equal(parseTime('09:05'), '09:05')
  for (const text of ['9:05', '24:00', '10:60', '10.00', '10:00:00', '']) assert.equal(parseTime(text), undefined, text)
  assert.throws(() => time('2 pm'), /is not a time like 09:05/)
})

test('a moment is a day and a time, and neither may be left out', () => {
  assert.equal(parseDateTime('2026-04-14T16:30'), '2026-04-14T16:30')
  for (const text of ['2026-04-14', '2026-04-31T16:30', '2026-04-14T25:00', '2026-04-14 16:30', '2026-04-14T16:30Z']) {
    assert.equal(parseDateTime(text), undefined, text)
  }
  assert.equal(dateOf(moment('2026-04-14T16:30')), '2026-04-14')
  assert.equal(timeOf(moment('2026-04-14T16:30')), '16:30')
})

test('a London time is an hour ahead of UTC in summer and level with it in winter', () => {
  assert.equal(londonInstant(date('2023-07-07'), time('14:00')), '2023-07-07T13:00:00Z')
  assert.equal(londonInstant(date('2017-02-14'), time('14:00')), '2017-02-14T14:00:00Z')
})

test('a time that the clocks skip is an hour later, and one that comes twice is the first', () => {
  assert.equal(londonInstant(date('2026-03-29'), time('01:30')), '2026-03-29T01:30:00Z')
  assert.equal(londonInstant(date('2026-10-25'), time('01:30')), '2026-10-25T00:30:00Z')
})

test('clock hours run through weekends, and through the night on which the clocks change', () => {
  assert.equal(addHours(moment('2026-04-17T16:30'), 72), '2026-04-20T16:30')
  assert.equal(addHours(moment('2026-03-27T16:30'), 72), '2026-03-30T17:30')
  assert.equal(addHours(moment('2026-10-23T16:30'), 72), '2026-10-26T15:30')
})
