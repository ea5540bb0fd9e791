import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountId, Actor, PersonId, Role } from '#access/actor.ts'
import { rightsOn, type PaperClaims } from './paper-rights.ts'

const ada = '00000000-0000-4000-8000-000000000001' as PersonId
const ben = '00000000-0000-4000-8000-000000000002' as PersonId
const open: PaperClaims = { author: ada, isWithheld: false, isShared: false, isAsked: false }

function person(id: PersonId, ...roles: Role[]): Actor {
  return { kind: 'person', account: id as string as AccountId, person: id, name: 'Somebody', roles }
}

function words(claims: PaperClaims, actor: Actor): string {
  return Object.entries(rightsOn(claims, actor))
    .filter(([, may]) => may)
    .map(([right]) => right)
    .join(' ')
}

test('an officer may do everything with every paper', () => {
  assert.equal(words({ ...open, isWithheld: true }, person(ben, 'officer')), 'read write comment manage receive')
})

test('the author writes, shares and asks, and returns nothing to herself', () => {
  assert.equal(words({ ...open, isWithheld: true }, person(ada, 'director')), 'read write comment manage')
})

test('those with whom it is shared write, and those asked to clear it read and comment', () => {
  assert.equal(words({ ...open, isShared: true }, person(ben, 'manager')), 'read write comment')
  assert.equal(words({ ...open, isAsked: true }, person(ben, 'finance')), 'read comment')
})

test('another director has no right at all, and an auditor reads what is not withheld', () => {
  assert.equal(words(open, person(ben, 'director')), '')
  assert.equal(words(open, person(ben, 'auditor')), 'read')
  assert.equal(words({ ...open, isWithheld: true }, person(ben, 'auditor')), '')
})
