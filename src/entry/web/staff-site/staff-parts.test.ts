import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles, type AccountId, type PersonActor, type PersonId, type Role } from '#access/actor.ts'
import { minutesRooms } from '#features/minutes'
import { scrutinyRooms } from '#features/scrutiny'
import { webContent } from '../../features.ts'
import { may } from '../../roles.ts'
import { staffLine, staffParts } from './staff-parts.ts'

const person = (...held: Role[]): PersonActor => ({ kind: 'person', account: 'a' as AccountId, person: 'p' as PersonId, name: 'Ada Lorne', roles: held })
const partsOf = (...held: Role[]) => staffParts(webContent.navigation, person(...held), may)

/** What fits into one line of 960 pixels at the size of the navigation, with the space between: measured by the journey of every page behind the sign-in. */
const mostLetters = 75

test('each role has in one line what it does most days, and everything else that it may open under "More", nothing twice', () => {
  for (const role of roles) {
    const { inLine, more } = partsOf(role)
    const own = webContent.navigation.filter(({ verb }) => may(person(role), verb))
    assert.deepEqual([...inLine, ...more].map(({ href }) => href).toSorted(), own.map(({ href }) => href).toSorted(), role)
    const line = staffLine({ inLine, more })
    assert.ok(line.map(({ text }) => text).join('').length <= mostLetters, `${role}: ${line.map(({ text }) => text).join(' ')}`)
    assert.equal(line.at(-1)?.text === 'More', more.length > 0, role)
  }
})

test('the line of an officer begins with the work that waits and the meetings, that of a member with the papers, and that of an analyst has the figures', () => {
  const texts = (role: Role) => staffLine(partsOf(role)).map(({ text }) => text)
  assert.deepEqual(texts('officer').slice(0, 3), ['Your work', 'Meetings', 'Reports'])
  assert.deepEqual(texts('councillor').slice(0, 2), ['Your work', 'My packs'])
  for (const part of ['Measures', 'Releases of figures']) assert.ok(texts('analyst').includes(part), part)
  assert.deepEqual(texts('admin'), ['Your work', 'Members’ accounts'])
  assert.deepEqual(texts('practitioner'), ['Your work'])
})

test('whoever holds many roles still has one line, and a page under "More" is marked as standing there', () => {
  const parts = partsOf('officer', 'chair', 'director', 'admin')
  assert.equal(parts.inLine.length, 5)
  const more = staffLine(parts).at(-1)
  assert.ok(more?.also?.includes('/staff/groups') === true && more.also.includes('/staff/lead-members'))
})

test('what is on today stands before everything else of "Your work"', () => {
  const today = [...minutesRooms, ...scrutinyRooms].flatMap((room) => room.todaySections ?? [])
  assert.ok(today.length > 0)
  assert.deepEqual(webContent.sections.slice(0, today.length), today)
})
