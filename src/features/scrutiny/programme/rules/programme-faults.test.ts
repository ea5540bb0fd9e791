import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { body } from '#features/bodies'
import { workProgramme } from '../model/work-programme.ts'
import { programmeFaults } from './programme-faults.ts'

const named = (slug: string, kind: string, above: readonly string[] = []) => [slug, body.parse({ slug, name: slug, kind, purpose: 'Serves.', meetsInPublic: true, reportsTo: above.map((one) => ({ body: one, cadence: 'quarterly' })) })] as const
const bodies = new Map([named('council', 'council'), named('board', 'scrutiny-board'), named('panel', 'scrutiny-panel', ['board']), named('health', 'health-and-wellbeing-board'), named('cabinet', 'cabinet')])
const faults = (changes: object) => programmeFaults(workProgramme.parse({ body: 'panel', year: '2023-24', from: '2023-05-18', to: '2024-04-30', ...changes }), bodies, date('2023-07-03')).map(({ field, found }) => `${field} ${found}`)

test('a programme is of a body that has one: scrutiny, and a health and wellbeing board', () => {
  assert.deepEqual([faults({}), faults({ body: 'health' }), faults({ body: 'cabinet' }), faults({ body: 'nobody' })], [[], [], ['body cabinet'], ['body nobody']])
})

test('the year of a programme agrees with its days', () => {
  assert.deepEqual(faults({ year: '2022', from: '2022-01-01', to: '2022-12-31' }), [])
  assert.deepEqual(faults({ year: '2023-25' }), ['year 2023-25'])
  assert.deepEqual(faults({ year: '2019-20' }), ['from 2023-05-18', 'to 2024-04-30'])
})

test('a programme is agreed by its own body, one above it or the council, also on a day to come', () => {
  assert.deepEqual(faults({ recommended: { body: 'board', on: '2023-04-28' }, agreed: { body: 'council', on: '2023-05-18' } }), [])
  assert.deepEqual(faults({ recommended: { body: 'board', on: '2023-07-04' }, agreed: { body: 'nobody', on: '2023-05-18' } }), ['agreed.body nobody'])
  assert.deepEqual(faults({ recommended: { body: 'health', on: '2023-04-28' } }), ['recommended.body health'])
})

test('a report that is stated is not to come', () => {
  const entry = { slug: 'youth', kind: 'possible', issue: 'Youth', when: 'to-be-confirmed', statedReports: [{ on: '2023-07' }, { on: '2023-07-04' }, { on: '2023-08' }] }
  assert.deepEqual(faults({ entries: [entry] }), ['entries[1].stated-reports[2].on 2023-07-04', 'entries[1].stated-reports[3].on 2023-08'])
})
