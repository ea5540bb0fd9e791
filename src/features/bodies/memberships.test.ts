import { test } from 'node:test'
import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import type { Membership } from './body.ts'
import { formerMembers, membersOn, seatAndOrganisation, voteNote } from './memberships.ts'

function member(more: Partial<Membership>): Membership {
  return { seat: 'Councillor', organisation: 'County Council', capacity: 'voting', votes: 'all', from: date('2021-05-10'), ...more }
}

test('the first and the last day of a membership both count', () => {
  const members = [member({ person: 'Ines Marlowe', from: date('2023-07-06'), to: date('2023-07-06') })]
  assert.equal(membersOn(members, date('2023-07-05')).length, 0)
  assert.equal(membersOn(members, date('2023-07-06')).length, 1)
  assert.equal(membersOn(members, date('2023-07-07')).length, 0)
  assert.equal(formerMembers(members, date('2023-07-07')).length, 1)
})

test('the chair is named first and vacant seats are kept', () => {
  const members = [member({}), member({ person: 'Ines Marlowe', capacity: 'chair' })]
  assert.deepEqual(membersOn(members, date('2023-07-06')).map((one) => one.person), ['Ines Marlowe', undefined])
})

test('church and parent-governor representatives are shown to vote on education matters only', () => {
  assert.equal(voteNote(member({ capacity: 'co-opted', votes: 'education-only' })), 'votes on education matters only')
  assert.equal(voteNote(member({})), undefined)
})

test('a seat that already names its organisation does not name it twice', () => {
  assert.equal(seatAndOrganisation(member({ seat: 'Leader, County Council' })), 'Leader, County Council')
  assert.equal(seatAndOrganisation(member({})), 'Councillor, County Council')
})
