import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sittingFrom } from './sitting-from.ts'
import { allEight, arrives, board, declares, factsOf, panel, type Told } from './testing.ts'
import { whoMayVote } from './who-may-vote.ts'

const voteOf = (member: string, told: readonly Told[], item: number, changes = {}) => {
  const votes = whoMayVote(sittingFrom(factsOf(told, changes), item)).filter((vote) => vote.member === member)
  assert.equal(votes.length, 1, JSON.stringify(votes))
  return votes[0] ?? assert.fail()
}
const education = (item: number, isSo: boolean): Told => [item, { kind: 'education', isSo }]

test('all members of a health and wellbeing board vote, its officers too', () => {
  assert.deepEqual(voteOf('Officer Cedar', allEight, 1), { member: 'Officer Cedar', may: true, why: 'All members of a health and wellbeing board vote unless the council directs otherwise (SI 2013/218).' })
})

test('where its record gives a member of the board no vote, that member has none', () => {
  const [first] = board().members
  const body = board({ members: [{ ...first, votes: 'none' }] })
  assert.match(voteOf('Cllr Ashe', [arrives(0, 'cllr-ashe')], 1, { body }).why, /record gives this seat no vote/)
})

test('associates, observers and those invited never vote, whatever the record says of the seat', () => {
  const [first] = board().members
  for (const capacity of ['associate', 'observer', 'invited']) {
    const body = board({ members: [{ ...first, capacity }] })
    assert.equal(voteOf('Cllr Ashe', [arrives(0, 'cllr-ashe')], 1, { body }).may, false, capacity)
  }
})

test('a church representative votes on an education matter and on no other', () => {
  const told = [arrives(0, 'canon-cole'), education(5, true)]
  assert.equal(voteOf('Canon Cole', told, 5, { body: panel() }).may, true)
  const other = voteOf('Canon Cole', told, 6, { body: panel() })
  assert.equal(other.may, false)
  assert.match(other.why, /education functions/)
})

test('an item that is an education matter by mistake is none once the officer says so', () => {
  assert.equal(voteOf('Canon Cole', [arrives(0, 'canon-cole'), education(5, true), education(5, false)], 5, { body: panel() }).may, false)
})

test('a disclosable pecuniary interest bars the vote in its item and in no other', () => {
  const told = [...allEight, declares(3, { nature: 'disclosable-pecuniary' })]
  assert.equal(voteOf('Cllr Ashe', told, 3).may, false)
  assert.equal(voteOf('Cllr Ashe', told, 4).may, true)
})

test('a substitute votes in the place of the member, who does not', () => {
  const told = [arrives(0, 'juniper', { person: 'Kestrel', asSubstitute: true })]
  assert.deepEqual([voteOf('Kestrel', told, 1).may, voteOf('Juniper', told, 1).may], [true, false])
  assert.equal(voteOf('Juniper', told, 1).why, 'Kestrel sits in their place.')
})

test('whoever attends remotely does not vote at a meeting under the Act of 1972', () => {
  assert.match(voteOf('Dr Birch', [arrives(0, 'dr-birch', { remotely: true })], 1).why, /does not vote/)
})

test('whoever is out of the room, sent apologies or was never recorded does not vote', () => {
  const told: Told[] = [arrives(0, 'dr-birch'), [2, { kind: 'leaves', seat: 'dr-birch', forInterest: false }], [0, { kind: 'apologises', seat: 'officer-fir' }]]
  assert.deepEqual(['Dr Birch', 'Officer Fir', 'Officer Elder'].map((member) => voteOf(member, told, 2).why), ['Left the room during this item. Where that was after the vote, take the line back on the attendance page and record it with the next item.', 'Sent apologies.', 'Is not recorded as present.'])
})

test('whoever left during an item and came back during it may vote in it', () => {
  const told: Told[] = [arrives(0, 'dr-birch'), [5, { kind: 'leaves', seat: 'dr-birch', forInterest: false }], [5, { kind: 'returns', seat: 'dr-birch' }]]
  assert.equal(voteOf('Dr Birch', told, 5).may, true)
})

test('whoever left for an interest and is not recorded as back has no vote in the next item, and the reason names the item of the interest', () => {
  const told: Told[] = [arrives(0, 'dr-birch'), [5, { kind: 'leaves', seat: 'dr-birch', forInterest: true }]]
  assert.match(voteOf('Dr Birch', told, 5).why, /^Left the room for this item/)
  assert.match(voteOf('Dr Birch', told, 6).why, /interest in item 5, and is not recorded as back/)
})
