import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { isKnownMember } from './known-member.ts'

const seat = (person: string, from: string, to?: string) => ({ seat: 'Councillor', organisation: 'County', capacity: 'voting' as const, votes: 'all' as const, person, from: date(from), ...(to === undefined ? {} : { to: date(to) }) })
const panel = { members: [seat('Cllr Past', '2020-05-01', '2021-05-01'), { ...seat('Cllr Now', '2021-05-02'), substitute: 'Cllr Deputy' }] }

test('a member is known on the days of a seat, a substitute with it, and nobody else is', () => {
  const known = (name: string, day: string) => isKnownMember([panel], name, date(day))
  assert.deepEqual([known('Cllr Past', '2021-05-01'), known('Cllr Past', '2021-05-02'), known('Cllr Now', '2021-05-01'), known('Cllr Deputy', '2022-01-01'), known('Mickey Mouse', '2022-01-01')], [true, false, false, true, false])
})

test('of a day before its record begins a body knows those whom it names at all', () => {
  assert.deepEqual([isKnownMember([panel], 'Cllr Now', date('2019-01-01')), isKnownMember([panel], 'Mickey Mouse', date('2019-01-01')), isKnownMember([], 'Cllr Now', date('2022-01-01'))], [true, false, false])
})
