import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { mayDecide } from './sitting-now.ts'
import { sittingFrom } from './sitting-from.ts'
import { whoMayVote } from './who-may-vote.ts'
import { allEight, arrives, board, declares, eight, factsOf, panel, type Told } from './testing.ts'

const at = (told: readonly Told[], item: number, changes = {}) => sittingFrom(factsOf(told, changes), item)
const leaves = (item: number, seat: string): Told => [item, { kind: 'leaves', seat, forInterest: false }]

test('eight voting members with a county councillor and a commissioning-group member among them are a quorum', () => {
  const { quorum } = at(allEight, 1)
  assert.deepEqual([quorum?.met, quorum?.counted, quorum?.needed], [true, 8, 8])
})

test('eight without a commissioning-group member are none', () => {
  const told = [...allEight.filter(([, what]) => what.kind !== 'arrives' || what.seat !== 'dr-birch'), arrives(0, 'juniper')]
  assert.deepEqual(at(told, 1).quorum?.missing, ['one commissioning group member'])
})

test('a substitute counts where the rule says so, and an associate member never', () => {
  const seven = allEight.slice(0, 7)
  assert.equal(at([...seven, arrives(0, 'juniper', { person: 'Kestrel', asSubstitute: true })], 1).quorum?.met, true)
  assert.equal(at([...seven, arrives(0, 'ivy-of-the-districts')], 1).quorum?.met, false)
})

test('a meeting that loses its quorum half way may decide before and not after, and is told what is missing', () => {
  const told = [...allEight, leaves(5, 'officer-fir')]
  assert.equal(mayDecide(at(told, 4)).ok, true)
  const refused = mayDecide(at(told, 5))
  assert.ok(!refused.ok)
  assert.match(refused.refusal.message, /no quorum in item 5: 7 counted of 8 needed; missing one more voting member.*not even to note the item.*may be briefed.*waits, or adjourns/)
})

test('whoever returns makes the quorum again', () => {
  const told: Told[] = [...allEight, leaves(5, 'officer-fir'), [7, { kind: 'returns', seat: 'officer-fir' }]]
  assert.deepEqual([4, 5, 6, 7].map((item) => at(told, item).quorum?.met), [true, false, false, true])
})

test('whoever must leave for an interest does not count in that item though they sit there still', () => {
  const told = [...allEight, declares(3, { nature: 'disclosable-pecuniary' })]
  assert.equal(at(told, 2).quorum?.met, true)
  assert.equal(at(told, 3).quorum?.counted, 7)
  assert.deepEqual(at(told, 3).notCounted.map(({ member }) => member), ['Cllr Ashe'])
  assert.equal(at(told, 4).quorum?.met, true)
})

test('a share of the voting seats is rounded up, vacant seats included', () => {
  const body = board({ termsOfReference: { source: 'Standing orders', quorum: { share: 0.25, substitutesCount: false, source: 'Standing orders' } } })
  assert.equal(at([], 1, { body }).quorum?.needed, 3)
})

test('a body whose record states no quorum is not held up', () => {
  const sitting = at([], 1, { body: panel() })
  assert.equal(sitting.quorum, undefined)
  assert.equal(mayDecide(sitting).ok, true)
})

test('a share of seats that the record does not have is no quorum of nobody: it cannot be worked out', () => {
  const body = board({ members: [], termsOfReference: { source: 'Standing orders', quorum: { share: 0.25, substitutesCount: true, source: 'Standing orders' } } })
  const sitting = at([], 1, { body })
  assert.deepEqual([sitting.quorum, sitting.quorumRule?.share], [undefined, 0.25])
})

test('a private development session decides nothing, whoever is there', () => {
  const refused = mayDecide(at(allEight, 1, { isDevelopment: true }))
  assert.ok(!refused.ok)
  assert.match(refused.refusal.message, /private development session/)
})

test('who attends remotely does not count at a council meeting, did from April 2020 to May 2021, and does at a partnership', () => {
  const remote = eight.map((seat) => arrives(0, seat, { remotely: true }))
  const counted = (changes: object) => at(remote, 1, changes).quorum?.counted
  assert.equal(counted({}), 0)
  assert.deepEqual(['2020-04-03', '2020-04-04', '2021-05-06', '2021-05-07'].map((day) => counted({ day: date(day) })), [0, 8, 8, 0])
  assert.equal(counted({ body: board({ kind: 'strategic-partnership' }) }), 8)
})

test('an observer or associate counts towards no quorum, nor do their seats, though the record gives the seat a vote', () => {
  const [chair, ...others] = board().members
  const quorum = { share: 0.5, substitutesCount: true, source: 'Terms' }
  const body = board({ termsOfReference: { source: 'Terms', quorum }, members: [chair, ...others.slice(0, 3), ...others.slice(3, 7).map((one) => ({ ...one, capacity: 'observer' }))] })
  const found = at([arrives(0, 'cllr-ashe'), ...['officer-elder', 'officer-fir'].map((seat) => arrives(0, seat))], 1, { body }).quorum
  assert.deepEqual([found?.needed, found?.counted, found?.met], [2, 1, false])
})

test('somebody of whom the record names two seats on the day of a change of office counts once and votes once, in the newer', () => {
  const [chair, second] = board().members
  const body = board({ members: [{ ...chair, to: '2017-02-14' }, { ...chair, capacity: 'voting', seat: 'Member', from: '2017-02-14' }, second] })
  const sitting = at([arrives(0, 'cllr-ashe'), arrives(0, 'cllr-ashe-2'), arrives(0, 'dr-birch')], 1, { body })
  assert.equal(sitting.quorum?.counted, 2)
  assert.deepEqual(whoMayVote(sitting).map(({ member }) => member), ['Dr Birch', 'Cllr Ashe'])
  assert.equal(sitting.presiding?.where.person, 'Dr Birch')
})

test('the council itself needs a quarter of its members where its terms say nothing of it', () => {
  const body = board({ kind: 'council', termsOfReference: undefined })
  const refused = mayDecide(at([arrives(0, 'cllr-ashe'), arrives(0, 'dr-birch')], 1, { body }))
  assert.ok(!refused.ok)
  assert.match(refused.refusal.message, /2 counted of 3 needed/)
})

test('a substitute whom the quorum does not count is named with the reason', () => {
  const body = board({ termsOfReference: { source: 'Terms', quorum: { atLeast: 1, substitutesCount: false, source: 'Terms' } } })
  const { quorum, notCounted } = at([arrives(0, 'juniper', { person: 'Kestrel', asSubstitute: true })], 1, { body })
  assert.equal(quorum?.met, false)
  assert.deepEqual(notCounted, [{ member: 'Kestrel', why: 'The quorum of this body counts no substitutes.' }])
})
