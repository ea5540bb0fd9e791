import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPresided } from './in-the-chair.ts'
import { publishedFrom } from './record-of-sitting.ts'
import { sittingFrom } from './sitting-from.ts'
import { allEight, arrives, board, factsOf, type Told } from './testing.ts'
import { atSeat } from './verbs/at-seat.ts'

const at = (told: readonly Told[], item = 1, changes = {}) => sittingFrom(factsOf(told, changes), item)
const inChair = (told: readonly Told[], changes = {}) => at(told, 1, changes).presiding?.where.person
const remotely = arrives(0, 'cllr-ashe', { remotely: true })
const meeting = { facts: { public: true, privateDevelopment: false }, items: [] } as unknown as Parameters<typeof publishedFrom>[1]

test('a chair who attends remotely where that is no presence does not preside: the vice-chair does', () => {
  assert.equal(inChair([remotely, arrives(0, 'dr-birch')]), 'Dr Birch')
  assert.equal(publishedFrom(factsOf([remotely, arrives(0, 'dr-birch')]), meeting)?.presiding, 'Dr Birch')
  const partnership = { body: board({ kind: 'strategic-partnership' }) }
  assert.equal(inChair([remotely, arrives(0, 'dr-birch')], partnership), 'Cllr Ashe')
})

test('where only a remote chair is left nobody presides, and the record says why', () => {
  const told = isPresided(at([remotely, arrives(0, 'officer-fir')]))
  assert.match(told.ok ? '' : told.refusal.message, /Nobody presided in item 1: Cllr Ashe attends remotely, which is not presence at this meeting, so cannot preside\. Say who took the chair, on the attendance page: one of Officer Fir\./)
})

test('whoever sits for somebody who took the chair does not preside for them', () => {
  const chaired: Told[] = [...allEight, [0, { kind: 'chairs', seat: 'officer-fir' }]]
  assert.equal(inChair(chaired), 'Officer Fir')
  const replaced = [...chaired, arrives(0, 'officer-fir', { person: 'Kestrel', asSubstitute: true })]
  assert.equal(inChair(replaced), 'Cllr Ashe')
})

test('nobody takes the chair who only observes or attends remotely', () => {
  const [chair, ...others] = board().members
  const body = board({ members: [chair, ...others.map((one) => ({ ...one, capacity: 'observer' }))] })
  const observer = atSeat(at([arrives(0, 'dr-birch')], 1, { body }), 'dr-birch', 'chair')
  assert.match(observer.ok ? '' : observer.refusal.message, /not a member here/)
  assert.equal(atSeat(at([remotely]), 'cllr-ashe', 'chair').ok, false)
  assert.equal(atSeat(at(allEight), 'dr-birch', 'chair').ok, true)
})
