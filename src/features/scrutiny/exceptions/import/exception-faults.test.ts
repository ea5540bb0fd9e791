import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { body } from '#features/bodies'
import { exceptionFaults, meetingFaults } from './exception-faults.ts'

const named = (slug: string, above: readonly string[]) => [slug, body.parse({ slug, name: slug, kind: 'scrutiny-panel', purpose: 'Asks.', meetsInPublic: true, reportsTo: above.map((one) => ({ body: one, cadence: 'quarterly' })) })] as const
const bodies = new Map([named('panel', ['board']), named('board', []), named('other', [])])
const faults = (changes: object) => exceptionFaults({ panel: 'panel', board: 'board', flaggedOn: date('2023-07-01'), ...changes }, bodies, date('2023-07-03')).map(({ field, found }) => `${field} ${found}`)

test('a panel flags to the body that it reports to, never to itself', () => {
  assert.deepEqual([faults({}), faults({ board: 'panel' }), faults({ board: 'other' })], [[], ['board panel'], ['board other']])
})

test('what is flagged was flagged already, before the meeting that takes it, and what the board did is not before that', () => {
  assert.deepEqual(faults({ flaggedOn: date('2023-07-04') }), ['flagged-on 2023-07-04'])
  assert.deepEqual(faults({ meeting: date('2023-06-30') }), ['meeting 2023-06-30'])
  assert.deepEqual(faults({ meeting: date('2023-07-02'), outcome: { did: 'noted', on: date('2023-07-01') } }), ['outcome.on 2023-07-01'])
})

test('the meeting that takes it is in the calendar, with that item where its agenda is published', () => {
  const agendas = new Map([['board/2023-07-19', { status: 'agenda-published' as const, items: [1, 2] }]])
  const at = (day: string, item?: number) => meetingFaults({ board: 'board', meeting: date(day), item }, agendas).map(({ field }) => field)
  assert.deepEqual([at('2023-07-19', 2), at('2023-07-19', 3), at('2023-07-20')], [[], ['item'], ['meeting']])
})
