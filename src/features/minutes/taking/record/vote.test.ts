import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CastingVote } from '../../sitting/casting-vote.ts'
import { checkVote, isCarried, vote, voteInWords, type Voter } from './vote.ts'

const voters: readonly Voter[] = [
  { member: 'Cllr Dora Finch', may: true, why: '' },
  { member: 'Cllr Otto Lane', may: true, why: '' },
  { member: 'Revd Ama Boateng', may: false, why: 'votes on education matters only' },
]
const check = (taken: unknown, casting: CastingVote = { member: 'Cllr Dora Finch', why: 'The terms of reference give it.' }) => checkVote(vote.parse(taken), { voters, casting })
const why = (outcome: ReturnType<typeof check>) => (outcome.ok ? '' : outcome.refusal.faults.map(({ message }) => message).join('; '))

test('a vote of somebody who may not vote on the item is refused with why', () => {
  assert.match(why(check({ for: 1, against: 0, named: [{ member: 'Revd Ama Boateng', voted: 'for' }] })), /may not vote on this item: votes on education matters only/)
  assert.match(why(check({ for: 1, against: 0, named: [{ member: 'Mr Nobody', voted: 'for' }] })), /not among those present/)
  assert.match(why(check({ for: 2, against: 0, named: [{ member: 'Cllr Otto Lane', voted: 'for' }, { member: 'Cllr Otto Lane', voted: 'for' }] })), /named twice/)
})

test('there cannot be more votes than people who may vote, nor other numbers than the names give', () => {
  assert.match(why(check({ for: 3, against: 0 })), /3 votes are recorded; 2 people present may vote/)
  assert.match(why(check({ for: 2, against: 0, named: [{ member: 'Cllr Otto Lane', voted: 'for' }] })), /By name 1 voted for/)
  assert.match(why(check({ for: 0, against: 0 })), /Give the numbers of the vote/)
  assert.ok(check({ for: 1, against: 0, abstained: 1 }).ok)
})

test('the chair has a casting vote where the terms of the body give one and the numbers are equal', () => {
  assert.match(why(check({ for: 1, against: 1 })), /say how the chair gave the casting vote/)
  assert.match(why(check({ for: 1, against: 1, castingVote: 'for' }, { why: 'The body’s terms give no casting vote.' })), /terms give no casting vote/)
  const tied = vote.parse({ for: 1, against: 1, castingVote: 'against' })
  assert.ok(check(tied).ok)
  assert.equal(isCarried(tied), false)
  assert.equal(voteInWords(tied), '1 for, 1 against, 0 abstained; lost by the chair’s casting vote')
  assert.equal(isCarried(vote.parse({ for: 1, against: 1 })), undefined)
})

test('on equal numbers nobody need cast a second vote where what was put is minuted as not agreed', () => {
  const taken = vote.parse({ for: 1, against: 1 })
  const casting = { member: 'Cllr Dora Finch', why: 'The terms of reference give it.' }
  assert.match(why(checkVote(taken, { voters, casting })), /say how the chair gave the casting vote/)
  assert.ok(checkVote(taken, { voters, casting, isNotAgreed: true }).ok)
})
