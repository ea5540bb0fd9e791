import { test } from 'node:test'
import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import type { Membership, QuorumRule } from './body.ts'
import { quorumFinding, quorumInWords, quorumSize } from './quorum.ts'

const board: QuorumRule = {
  atLeast: 8,
  substitutesCount: true,
  amongThem: [
    { group: 'county-councillor', atLeast: 1 },
    { group: 'commissioning-group-member', atLeast: 1 },
  ],
  source: 'terms of reference, paragraph 12',
}

function seat(group: string | undefined, votes: Membership['votes'] = 'all'): Membership {
  return { seat: 'Member', organisation: 'Council', capacity: 'voting', votes, from: date('2017-01-01'), ...(group === undefined ? {} : { group }) }
}

function present(count: number, group?: string, asSubstitute = false) {
  return Array.from({ length: count }, () => ({ seat: seat(group), asSubstitute }))
}

test('eight voting members with a county councillor and a commissioning-group member among them are a quorum', () => {
  const room = [...present(1, 'county-councillor'), ...present(1, 'commissioning-group-member'), ...present(6)]
  assert.deepEqual(quorumFinding(board, room, 15), { met: true, counted: 8, needed: 8, missing: [] })
})

test('eight voting members without a commissioning-group member are no quorum, and the finding says who is missing', () => {
  const finding = quorumFinding(board, [...present(1, 'county-councillor'), ...present(7)], 15)
  assert.equal(finding.met, false)
  assert.deepEqual(finding.missing, ['one commissioning group member'])
})

test('a substitute counts towards the quorum where the rule says so, and not where it does not', () => {
  const room = [...present(1, 'county-councillor'), ...present(1, 'commissioning-group-member'), ...present(5), ...present(1, undefined, true)]
  assert.equal(quorumFinding(board, room, 15).met, true)
  assert.deepEqual(quorumFinding({ ...board, substitutesCount: false }, room, 15).missing, ['one more voting member'])
})

test('associates and education co-optees do not count towards the quorum', () => {
  const room = [...present(1, 'county-councillor'), ...present(1, 'commissioning-group-member'), ...present(5)]
  const others = [seat(undefined, 'none'), seat(undefined, 'education-only')].map((other) => ({ seat: other, asSubstitute: false }))
  assert.equal(quorumFinding(board, [...room, ...others], 15).counted, 7)
})

test('a quarter of nine voting seats is a quorum of three', () => {
  assert.equal(quorumSize({ share: 0.25, substitutesCount: false, amongThem: [], source: 'constitution' }, 9), 3)
})

test('the quorum is said in one sentence', () => {
  assert.equal(
    quorumInWords(board),
    'Eight voting members or their substitutes, among them at least one county councillor and at least one commissioning group member.',
  )
})

test('a quorum that is a share is said as one, with what counts', () => {
  const rule = { substitutesCount: true, amongThem: [], source: 'constitution' }
  assert.equal(quorumInWords({ ...rule, share: 0.25 }), 'A quarter of the voting members (rounded up, vacant seats included) or their substitutes.')
  assert.equal(quorumInWords({ ...rule, share: 0.333, substitutesCount: false }), '33.3% of the voting members (rounded up, vacant seats included), substitutes not counted.')
  assert.equal(quorumInWords({ ...rule, atLeast: 3, share: 0.5 }), 'Three voting members and at least half of the voting members (rounded up, vacant seats included) or their substitutes.')
})
