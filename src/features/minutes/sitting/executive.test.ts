import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { executiveKeptOut } from '#features/bodies'
import { sittingFrom } from './sitting-from.ts'
import { maySubstitute } from './substitutes.ts'
import { board, factsOf, panel } from './testing.ts'
import { atSeat, everybody } from './verbs/at-seat.ts'

const day = date('2017-02-14')
const [first] = board().members
const seatOf = (person: string, more: object) => ({ ...first, person, seat: 'Cabinet Member', capacity: 'voting', ...more })
const cabinet = board({ kind: 'cabinet', termsOfReference: undefined, members: [seatOf('Cllr Vane', {}), seatOf('Cllr Lately', { to: '2017-01-31' }), seatOf('Cllr Guest', { capacity: 'invited' })] })
const sitting = (kept = ['Cllr Vane']) => sittingFrom(factsOf([], { body: panel(), keptOut: new Set(kept), known: ['Cllr Vane', 'Cllr Lately'].map((person) => ({ person, organisation: 'Office of Cllr Beech', group: 'county-councillor', isSubstitute: false })) }), 0)
const substitute = (person: string) => {
  const now = sitting()
  return maySubstitute(now, now.seats.find(({ seat }) => seat.key === 'cllr-beech') ?? assert.fail(), person)
}

test('whoever has a seat of the cabinet on that day may not sit on a scrutiny body, and somebody who left it or is only invited may', () => {
  for (const kind of ['scrutiny-panel', 'scrutiny-board', 'health-overview-committee'] as const) assert.deepEqual([...executiveKeptOut(kind, [cabinet, panel()], day)], ['Cllr Vane'])
})

test('a health and wellbeing board has members of the executive among its own', () => {
  for (const kind of ['health-and-wellbeing-board', 'cabinet', 'council'] as const) assert.equal(executiveKeptOut(kind, [cabinet], day).size, 0)
})

test('a member of the executive is refused as substitute on a scrutiny body, with the section of the Act', () => {
  const refused = substitute('Cllr Vane')
  assert.ok(!refused.ok)
  assert.match(refused.refusal.faults[0]?.message ?? '', /Cllr Vane is a member of the cabinet on this day.*section 9FA\(3\).*may send somebody else/)
  assert.equal(substitute('Cllr Lately').ok, true)
})

test('a member of the executive whom the record has in a seat of a scrutiny body is not recorded as present there', () => {
  const now = sitting(['Cllr Beech'])
  const refused = atSeat(now, 'cllr-beech', 'present')
  assert.ok(!refused.ok)
  assert.match(refused.refusal.message, /no member of the executive sits on a scrutiny body.*add them to those in attendance/)
  const all = everybody(now)
  assert.ok(all.ok)
  assert.deepEqual(all.value.map(({ what }) => what.kind === 'arrives' && what.person), ['Cllr Ashe', 'Canon Cole'])
})
