import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { body } from '#features/bodies'
import { groupFaults, type BesideGroups } from './record-faults.ts'
import { taskGroup } from './task-group.ts'

const seat = (person: string, from: string, to?: string) => ({ seat: 'Councillor', organisation: 'County Council', capacity: 'voting', votes: 'all', person, from, ...(to === undefined ? {} : { to }) })
const board = body.parse({ slug: 'board', name: 'The board', kind: 'scrutiny-board', purpose: 'Asks.', meetsInPublic: true, members: [seat('Cllr Dora Finch', '2021-05-06'), seat('Cllr Otto Lane', '2022-06-01'), seat('Cllr Ida Moss', '2021-05-06', '2021-12-31')] })
const beside: BesideGroups = {
  bodies: [board],
  agendas: new Map([
    ['board/2022-01-05', { status: 'held', items: [5, 6], notTaken: [] }],
    ['board/2022-02-02', { status: 'cancelled', items: [], notTaken: [] }],
  ]),
  namesPerson: (words) => (words === 'Olive Reyes' ? 'Olive Reyes is a person’s name' : undefined),
  unreadable: new Map([['/bodies/nobody', 'No body has this address']]),
  today: date('2023-07-03'),
}
const group = taskGroup.parse({ slug: 'roads', title: 'Roads', commissionedBy: 'board', commissioned: { date: '2022-01-05', item: 6 }, terms: ['Who pays?'], lead: { name: 'Cllr Dora Finch' }, starts: '2022-01-10', standing: { stage: 'gathering' } })
const faults = (changes: object, stood?: object) => groupFaults(taskGroup.parse({ ...group, ...changes }), beside, stood && taskGroup.parse({ ...group, ...stood })).map(({ field, found }) => `${field} ${found}`)

test('a group is commissioned at a meeting of its body that was held, and at an item of its agenda', () => {
  assert.deepEqual(faults({}), [])
  assert.deepEqual([faults({ commissioned: { date: '2022-01-06' } }), faults({ commissioned: { date: '2022-02-02' }, starts: '2022-03-01' }), faults({ commissioned: { date: '2022-01-05', item: 7 } })], [['commissioned.date 2022-01-06'], ['commissioned.date 2022-02-02'], ['commissioned.item 7']])
})

test('whoever leads a group or sits on it has a seat when it begins or while it is at work; a role is nobody', () => {
  assert.deepEqual(faults({ lead: { name: 'Chair of the board' } }), ['lead.name Chair of the board'])
  assert.deepEqual(faults({ members: [{ name: 'Cllr Otto Lane' }, { name: 'Cllr Ida Moss' }, { name: 'Mickey Mouse' }] }), ['members[2].name Cllr Ida Moss', 'members[3].name Mickey Mouse'])
  assert.deepEqual(faults({ members: [{ name: 'Cllr Otto Lane' }], standing: { stage: 'ended', on: '2022-05-31', reason: 'Done.' } }), ['members[1].name Cllr Otto Lane'], 'the seat came after the end')
})

test('what a group heard was heard, from a role, and leads to what the public can read', () => {
  const evidence = [{ date: '2022-03-01', from: 'Head of Highways', what: 'Times', link: '/bodies/board' }, { date: '2023-07-04', from: 'Olive Reyes', what: 'More', link: '/bodies/nobody' }]
  assert.deepEqual(faults({ evidence }), ['evidence[2].date 2023-07-04', 'evidence[2].link /bodies/nobody', 'evidence[2].from Olive Reyes'])
})

test('whoever comments on a draft, or is to answer a recommendation, is a role or a body', () => {
  const draft = { on: '2022-05-01', says: 'Slow.', comments: [{ on: '2022-05-02', by: 'Olive Reyes', says: 'Not so.' }] }
  assert.deepEqual(faults({ standing: { stage: 'draft', draft } }), ['standing.draft.comments[1].by Olive Reyes'])
  const recommendations = [{ says: 'Train staff', to: 'Cabinet' }, { says: 'Publish times', to: 'Olive Reyes' }, { says: 'Pay', to: 'Cabinet', body: 'cabinet' }]
  assert.deepEqual(faults({ standing: { stage: 'final', on: '2022-06-01', says: 'Quicker.', recommendations } }), ['standing.recommendations[3].body cabinet', 'standing.recommendations[2].to Olive Reyes'])
})

test('what was taken as it stands is not held against another change; a second of its kind is', () => {
  const stood = { commissioned: { date: '2022-01-06' }, members: [{ name: 'Mickey Mouse' }] }
  assert.deepEqual(faults({ ...stood, title: 'Roads and lanes' }, stood), [])
  assert.deepEqual(faults({ ...stood, members: [{ name: 'Donald Duck' }, { name: 'Mickey Mouse' }, { name: 'Mickey Mouse' }] }, stood), ['members[1].name Donald Duck', 'members[3].name Mickey Mouse'])
})
