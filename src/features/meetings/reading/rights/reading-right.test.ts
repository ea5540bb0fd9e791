import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountId, Actor, PersonId, Role } from '#access/actor.ts'
import { date } from '#core/dates.ts'
import type { IssuedMeeting } from '../../publication/prepare-issue.ts'
import type { PublishedMeeting } from '../../record/meeting.ts'
import { readingRight } from './reading-right.ts'
import { visibleMeeting } from './visible-meeting.ts'

function person(...roles: Role[]): Actor {
  return { kind: 'person', account: 'a' as AccountId, person: 'p' as PersonId, name: 'Rowan Ashby', roles }
}

const meeting = { body: 'panel', bodyName: 'Panel', date: date('2023-07-07'), status: 'planned', public: true, privateDevelopment: false, attendance: 'in-person', webcast: false, alsoInvited: [], members: [] } as const
const item = { toFollow: false, confidential: false, papers: [] } as const
const issued = { ...meeting, items: [{ ...item, number: 1, title: 'Buying the school', withheld: [] }, { ...item, number: 2, title: 'The other secret', withheld: [] }] } as unknown as IssuedMeeting
const published = { ...meeting, items: [{ ...item, number: 1, title: 'A matter of property' }, { ...item, number: 2, title: 'A matter of staff' }] } as unknown as PublishedMeeting

test('a member of the body sees everything, co-opted or not, under the name that its record has', () => {
  assert.deepEqual(readingRight(person('coopted'), { memberName: 'R. Ashby', authorOf: [] }), { sees: 'everything', as: 'member', name: 'R. Ashby' })
})

test('a councillor of another body sees what the public sees', () => {
  for (const role of ['councillor', 'chair', 'coopted', 'director', 'auditor'] as const) {
    assert.deepEqual(readingRight(person(role), { memberName: undefined, authorOf: [] }), { sees: 'public' })
  }
})

test('an officer of democratic services sees everything', () => {
  assert.equal(readingRight(person('officer'), { memberName: undefined, authorOf: [] }).sees, 'everything')
})

test('whoever writes a report sees its item, and of the others what the public sees', () => {
  const right = readingRight(person('director'), { memberName: undefined, authorOf: [2] })
  assert.deepEqual(visibleMeeting(issued, published, right).items.map(({ title }) => title), ['A matter of property', 'The other secret'])
})

test('to those without a right the true title of a withheld item is not shown', () => {
  assert.doesNotMatch(JSON.stringify(visibleMeeting(issued, published, { sees: 'public' })), /school|secret/)
})
