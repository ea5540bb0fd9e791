import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { saidOfItem, saidOfMeeting, whyWithheld } from './by-itself.ts'

const nothing = { isPublicExcluded: true, confirmed: [] }

test('the minutes state the chair’s reason for urgency, of a late item and of a late agenda', () => {
  assert.match(saidOfItem({ lateReason: 'The roof fell in.', confidential: false }, nothing).join(), /special circumstances: The roof fell in\./)
  assert.match(saidOfMeeting({ lateReason: 'Snow.' }).join(), /reason for urgency: Snow\./)
  assert.deepEqual(saidOfItem({ confidential: false }, nothing), [])
})

test('of an exempt item the minutes state the resolution to exclude the public with its paragraph, unless nobody was excluded', () => {
  const item = { exempt: { paragraph: 3, reason: 'Bids.' }, confidential: false }
  assert.match(saidOfItem(item, nothing).join(), /RESOLVED under section 100A\(4\).*paragraph 3 of Part 1 of Schedule 12A/)
  assert.deepEqual(saidOfItem(item, { isPublicExcluded: false, confirmed: [] }), [])
  assert.match(whyWithheld(item) ?? '', /paragraph 3/)
  assert.doesNotMatch(saidOfItem(item, nothing).join(), /Bids/)
})

test('the item at which minutes are confirmed says so, with the amendment', () => {
  const confirmed = [{ date: date('2016-11-01') }, { date: date('2016-09-13'), amended: 'In minute 380 “May” is “June”.' }]
  const said = saidOfItem({ confidential: false }, { isPublicExcluded: true, confirmed })
  assert.deepEqual(said, [
    'The minutes of the meeting of 1 November 2016 were confirmed as a correct record.',
    'The minutes of the meeting of 13 September 2016 were confirmed as a correct record, with this amendment: In minute 380 “May” is “June”.',
  ])
})
