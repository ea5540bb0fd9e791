import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outForEarlier } from './out-for-earlier.ts'
import { sittingFrom } from './sitting-from.ts'
import { allEight, declares, factsOf, type Told } from './testing.ts'
import { allBack } from './verbs/at-seat.ts'

const leaves = (item: number, seat: string, forInterest: boolean): Told => [item, { kind: 'leaves', seat, forInterest }]
const told = [...allEight, leaves(5, 'cllr-ashe', true), leaves(5, 'dr-birch', true), leaves(5, 'officer-fir', false)]
const asked = (item: number, more: readonly Told[] = []) => outForEarlier(sittingFrom(factsOf([...told, ...more]), item)).map(({ where }) => where.person)

test('at the next item it is asked whether those who left for an interest are back, and nobody else', () => {
  assert.deepEqual(asked(5), [])
  assert.deepEqual(asked(6), ['Cllr Ashe', 'Dr Birch'])
})

test('whoever has an interest in the next item too is not asked about', () => {
  assert.deepEqual(asked(6, [declares(6, { nature: 'disclosable-pecuniary' })]), ['Dr Birch'])
})

test('one press brings all of them back in the item that the meeting is at', () => {
  const back = allBack(sittingFrom(factsOf(told), 6))
  assert.ok(back.ok)
  assert.deepEqual(back.value.map(({ item, what }) => [item, what.kind, 'seat' in what && what.seat]), [[6, 'returns', 'cllr-ashe'], [6, 'returns', 'dr-birch']])
  assert.deepEqual(asked(6, back.value.map(({ item, what }) => [item, what])), [])
})
