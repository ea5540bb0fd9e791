import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { body } from '#features/bodies'
import { planEntry } from '../entry/plan-entry.ts'
import { eachPlanDesk } from '../testing.ts'
import { chainFaults } from './chain-faults.ts'

const seat = (person: string, capacity = 'voting', votes = 'all') => ({ seat: 'Member', organisation: 'County', capacity, votes, person, from: '2020-01-01' })
const named = (slug: string, kind: string, members: object[]) => [slug, body.parse({ slug, name: slug, kind, purpose: 'Serves.', meetsInPublic: true, members })] as const
const bodies = new Map([
  named('cabinet', 'cabinet', [seat('Cllr Leader', 'chair')]),
  named('board', 'scrutiny-board', [seat('Cllr One'), seat('Cllr Two'), seat('Cllr Three'), seat('Ms Parent', 'co-opted', 'education-only'), seat('Mr Watcher', 'observer', 'none')]),
  named('partners', 'strategic-partnership', [seat('Dr Other')]),
])
const statement = { on: '2023-06-06', by: 'Cabinet', outcome: 'Agreed', reasons: 'Need', alternatives: 'None', conflicts: 'None', dispensations: 'None', published: '2023-06-07T10:00', window: { closes: '2023-06-14T17:00', members: 3 } }
const calledIn = { at: '2023-06-09T10:00', members: ['Cllr One', 'Cllr Two', 'Cllr Three'], principles: ['openness'], reasons: ['Late papers'], body: 'board', considerBy: '2023-06-30' }
const fieldsOf = ({ decision = {}, callIn, ...changes }: { decision?: object; callIn?: object } & Record<string, unknown>) => {
  const entry = planEntry.parse({ reference: 'a', matter: 'A', decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet' }, expected: { from: '2023-06-06' }, key: 'key', noticed: '2023-03-20', decision: { ...statement, ...decision }, ...(callIn === undefined ? {} : { callIn: { ...calledIn, ...callIn } }), ...changes })
  return chainFaults(entry, { bodies, local: {}, latest: date('2023-07-03') }).map(({ field, found }) => [field, found].join(' '))
}

test('a chain that can have been so is not refused', () => {
  assert.deepEqual(fieldsOf({}), [])
  assert.deepEqual(fieldsOf({ callIn: { considered: { on: '2023-06-20', outcome: 'accepted', comments: 'Go on.' } }, implemented: { on: '2023-06-21' } }), [])
})

test('a decision is not before its notice has run, unless by one of the two routes, and its statement not before it', () => {
  assert.deepEqual(fieldsOf({ noticed: '2023-06-05' }), ['decision.on 2023-06-06'])
  assert.deepEqual(fieldsOf({ noticed: '2023-06-05', route: { kind: 'special-urgency', office: 'scrutiny-chair', by: 'Cllr One', on: '2023-06-05', reason: 'It lapses.' } }), [])
  assert.deepEqual(fieldsOf({ decision: { published: '2023-06-05T10:00' } }), ['decision.published 2023-06-05T10:00'])
})

test('a call-in is after the statement, within its window, not to come, and of no decision that is exempt', () => {
  for (const at of ['2023-06-07T09:59', '2023-06-14T17:01']) assert.deepEqual(fieldsOf({ callIn: { at } }), [`call-in.at ${at}`])
  assert.deepEqual(fieldsOf({ callIn: { at: '2023-07-04T10:00', considerBy: '2023-07-20' } }), ['call-in.at 2023-07-04T10:00', 'call-in.at 2023-07-04T10:00'])
  assert.deepEqual(fieldsOf({ callIn: {}, decision: { window: undefined, exempt: { reason: 'Now.', agreedBy: 'Chair' } } }), ['call-in '])
})

test('a call-in has as many members as it needs, each once, each in a seat that may sign', () => {
  assert.deepEqual(fieldsOf({ callIn: { members: ['Cllr One', 'Cllr One', 'Cllr Two'] } }), ['call-in.members 2', 'call-in.members[2] Cllr One'])
  const others = (name: string, changes: object = {}) => fieldsOf({ callIn: { members: ['Cllr One', 'Cllr Two', name] }, ...changes })
  for (const name of ['Mickey Mouse', 'Cllr Leader', 'Mr Watcher', 'Dr Other', 'Ms Parent']) assert.deepEqual(others(name), [`call-in.members[3] ${name}`])
  assert.deepEqual(others('Ms Parent', { isEducation: true }), [])
})

test('what is called in is considered by scrutiny, after it was called in', () => {
  assert.deepEqual(fieldsOf({ callIn: { body: 'cabinet' } }), ['call-in.body cabinet'])
  assert.deepEqual(fieldsOf({ callIn: { considered: { on: '2023-06-08', outcome: 'accepted', comments: 'Go on.' } } }), ['call-in.considered.on 2023-06-08'])
  assert.deepEqual(fieldsOf({ callIn: { considered: { on: '2023-06-20', outcome: 'accepted', comments: 'Go on.' }, reconsidered: { on: '2023-06-21', by: 'Cabinet', outcome: 'confirmed', words: 'So be it.' } } }), ['call-in.reconsidered '])
})

test('a decision is carried out after it was made, once its window is over and a call-in has come to its end', () => {
  assert.deepEqual(fieldsOf({ implemented: { on: '2023-06-05' } }), ['implemented.on 2023-06-05'])
  assert.deepEqual(fieldsOf({ implemented: { on: '2023-06-10' } }), ['implemented.on 2023-06-10'])
  assert.deepEqual(fieldsOf({ implemented: { on: '2023-06-20' }, callIn: {} }), ['implemented '])
})

eachPlanDesk(({ load, refusedAt, published }) => {
  const entry = (reference: string, more = '') => `reference: ${reference}\nmatter: The ${reference}\ndecision-maker: { kind: body, body: cabinet }\nexpected: { from: 2023-06-06 }\nkey: key\n${more}`

  test('a file with a decision on too short a notice is refused by row and field, and nothing of it is published', async () => {
    const decided = `noticed: 2023-06-01\ndecision:\n  on: 2023-06-06\n  by: Cabinet\n  outcome: Agreed\n  reasons: Need\n  alternatives: None\n  conflicts: None\n  dispensations: None\n  published: 2023-06-07T10:00\n`
    assert.deepEqual(await refusedAt(`${entry('good', 'noticed: 2023-04-24\n')}---\n${entry('bad', decided)}`), ['a.yaml 15 decision.on 2023-06-06'])
    assert.equal(await published('good'), undefined)
  })

  test('the answer of the command says of which notices of key decisions the members of the body are not given', async () => {
    const nobody = entry('unnamed', 'noticed: 2019-04-24\n').replace('2023-06-06', '2019-06-06')
    assert.deepEqual(await load(nobody), { ok: true, value: { planEntries: 1, changed: 1, published: 1, 'key decisions without the names of members': 1 } })
  })
})
