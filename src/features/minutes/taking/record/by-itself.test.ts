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

test('the minutes of an adjourned meeting say to which day, and those of that day from which it goes on', () => {
  assert.deepEqual(saidOfMeeting({ resumesOn: date('2023-07-13') }), ['The meeting was adjourned to 13 July 2023.'])
  assert.deepEqual(saidOfMeeting({ resumedFrom: date('2023-07-06') }), ['The meeting went on from 6 July 2023, when it was adjourned.'])
})

test('of an exempt item the minutes state the resolution to exclude the public with its paragraph, unless nobody was excluded', () => {
  const item = { exempt: { paragraph: 3, reason: 'Bids.' }, confidential: false }
  assert.match(saidOfItem(item, nothing).join(), /RESOLVED under section 100A\(4\).*paragraph 3 of Part 1 of Schedule 12A/)
  assert.deepEqual(saidOfItem(item, { ...nothing, isPublicExcluded: false }), [])
  assert.match(whyWithheld(item) ?? '', /paragraph 3/)
  assert.doesNotMatch(saidOfItem(item, nothing).join(), /Bids/)
})

test('the item at which minutes are confirmed says so, with the amendment', () => {
  const confirmed = [{ date: date('2016-11-01') }, { date: date('2016-09-13'), amended: 'In minute 380 “May” is “June”.' }]
  const said = saidOfItem({ confidential: false }, { ...nothing, confirmed })
  assert.deepEqual(said, [
    'The minutes of the meeting of 1 November 2016 were confirmed as a correct record.',
    'The minutes of the meeting of 13 September 2016 were confirmed as a correct record, with this amendment: In minute 380 “May” is “June”.',
  ])
})

test('an item without a quorum says so by itself, and one in which it was lost says that', () => {
  const short = { met: false, counted: 7, needed: 8, missing: ['one more voting member'] }
  const said = (quorum: typeof short, wasQuorate = false) => saidOfItem({ confidential: false }, { ...nothing, quorum, wasQuorate }).join()
  assert.equal(said(short), 'There was no quorum during this item (7 counted of 8 needed; missing one more voting member), so that the body could not decide in it.')
  assert.match(said(short, true), /^The quorum was lost during this item .* nothing further/)
  assert.equal(said({ met: true, counted: 8, needed: 8, missing: [] }), '')
})

test('an item that the meeting never came to was not reached or carried over, and nothing is said of its quorum', () => {
  const quorum = { met: false, counted: 1, needed: 8, missing: ['seven more voting members'] }
  const said = (more: object, facts: object = {}) => saidOfItem({ confidential: false, ...facts }, { ...nothing, quorum, isNotReached: true, ...more })
  assert.deepEqual(said({}), ['Not reached.'])
  assert.deepEqual(said({ carriedOverTo: date('2023-10-04') }), ['Carried over to 4 October 2023.'])
  assert.deepEqual(said({}, { withdrawn: 'Not ready.' }), ['This item was withdrawn.'])
})
