import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { knownMembers } from './known-members.ts'
import { publishedFrom } from './record-of-sitting.ts'
import { sittingFrom } from './sitting-from.ts'
import { maySubstitute, whoMaySit } from './substitutes.ts'
import { arrives, board, factsOf, panel } from './testing.ts'
import { sittingGroups } from '../taking/record/sitting-groups.ts'
import { substituted } from './verbs/at-seat.ts'

const day = date('2017-02-14')
const [first] = panel().members
const of = (person: string, more: object = {}) => ({ ...first, person, capacity: 'voting', organisation: 'Office of Cllr Beech', group: 'county-councillor', ...more })
const council = board({ kind: 'council', termsOfReference: undefined, members: [of('Cllr Zephyr'), of('Cllr Alder', { substitute: 'Cllr Named' }), of('Cllr Gone', { to: '2017-01-01' }), of('Officer Oak', { group: 'council-officer' }), of('Cllr Guest', { capacity: 'invited' }), of('Cllr Vane'), of('Cllr Ashe')] })
const sitting = sittingFrom(factsOf([], { body: panel(), keptOut: new Set(['Cllr Vane']), known: knownMembers([council, panel()], day) }), 0)
const beech = sitting.seats.find(({ seat }) => seat.key === 'cllr-beech') ?? assert.fail()
const told = (person: string) => {
  const may = maySubstitute(sitting, beech, person)
  return may.ok ? 'done' : may.refusal.faults.map(({ message }) => message).join()
}

test('a substitute is a named member of the same organisation and group on the day, named substitutes first, and neither a member here nor of the executive', () => {
  assert.deepEqual(whoMaySit(sitting, beech.seat), ['Cllr Named', 'Cllr Alder', 'Cllr Zephyr'])
  assert.equal(told('Cllr Zephyr'), 'done')
})

test('a name that nobody knows does not sit or vote for a member, and the refusal says who may be chosen', () => {
  assert.match(told('Anybody Typed'), /Anybody Typed is not named as a member .*Choose one of: Cllr Named, Cllr Alder, Cllr Zephyr\./)
  for (const person of ['Cllr Gone', 'Officer Oak', 'Cllr Guest']) assert.match(told(person), /Choose one of/, person)
})

test('a substitute is recorded by the name that the record has, however it was typed', () => {
  const added = substituted(sitting, { does: 'substitute', seat: 'cllr-beech', person: 'cllr zephyr' })
  assert.ok(added.ok)
  assert.ok(added.value.some(({ what }) => what.kind === 'arrives' && what.person === 'Cllr Zephyr'))
})

test('a substitute is published as one, and never with the office of the member', () => {
  const log = [arrives(0, 'cllr-ashe', { person: 'Cllr Zephyr', asSubstitute: true })]
  const published = publishedFrom(factsOf(log), { facts: { public: true, privateDevelopment: false }, items: [] } as unknown as Parameters<typeof publishedFrom>[1])
  assert.deepEqual(published?.present.map(({ name, capacity, seat }) => [name, capacity, seat]), [['Cllr Zephyr', 'voting', 'Substitute for Cllr Ashe']])
  assert.deepEqual(sittingGroups(published)[0]?.lines, ['Cllr Zephyr, substitute for Cllr Ashe'])
})

test('nobody sits for a member of the council itself or of its executive', () => {
  for (const kind of ['council', 'cabinet'] as const) {
    const body = board({ kind, termsOfReference: undefined })
    const at = sittingFrom(factsOf([], { body, known: knownMembers([body], day) }), 0)
    const juniper = at.seats.find(({ seat }) => seat.key === 'juniper') ?? assert.fail()
    assert.deepEqual(whoMaySit(at, juniper.seat), [], kind)
    const may = maySubstitute(at, juniper, 'Kestrel')
    assert.match(may.ok ? 'done' : (may.refusal.faults[0]?.message ?? ''), /no deputy|no substitutes/, kind)
  }
})
