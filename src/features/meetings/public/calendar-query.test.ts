import { test } from 'node:test'
import assert from 'node:assert/strict'
import { date, weekday } from '#core/dates.ts'
import { parsePlace, placeText, readCalendarQuery, weeksOf } from './calendar-query.ts'

const bodies = new Map([['cabinet', 'Cabinet']])

test('what cannot be understood in a link is named, and the rest is used', () => {
  const { asked, faults } = readCalendarQuery(new URLSearchParams('body=choir&when=yesterday&month=2023-13&after=x'), bodies)
  assert.deepEqual(asked, { when: 'coming' })
  assert.deepEqual(faults.map((fault) => fault.field), ['body', 'when', 'month'])
})

test('a month of the calendar begins on Monday and leaves other months’ days empty', () => {
  const weeks = weeksOf(date('2023-07-01'), weekday)
  assert.deepEqual(weeks[0], [undefined, undefined, undefined, undefined, undefined, '2023-07-01', '2023-07-02'])
  assert.equal(weeks.length, 6)
  assert.equal(weeks.flat().filter((day) => day !== undefined).length, 31)
})

test('a place in the list survives its way through an address', () => {
  assert.deepEqual(parsePlace(placeText({ date: date('2023-07-07'), body: 'cabinet' })), { date: '2023-07-07', body: 'cabinet' })
  assert.equal(parsePlace('2023-02-30.cabinet'), undefined)
})
