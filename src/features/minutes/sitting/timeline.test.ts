import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HappeningId } from './happening.ts'
import { sittingFrom } from './sitting-from.ts'
import { arrives, factsOf, type Told } from './testing.ts'

const comesTo = (item: number): Told => [item, { kind: 'comes-to' }]
const leaves = (item: number): Told => [item, { kind: 'leaves', seat: 'dr-birch', forInterest: false }]
const returns = (item: number): Told => [item, { kind: 'returns', seat: 'dr-birch' }]
const strikes = (struck: string): Told => [0, { kind: 'strikes', struck: struck as HappeningId, reason: 'Somebody else left.' }]

const where = (told: readonly Told[], item: number | 'now') => sittingFrom(factsOf(told), item).seats.find(({ seat }) => seat.key === 'dr-birch')?.where.is

test('whoever arrives at an item was not there before it', () => {
  assert.deepEqual([2, 3, 4].map((item) => where([arrives(3, 'dr-birch')], item)), ['unknown', 'there', 'there'])
})

test('items are followed in the order in which they were taken, which need not be the agenda’s', () => {
  const told = [arrives(0, 'dr-birch'), comesTo(1), comesTo(7), leaves(7), comesTo(2), comesTo(3), returns(3)]
  assert.deepEqual([1, 7, 2, 3, 'now' as const].map((item) => where(told, item)), ['there', 'out', 'out', 'there', 'there'])
})

test('what is recorded afterwards of an earlier item belongs to that item', () => {
  const told = [arrives(0, 'dr-birch'), comesTo(1), comesTo(2), comesTo(3), comesTo(4), leaves(2), returns(3)]
  assert.deepEqual([1, 2, 3, 4].map((item) => where(told, item)), ['there', 'out', 'there', 'there'])
})

test('what is recorded ahead of an item does not count before it', () => {
  assert.deepEqual([1, 5].map((item) => where([arrives(0, 'dr-birch'), comesTo(1), leaves(5)], item)), ['there', 'out'])
  assert.equal(where([arrives(0, 'dr-birch'), comesTo(1), leaves(5)], 'now'), 'there')
})

test('an item to which the meeting comes back is as it was at its end', () => {
  const told = [arrives(0, 'dr-birch'), comesTo(5), leaves(5), comesTo(6), comesTo(5), returns(5)]
  assert.deepEqual([5, 6].map((item) => where(told, item)), ['there', 'out'])
})

test('what is struck did not happen, and stays in the record', () => {
  const told = [arrives(0, 'dr-birch'), leaves(2), strikes('h2')]
  assert.equal(where(told, 3), 'there')
  assert.equal(factsOf(told).log.length, 3)
})

test('nobody leaves who is not there, and nobody returns who did not leave', () => {
  assert.deepEqual([where([leaves(1)], 2), where([returns(1)], 2)], ['unknown', 'unknown'])
})

test('a member whose substitute sits in their place has sent apologies all the same', () => {
  const told: Told[] = [[0, { kind: 'apologises', seat: 'juniper' }], arrives(0, 'juniper', { person: 'Kestrel', asSubstitute: true })]
  const juniper = sittingFrom(factsOf(told), 1).seats.find(({ seat }) => seat.key === 'juniper')
  assert.deepEqual([juniper?.where.is, juniper?.hasApologised], ['there', true])
})
