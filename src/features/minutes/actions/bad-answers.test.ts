import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { StepKind } from './action.ts'
import { actionsOf } from './actions-of.ts'
import { answerReport } from './answer-report.ts'
import { assignAction } from './assign-action.ts'
import { readTrackerQuery } from './public/tracker-query.ts'
import { trackerCounts, trackerPage } from './public/read-tracker.ts'
import { recommendationPage } from './public/recommendation-page.ts'
import { actionNumbered } from './read-actions.ts'
import { raiseActions } from './raise-actions.ts'
import { serveReport } from './serve-report.ts'
import type { ActionsTables } from './tables.ts'
import { takeStep } from './take-step.ts'
import { eachActionsDesk, at, today } from './testing.ts'

eachActionsDesk(({ store, app, as, person, write, hold, recommend }) => {
  const found = (number: number) => store().database.read('operator:test', async (reader) => (await actionNumbered(reader, number)) ?? assert.fail())
  const told = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : [outcome.refusal.kind, ...outcome.refusal.faults.map(({ field, message }) => `${field}: ${message}`)].join(' '))
  const step = async (who: Context, number: number, what: StepKind, fields: Record<string, string>, revision?: number) =>
    told(await takeStep(who, app(), { number, revision: revision ?? (await found(number)).revision }, { what, fields: { on: '', ...fields }, onBehalf: '' }))
  const on = (day: string, who: 'director' | 'officer'): Context => ({ ...as(who), today: date(day) })
  const answered = (on: string, answer = 'accepted', reason = '') => ({ on, answer, response: 'We will.', reason })
  const late = (query = 'state=answered-late') =>
    store().database.readPublished(async (reader) => (await trackerPage(reader, readTrackerQuery(new URLSearchParams(query), { bodies: new Set(['panel']), askedOf: new Set(['board']) }).asked, today, 10)).map(({ reference }) => reference))

  before(async () => {
    const served = await serveReport(as('officer'), app(), { body: 'panel', title: 'Buses', link: '/bodies/panel', of: 'board', duty: '', received: '2023-03-15', chosen: await recommend('One.', 'Two.', 'Three.', 'Four.'), owner: person('director') }, 'a')
    assert.ok(served.ok, JSON.stringify(served))
    await write((tx) => raiseActions(tx, { body: 'panel', on: date('2023-05-10'), isPublic: true }, [{ origin: { kind: 'request', id: 'map' }, words: 'A map.', of: { name: 'Director' }, kind: 'action' }], at))
  })

  test('a response after the two months is taken, said to be late by its days, counted and listed, and stays so when it is closed', async () => {
    assert.deepEqual(await late(), [])
    assert.equal(await step(on('2023-05-26', 'director'), 1, 'answered', answered('')), 'done')
    assert.equal(await step(on('2023-05-14', 'director'), 2, 'answered', answered('')), 'done')
    assert.equal(await step(as('director'), 1, 'done', { evidence: 'The timetable.' }), 'done')
    await hold('2023-09-20')
    assert.equal(await step(on('2023-09-21', 'officer'), 1, 'closed', { evidence: 'Seen.', meeting: '2023-09-20' }), 'done')
    assert.deepEqual(await late(), [1])
    assert.deepEqual(await late('state=answered-late&body=panel&of=board&q=one'), [1])
    const counts = await store().database.readPublished((reader) => trackerCounts(reader, { body: 'panel' }, today))
    assert.deepEqual([counts.answeredLate, counts.late, counts.all], [1, 2, 5])
    const page = await store().database.readPublished((read) => recommendationPage({ path: '/', params: { reference: '1' }, query: new URLSearchParams(), today, origin: 'http://localhost', read, file: () => Promise.resolve(undefined) }))
    assert.ok(page.kind === 'page')
    assert.match(page.body.toString().replaceAll(/<[^>]+>/g, ''), /Closed\s+Answered 12 days late/)
  })

  test('a response that rejects or accepts in part without its reason is refused, and nothing is saved', async () => {
    for (const answer of ['rejected', 'in-part']) assert.equal(await step(as('director'), 3, 'answered', answered('', answer, '  ')), 'invalid reason: Give the reason')
    assert.equal((await found(3)).chain.length, 1)
  })

  test('implementing without evidence is refused, and so is evidence that the public cannot open', async () => {
    assert.equal(await step(as('director'), 2, 'done', { evidence: ' ' }), 'invalid evidence: Give what shows that it is done')
    assert.match(await step(as('director'), 2, 'done', { evidence: 'There.', link: '/staff/meetings' }), /^invalid link: The public cannot open this address/)
    assert.match(await step(as('director'), 2, 'done', { evidence: 'There.', link: 'https://files.test/x?token=abc' }), /^invalid link: This address holds a key/)
    assert.match(told(await serveReport(as('officer'), app(), { body: 'panel', title: 'Trains', link: '/staff/reports/1', of: 'board', duty: '', received: '2023-06-01', chosen: [], owner: '' }, 'b')), /^invalid link: The public cannot open.*chosen: Choose at least one/)
  })

  test('of two people who answer at once one is taken, and the other is told and loses nothing', async () => {
    const { revision } = await found(3)
    const both = await Promise.all([step(as('director'), 3, 'answered', answered(''), revision), step(as('director'), 3, 'answered', answered('', 'rejected', 'No.'), revision)])
    assert.deepEqual(both.toSorted(), ['conflict', 'done'])
    assert.equal((await found(3)).chain.length, 2)
    const whole = () => answerReport(as('director'), app(), 1, { receipt: { on: '', how: '', why: '' }, onBehalf: '', to: () => ({ revision: 1, answer: 'accepted', response: 'Yes.', reason: '' }) })
    assert.equal(told(await whole()), 'conflict')
  })

  test('whoever is late cannot date the answer back; an officer enters the day on which it was received, and the public reads both days', async () => {
    assert.match(await step(as('director'), 4, 'answered', answered('2023-05-14')), /^invalid on: What you answer here has the day of today/)
    const seen = async () => ({ number: 4, revision: (await found(4)).revision })
    const enter = async (fields: Record<string, string>) => told(await takeStep(as('officer'), app(), await seen(), { what: 'answered', fields: { ...answered('12 May 2023'), ...fields }, onBehalf: 'Director of Transport' }))
    assert.match(await enter({}), /^invalid how: .*why: /)
    assert.match(await enter({ how: 'By letter', why: 'Mislaid', on: '14 March 2023' }), /^invalid on: Give a day that is not before 15 March 2023/)
    assert.match(told(await takeStep(as('officer'), app(), await seen(), { what: 'answered', fields: answered(''), onBehalf: 'The Director' })), /^invalid on-behalf: The Director is a person’s name/)
    assert.equal(await enter({ how: 'By letter', why: 'Mislaid' }), 'done')
    const page = await store().database.readPublished((read) => recommendationPage({ path: '/', params: { reference: '4' }, query: new URLSearchParams(), today, origin: 'http://localhost', read, file: () => Promise.resolve(undefined) }))
    assert.ok(page.kind === 'page')
    assert.match(page.body.toString().replaceAll(/<[^>]+>/g, ''), /12 May 2023\s+We will\.\s*Received on 12 May 2023: By letter\. Entered here on 3 July 2023: Mislaid/)
    const [row] = await store().database.readPublished((reader) => reader.tables<ActionsTables>().selectFrom('published.current_actions as list').select(['list.answered_on', 'list.answered_late']).where('list.number', '=', 4).execute())
    assert.deepEqual(row, { answered_on: '2023-07-03', answered_late: 0 }, 'known since it was entered, in time since it was received')
  })

  test('a response to what was withdrawn is refused, and so is serving it', async () => {
    assert.equal(await step(as('officer'), 4, 'withdrawn', { reason: 'The panel took it back.' }), 'done')
    assert.match(await step(as('director'), 4, 'answered', answered('')), /^not-now/)
    assert.match(told(await serveReport(as('officer'), app(), { body: 'panel', title: 'Again', link: '', of: 'board', received: '2023-06-01', duty: '', chosen: ['4'], owner: '' }, 'c')), /^invalid chosen: One of these can no longer be served/)
  })

  test('only an officer closes, keeps open or withdraws for the body: whoever answered does not, nor a member of this body or another', async () => {
    assert.ok((await assignAction(as('officer'), app(), { number: 5, revision: (await found(5)).revision }, { owner: person('director'), due: '' })).ok)
    assert.equal(await step(as('director'), 5, 'done', { evidence: 'The map.' }), 'done')
    for (const role of ['director', 'analyst', 'chair', 'councillor', 'coopted', 'auditor'] as const) {
      assert.equal(await step(as(role), 5, 'closed', { evidence: 'Seen.' }), 'not-allowed', role)
      assert.equal(await step(as(role), 5, 'withdrawn', { reason: 'No more.' }), 'not-allowed', role)
    }
    assert.equal(await step(on('2023-09-21', 'officer'), 5, 'closed', { evidence: 'Seen.', meeting: '2023-09-20' }), 'done')
    assert.equal((await store().database.readPublished((reader) => actionsOf(reader, { body: 'panel', limit: 9 }))).find(({ reference }) => reference === 5)?.state, 'closed')
  })
})
