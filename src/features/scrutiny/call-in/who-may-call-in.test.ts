import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayCallIn, whoMayWords } from './who-may-call-in.ts'

const education = { isEducation: true }
const panel = 'scrutiny-panel' as const
const why = (...asked: Parameters<typeof mayCallIn>) => {
  const may = mayCallIn(...asked)
  return may.ok ? 'may' : may.refusal.message
}

test('a councillor on scrutiny may join any call-in, and whoever sits on the executive none', () => {
  assert.equal(why([{ kind: panel, capacity: 'voting', votes: 'all' }], {}), 'may')
  assert.match(why([{ kind: panel, capacity: 'chair', votes: 'all' }, { kind: 'cabinet', capacity: 'voting', votes: 'all' }], education), /^Members of the executive/)
  assert.match(why([{ kind: 'council', capacity: 'voting', votes: 'all' }], education), /^Only members of a scrutiny body/)
})

test('a co-opted member may join a call-in on education where their seat has a vote on it, and no other', () => {
  const church = { kind: panel, capacity: 'co-opted', votes: 'education-only' } as const
  assert.equal(why([church], education), 'may')
  assert.match(why([church], {}), /education matters only, and this is none/)
  assert.match(why([{ ...church, votes: 'none' }], education), /your seat has no vote/)
})

test('who may sign is said with the number of the decision itself, and with co-opted members where it is about education', () => {
  assert.equal(whoMayWords({ members: 3 }), 'This decision can be called in by 3 members: councillors who sit on scrutiny and not on the executive.')
  assert.match(whoMayWords({ members: 1, isEducation: true }), /by 1 member: .*, and co-opted members of scrutiny who vote on education/)
})
