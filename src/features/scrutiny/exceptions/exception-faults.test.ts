import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { body } from '#features/bodies'
import { exceptionFaults, type BesideExceptions } from './exception-faults.ts'
import { exception } from './exception.ts'
import { boardsOf } from './lines.ts'

const named = (slug: string, above: readonly string[], kind = 'scrutiny-panel') => [slug, body.parse({ slug, name: slug, kind, purpose: 'Asks.', meetsInPublic: true, reportsTo: above.map((one) => ({ body: one, cadence: 'quarterly' })) })] as const
const beside: BesideExceptions = {
  bodies: new Map([named('panel', ['board']), named('board', []), named('other', []), named('workstream', ['board'], 'sub-group'), named('task-group', ['board'], 'task-group'), named('cabinet', [], 'cabinet'), named('committee', ['cabinet', 'board'], 'health-overview-committee')]),
  agendas: new Map(['2023-06-30', '2023-07-02', '2023-07-19'].map((day) => [`board/${day}`, { status: 'agenda-published' as const, items: [1, 2], notTaken: [] }])),
  namesPerson: (words) => (words === 'Olive Reyes' ? 'Olive Reyes is a person’s name' : undefined),
  unreadable: new Map([['/bodies/nobody', 'No body has this address']]),
  today: date('2023-07-03'),
}
const flagged = exception.parse({ id: 'q4', panel: 'panel', board: 'board', period: '2021-22-q4', about: 'measure', what: 'Visits', seen: 'Fewer.', flaggedOn: '2023-07-01' })
const faults = (changes: object, stood?: object) => exceptionFaults(exception.parse({ ...flagged, ...changes }), beside, stood && exception.parse({ ...flagged, ...stood })).map(({ field, found }) => `${field} ${found}`)

test('a panel flags to the body that it reports to, never to itself', () => {
  assert.deepEqual([faults({}), faults({ board: 'panel' }), faults({ board: 'other' }), faults({ board: 'nobody' })], [[], ['board panel'], ['board other'], ['board nobody']])
})

test('only bodies that scrutinise flag, and are flagged to', () => {
  assert.deepEqual([...beside.bodies.values()].map((one) => [one.slug, boardsOf(one, beside.bodies).map(({ slug }) => slug).join()]).filter(([, boards]) => boards !== ''), [['panel', 'board'], ['committee', 'board']])
  assert.deepEqual([faults({ panel: 'workstream' }), faults({ panel: 'task-group' }), faults({ panel: 'committee', board: 'cabinet' }), faults({ panel: 'committee' })], [['panel workstream'], ['panel task-group'], ['board cabinet'], []])
})

test('what is flagged was flagged already, before the meeting that takes it, and what the board did is not before that, nor to come', () => {
  assert.deepEqual(faults({ flaggedOn: '2023-07-04' }), ['flagged-on 2023-07-04'])
  assert.deepEqual(faults({ meeting: '2023-06-30' }), ['meeting 2023-06-30'])
  assert.deepEqual(faults({ meeting: '2023-07-02', outcome: { did: 'noted', on: '2023-07-01' } }), ['outcome.on 2023-07-01'])
  assert.deepEqual(faults({ meeting: '2023-07-02', outcome: { did: 'noted', on: '2023-07-04' } }), ['outcome.on 2023-07-04'])
  assert.deepEqual(faults({ meeting: '2023-07-02', outcome: { did: 'noted', on: '2023-07-03' } }), [])
})

test('the meeting that takes it is in the calendar, with that item where its agenda is published', () => {
  const at = (meeting: string, item?: number) => faults({ meeting, ...(item === undefined ? {} : { item }) })
  assert.deepEqual([at('2023-07-19', 2), at('2023-07-19', 3), at('2023-07-20')], [[], ['item 3'], ['meeting 2023-07-20']])
})

test('a role or a body is asked for a report, never a person, and by a day that was to come', () => {
  const called = (changes: object) => faults({ meeting: '2023-07-02', outcome: { did: 'called', on: '2023-07-02', asks: 'Why?', to: 'Director', ...changes } })
  assert.deepEqual([called({}), called({ to: 'Olive Reyes' }), called({ due: '2023-07-01' }), called({ body: 'nobody' })], [[], ['outcome.to Olive Reyes'], ['outcome.due 2023-07-01'], ['outcome.body nobody']])
})

test('evidence leads to what the public can read', () => {
  assert.deepEqual(faults({ evidence: [{ text: 'A page', link: '/bodies/panel' }, { text: 'Another', link: '/bodies/nobody' }] }), ['evidence[2].link /bodies/nobody'])
})

test('what was taken as it stands is not held against another change of it', () => {
  const outcome = { did: 'called', on: '2023-07-02', asks: 'Why?', to: 'Olive Reyes' }
  const stood = { meeting: '2023-07-02', outcome }
  assert.deepEqual([faults({ ...stood, seen: 'Far fewer.' }, stood), faults({ ...stood, outcome: { ...outcome, due: '2023-07-01' } }, stood)], [[], ['outcome.due 2023-07-01']])
})
