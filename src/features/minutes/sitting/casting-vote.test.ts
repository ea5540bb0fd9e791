import assert from 'node:assert/strict'
import { test } from 'node:test'
import { castingVote } from './casting-vote.ts'
import { sittingFrom } from './sitting-from.ts'
import { allEight, board, declares, factsOf, panel, type Told } from './testing.ts'

const tied = { for: 4, against: 4 }
const casting = (told: readonly Told[], changes = {}, votes = tied) => castingVote(sittingFrom(factsOf(told, changes), 3), votes)
const leaves = (seat: string): Told => [2, { kind: 'leaves', seat, forInterest: false }]
const withTerms = (castingVoteOf: string, kind: string) => board({ kind, termsOfReference: { source: 'Terms', decision: { rule: 'majority-vote', castingVote: castingVoteOf } } })

test('the chair has a casting vote when votes are equal and the terms give it', () => {
  assert.equal(casting(allEight).member, 'Cllr Ashe')
  assert.equal(casting(allEight, {}, { for: 5, against: 4 }).member, undefined)
})

test('the vice-chair presides while the chair is out, or whoever was recorded in the chair', () => {
  assert.equal(casting([...allEight, leaves('cllr-ashe')]).member, 'Dr Birch')
  assert.equal(casting([...allEight, leaves('cllr-ashe'), [2, { kind: 'chairs', seat: 'officer-fir' }]]).member, 'Officer Fir')
})

test('a chair who may not vote on the item has no casting vote either', () => {
  assert.match(casting([...allEight, declares(3, { nature: 'disclosable-pecuniary' })]).why, /may not vote on this item/)
})

test('terms that give none are followed, and silent terms leave a committee the casting vote of the Act', () => {
  assert.match(casting(allEight, { body: withTerms('none', 'strategic-partnership') }).why, /no casting vote/)
  assert.match(casting(allEight, { body: panel() }).why, /Schedule 12/)
})
