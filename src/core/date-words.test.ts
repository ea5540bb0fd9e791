import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDate, formatDay, formatTime, monthName, weekdayName } from './date-words.ts'
import { date } from './dates.ts'
import { time } from './london-time.ts'

test('dates and times are written as on a council summons', () => {
  assert.equal(formatDay(date('2023-07-07')), 'Friday 7 July 2023')
  assert.equal(formatDate(date('2016-11-01')), '1 November 2016')
  assert.equal(weekdayName(date('2017-02-14')), 'Tuesday')
  assert.equal(monthName(date('2017-12-14')), 'December')
  const written = ['00:05', '09:00', '10:30', '12:00', '12:01', '14:00', '23:59'].map((text) => formatTime(time(text)))
  assert.deepEqual(written, ['12.05 am', '9.00 am', '10.30 am', '12.00 noon', '12.01 pm', '2.00 pm', '11.59 pm'])
})
