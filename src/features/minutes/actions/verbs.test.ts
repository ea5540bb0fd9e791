import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { meetingsImporter } from '#features/meetings'
import { filesInMemory } from '../../meetings/testing.ts'
import type { StepKind } from './action.ts'
import { actionsOf } from './actions-of.ts'
import { answerReport, type TypedAnswer } from './answer-report.ts'
import { askAction, type TypedAsking } from './ask-action.ts'
import { assignAction } from './assign-action.ts'
import { meetingsToClose } from './closing.ts'
import { actionNumbered } from './read-actions.ts'
import { keepOutstanding } from './reminders.ts'
import { withdrawActions } from './raise-actions.ts'
import { publishedReport, servedReports } from './reports.ts'
import { serveReport, type TypedReport } from './serve-report.ts'
import { takeStep } from './take-step.ts'
import { at, eachActionsDesk } from './testing.ts'

const asking: TypedAsking = { kind: 'recommendation', body: 'panel', on: '10 May 2023', item: '2', words: 'Publish waiting times.', ofBody: 'board', ofName: '', due: '' }
const report: TypedReport = { body: 'panel', title: 'School transport', link: '', of: 'board', received: '2023-04-20', duty: '', chosen: ['2', '3'], owner: '' }

eachActionsDesk(({ store, app, as, person, hold, recommend, write }) => {
  const found = (number: number) => store().database.read('operator:test', async (reader) => (await actionNumbered(reader, number)) ?? assert.fail())
  const told = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : [outcome.refusal.kind, ...outcome.refusal.faults.map(({ field }) => field)].join(' '))
  const step = async (who: Context, number: number, what: StepKind, fields: Record<string, string>, onBehalf = '', revision?: number) =>
    told(await takeStep(who, app(), { number, revision: revision ?? (await found(number)).revision }, { what, fields, onBehalf }))
  const assign = async (number: number, owner: string, due = '') => told(await assignAction(as('officer'), app(), { number, revision: (await found(number)).revision }, { owner, due }))
  const state = async (number: number) => (await store().database.readPublished((reader) => actionsOf(reader, { body: 'panel', limit: 20 }))).find(({ reference }) => reference === number)?.state
  const mails = () => store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox as mail').select(['mail.recipient', 'mail.subject', 'mail.text']).orderBy('mail.queued_at').execute())

  test('an officer records what a body asked; sent twice it is one, and what does not fit is said field by field', async () => {
    const first = await askAction(as('officer'), app(), asking, 'form-1')
    const second = await askAction(as('officer'), app(), asking, 'form-1')
    assert.deepEqual([first, second], [{ ok: true, value: 1 }, { ok: true, value: 1 }])
    assert.equal(told(await askAction(as('officer'), app(), { ...asking, kind: '', words: ' ', body: 'nobody', on: '2023-07-04', ofBody: '', due: 'soon' }, 'form-2')), 'invalid kind words body on of-name due')
    assert.equal(told(await askAction(as('officer'), app(), { ...asking, item: '9' }, 'form-3')), 'invalid item')
    assert.equal(told(await askAction(as('director'), app(), asking, 'form-4')), 'not-allowed')
  })

  test('only the owner answers, or an officer who says on whose behalf', async () => {
    const answer = { on: '', answer: 'accepted', response: 'We will.' }
    assert.equal(await step(as('director'), 1, 'answered', answer), 'not-allowed')
    assert.equal(await step(as('officer'), 1, 'answered', answer), 'invalid on-behalf')
    assert.equal(await assign(1, person('director'), '30 September 2023'), 'done')
    assert.equal(await step(as('analyst'), 1, 'answered', answer), 'not-allowed')
    assert.equal(await step(as('director'), 1, 'answered', { ...answer, answer: 'in-part' }), 'invalid reason')
    assert.equal(await step(as('director'), 1, 'answered', { on: '4 July 2023', answer: '', response: '' }), 'invalid on answer')
    assert.equal(await step(as('director'), 1, 'answered', { ...answer, answer: 'in-part', reason: 'Half of it is not ours.' }), 'done')
    assert.equal(await state(1), 'in-part')
    assert.equal((await found(1)).chain[0]?.by, 'The director')
  })

  test('what changed meanwhile is a conflict and nothing is saved', async () => {
    assert.equal(await step(as('director'), 1, 'progress', { on: '', words: 'Begun.' }, '', 1), 'conflict')
    assert.equal((await found(1)).chain.length, 1)
  })

  test('the same press twice at once is one step, and no conflict', async () => {
    const { revision } = await found(1)
    const press = () => step(as('director'), 1, 'progress', { words: 'The table is drawn.' }, '', revision)
    assert.deepEqual(await Promise.all([press(), press()]), ['done', 'done'])
    assert.equal((await found(1)).chain.length, 2)
    assert.equal(await step(as('director'), 1, 'progress', { words: 'Something else.' }, '', revision), 'conflict')
  })

  test('it is done with evidence, and its body closes it at a meeting that was held since', async () => {
    assert.equal(await step(as('director'), 1, 'done', { on: '', evidence: '' }), 'invalid evidence')
    assert.equal(await step(as('director'), 1, 'done', { on: '', evidence: 'The figures.', link: 'javascript:alert(1)' }), 'invalid link')
    assert.equal(await step(as('director'), 1, 'done', { on: '', evidence: 'The figures.', link: '/meetings' }), 'done')
    assert.equal(await step(as('director'), 1, 'closed', { evidence: 'Seen.' }), 'not-allowed')
    assert.equal(await step(as('officer'), 1, 'closed', { evidence: 'Seen.' }), 'invalid meeting')
    assert.equal(await step(as('officer'), 1, 'closed', { evidence: 'Seen.', meeting: '2023-05-10' }), 'invalid meeting', 'before it was reported as done')
    assert.equal(await step(as('officer'), 1, 'closed', { evidence: 'Seen.', meeting: '2023-07-03' }), 'invalid meeting', 'the record has none')
    assert.equal(await step(as('officer'), 1, 'kept-open', { on: '', reason: 'Two schools are missing.', meeting: '2023-05-10' }), 'invalid meeting', 'a meeting of before says nothing of it')
    assert.equal(await step(as('officer'), 1, 'kept-open', { on: '2023-07-03', reason: 'Two schools are missing.', meeting: '2023-07-02' }), 'invalid on', 'said on the day of the meeting')
    assert.equal(await step(as('officer'), 1, 'kept-open', { on: '', reason: 'Two schools are missing.' }), 'done')
    assert.equal(await step(as('officer'), 1, 'closed', { evidence: 'Seen.', meeting: '2023-07-03' }), 'not-now')
    assert.equal(await step(as('director'), 1, 'done', { on: '', evidence: 'All schools.' }), 'done')
    const september = { ...as('officer'), today: date('2023-09-21') }
    assert.equal(await step(september, 1, 'closed', { evidence: 'Seen by the panel.', meeting: '2023-09-20' }), 'invalid meeting', 'nobody recorded that it was held')
    await hold('2023-09-20')
    assert.equal(await step(september, 1, 'closed', { evidence: ' all schools ', meeting: '2023-09-20' }), 'invalid evidence', 'the words of whoever answered')
    assert.equal(await step(september, 1, 'closed', { evidence: 'Seen by the panel.', meeting: '20 September 2023' }), 'done')
    assert.equal(await state(1), 'closed')
    assert.equal((await found(1)).chain.at(-1)?.step.on, '2023-09-20', 'closed on the day of the meeting')
    assert.equal(await assign(1, ''), 'not-now')
  })

  test('a report served by notice starts the two months of each of its recommendations', async () => {
    assert.deepEqual(await recommend('Review the routes.', 'Publish the costs.'), ['2', '3'])
    assert.equal(told(await serveReport(as('officer'), app(), { ...report, title: '', received: '2023-08-01', of: '', chosen: [] }, 'serve-0')), 'invalid title of received chosen')
    assert.deepEqual(await serveReport(as('officer'), app(), { ...report, owner: person('director') }, 'serve-1'), { ok: true, value: 1 })
    assert.deepEqual(await serveReport(as('officer'), app(), { ...report, owner: person('director') }, 'serve-1'), { ok: true, value: 1 }, 'the same press twice is one report')
    assert.equal(told(await serveReport(as('officer'), app(), report, 'serve-2')), 'invalid title chosen', 'it is served already')
    assert.equal(told(await serveReport(as('officer'), app(), { ...report, title: 'Another', body: 'board' }, 'serve-3')), 'invalid body chosen', 'the executive serves nothing on itself')
    assert.equal(told(await serveReport(as('officer'), app(), { ...report, title: 'Another', of: 'panel' }, 'serve-4')), 'invalid of chosen')
    const list = (await store().database.readPublished((reader) => actionsOf(reader, { body: 'panel', limit: 2 }))).map(({ reference, words, waitsUntil }) => [reference, words, waitsUntil])
    assert.deepEqual(list, [[2, 'Review the routes.', '2023-06-19'], [3, 'Publish the costs.', '2023-06-19']])
    assert.deepEqual((await store().database.readPublished((reader) => publishedReport(reader, 1)))?.recommendations, [2, 3])
  })

  test('what is served is what the body resolved at a meeting that was held', async () => {
    const refused = async (number: string) => told(await serveReport(as('officer'), app(), { ...report, title: 'Buses', received: '2023-06-20', chosen: [number] }, `unresolved-${number}`))
    const withoutMeeting = await askAction(as('officer'), app(), { ...asking, on: '11 May 2023', item: '', words: 'Nobody resolved this.' }, 'form-without')
    assert.ok(withoutMeeting.ok)
    assert.equal(await refused(String(withoutMeeting.value)), 'invalid chosen', 'asked at no meeting')
    const notHeld = await askAction(as('officer'), app(), { ...asking, words: 'Nor this.' }, 'form-not-held')
    assert.ok(notHeld.ok)
    assert.equal(await refused(String(notHeld.value)), 'invalid chosen', 'nobody recorded that the meeting was held')
    await write((tx) => withdrawActions(tx, ['form/form-without', 'form/form-not-held'].map((id) => ({ kind: 'recommendation' as const, id })), 'A test.', at))
  })

  test('the two months bind the executive alone: a health body has 28 days from the request, another partner authority has regard without a day', async () => {
    const [health = '', regard = ''] = await recommend('Shorten the wait.', 'Share the figures.')
    const serve = (chosen: string, duty: string, of = 'trust') => serveReport(as('officer'), app(), { ...report, title: `Report with ${chosen}`, of, duty, received: '2023-06-20', chosen: [chosen] }, `duty-${chosen}-${duty}-${of}`)
    for (const duty of ['', 'executive-response', 'none']) assert.equal(told(await serve(health, duty)), 'invalid duty', duty)
    assert.equal(told(await serve(health, 'partner-regard', 'board')), 'invalid duty')
    assert.deepEqual([told(await serve(health, 'health-scrutiny-response')), told(await serve(regard, 'partner-regard'))], ['done', 'done'])
    const list = (await store().database.readPublished((reader) => actionsOf(reader, { body: 'panel', limit: 20 }))).filter(({ reference }) => [health, regard].includes(String(reference)))
    assert.deepEqual(list.map(({ state, waitsUntil }) => [state, waitsUntil]), [['served', '2023-07-18'], ['served', undefined]])
    const served = await store().database.readPublished((reader) => servedReports(reader, { limit: 2 }))
    assert.deepEqual(served.map(({ duty }) => duty), ['partner-regard', 'health-scrutiny-response'])
    await write((tx) => withdrawActions(tx, ['Shorten the wait.', 'Share the figures.'].map((id) => ({ kind: 'resolution' as const, id })), 'A test.', at))
  })

  test('the answer to a report answers each of its recommendations, or is refused whole', async () => {
    const two = (await found(2)).revision
    const answers: Record<number, TypedAnswer> = {
      2: { revision: two, answer: 'accepted', response: 'Yes.', reason: '' },
      3: { revision: (await found(3)).revision, answer: 'rejected', response: 'No.', reason: '' },
    }
    const answer = async (who: Context) => told(await answerReport(who, app(), 1, { receipt: { on: '', how: '', why: '' }, onBehalf: '', to: (reference) => answers[reference] ?? assert.fail() }))
    assert.equal(await answer(as('analyst')), 'not-allowed')
    assert.equal(await answer(as('director')), 'invalid reason-3')
    assert.equal(await state(2), 'served')
    answers[3] = { ...(answers[3] ?? assert.fail()), reason: 'The contracts forbid it.' }
    assert.equal(await answer(as('director')), 'done')
    assert.deepEqual([await state(2), await state(3)], ['accepted', 'rejected'])
    assert.equal(await answer(as('director')), 'done', 'the same press twice')
    assert.equal((await found(2)).chain.length, 2)
    answers[2] = { ...(answers[2] ?? assert.fail()), response: 'Perhaps.' }
    assert.equal(await answer(as('director')), 'not-now')
  })

  test('each owner is reminded once before the day and once after it', async () => {
    assert.equal(await assign(2, person('director'), '2023-07-08'), 'done')
    const housekeeper = (today: string) => ({ ...app().context(), today: date(today) })
    for (const day of ['2023-06-30', '2023-07-03', '2023-07-03', '2023-07-09', '2023-07-10']) assert.ok((await keepOutstanding(housekeeper(day), app())).ok)
    const sent = await mails()
    assert.deepEqual(sent.map(({ recipient, subject }) => [recipient, subject]), [
      ['director@county.test', '1 answer due within a week'],
      ['director@county.test', 'Late: 1 answer that a body of the council waits for'],
    ])
    assert.match(sent[0]?.text ?? '', /8 July 2023\): Review the routes\.\nhttp:\/\/localhost\/staff\/actions\/2/)
  })

  test('the page of an action is no evidence of it, nor an address at which nothing is published', async () => {
    const number = 1 + Math.max(...(await store().database.readPublished((reader) => actionsOf(reader, { limit: 50 }))).map(({ reference }) => reference))
    assert.deepEqual(await askAction(as('officer'), app(), { ...asking, kind: 'action' }, 'form-evidence'), { ok: true, value: number })
    const done = (link: string) => step(as('officer'), number, 'done', { on: '', evidence: 'See there.', link }, 'Director of Transport')
    for (const own of [`/recommendations/${number}`, `/recommendations/${number}/?x#y`, `http://localhost/recommendations/${number}`, `/staff/actions/${number}/done`]) assert.equal(await done(own), 'invalid link', own)
    for (const missing of [`/recommendations/${number}0`, '/bodies/nobody', '/bodies/panel/2023-05-11', '/bodies/panel/2023-05-10/items/9']) assert.equal(await done(missing), 'invalid link', missing)
    assert.equal(await done('/recommendations/1'), 'done')
  })

  test('it may be closed at every meeting that is recorded as held, also one of which only the calendar tells', async () => {
    const loaded = await meetingsImporter.load([filesInMemory({ 'calendar.yaml': 'body: panel\ndate: 2023-06-14\nstatus: held\n' })], app(), () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    assert.deepEqual(await store().database.read('operator:test', (reader) => meetingsToClose(reader, { body: 'panel', on: date('2023-06-01'), chain: [] })), ['2023-06-14'])
  })

  test('what is no day is refused where it stands with the way to write one', async () => {
    const number = Math.max(...(await store().database.readPublished((reader) => actionsOf(reader, { limit: 50 }))).map(({ reference }) => reference))
    const said = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusal.faults.map(({ field, message }) => `${field}: ${message}`))
    const typed = await takeStep(as('officer'), app(), { number, revision: (await found(number)).revision }, { what: 'kept-open', fields: { on: 'next never', meeting: 'next never', reason: 'Half of it.' }, onBehalf: '' })
    assert.deepEqual(said(typed), ['meeting: Give the day as 2023-07-03 or 3 July 2023', 'on: Give the day as 2023-07-03 or 3 July 2023'])
    assert.match(said(await askAction(as('officer'), app(), { ...asking, on: 'next never', due: 'next never' }, 'form-days')).join(), /^on: Give the day.*3 July 2023,due: Give the day/)
    assert.match(said(await serveReport(as('officer'), app(), { ...report, received: 'next never' }, 'serve-days')).join(), /^received: Give the day.*3 July 2023/)
  })
})
