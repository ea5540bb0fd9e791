import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { filesInMemory } from '../../meetings/testing.ts'
import { answerRequest, nameDocument, withdrawRequest } from './answer-request.ts'
import { documentRequestsExporter, documentRequestsImporter } from './import-requests.ts'
import { makeRequest } from './make-request.ts'
import { requestsMigrations } from './migrations.ts'
import { lookAtRequest } from './pages/view.ts'
import { publishedRequest, publishedRequests } from './read-requests.ts'
import { remindOfRequests } from './remind.ts'
import type { RequestsTables } from './tables.ts'
import { eachAskingDesk } from './testing.ts'

const typed = { body: 'panel', document: 'The note on the failing home', concern: 'meeting', about: 'Cabinet, 22 June', purpose: '' }
const refusal = { answer: 'refused', ground: 'exempt-or-confidential', reasons: 'It names families.', where: '', title: 'A note to Cabinet' }

eachAskingDesk(requestsMigrations, ({ store, app, as, operator, letters }) => {
  const published = (number: number) => store().database.readPublished((reader) => publishedRequest(reader, number))

  test('only a member of a scrutiny body asks, and for that body', async () => {
    const stranger = await makeRequest(as('stranger'), app(), typed)
    assert.deepEqual(!stranger.ok && stranger.refusal.faults.map(({ field }) => field), ['body'])
    const cabinet = await makeRequest(as('member'), app(), { ...typed, body: 'cabinet' })
    assert.deepEqual(!cabinet.ok && cabinet.refusal.faults.map(({ field }) => field), ['body'])
    assert.equal((await makeRequest(as('officer'), app(), typed)).ok, false)
    assert.deepEqual(await letters(), [])
  })

  test('what is asked is public at once with its last day, and without a word of what the member typed', async () => {
    assert.deepEqual(await makeRequest(as('member'), app(), typed), { ok: true, value: 1 })
    assert.deepEqual(await published(1), { number: 1, body: 'panel', bodyName: 'Children’s Panel', askedBy: 'Cllr Otto Lane', askedOn: '2023-07-03', concern: 'meeting', due: '2023-07-13', standing: { state: 'waiting' }, earlier: [] })
    assert.deepEqual(await letters(), ['officer: Request for a document 1: answer by 13 July 2023'])
    const editions = await store().database.readPublished((reader) => reader.tables<RequestsTables>().selectFrom('published.document_requests as edition').select('edition.record').execute())
    assert.doesNotMatch(JSON.stringify(editions), /failing home|22 June/)
  })

  test('the member, others of the body and those who answer read it; for another member it is not there', async () => {
    for (const who of ['member', 'chair', 'officer', 'director'] as const) assert.equal((await lookAtRequest(as(who), 1)).ok, true, who)
    assert.equal((await lookAtRequest(as('stranger'), 1)).ok, false)
    assert.equal((await lookAtRequest(as('member'), 99)).ok, false)
  })

  test('the officers are reminded once before the last day and once after it', async () => {
    for (const day of ['2023-07-09', '2023-07-10', '2023-07-13']) assert.equal((await remindOfRequests.work(operator(date(day)), app())).ok, true)
    assert.deepEqual(await letters(), ['officer: Request for a document 1 is due by 13 July 2023'])
    for (const day of ['2023-07-14', '2023-07-15']) assert.equal((await remindOfRequests.work(operator(date(day)), app())).ok, true)
    assert.deepEqual(await letters(), ['officer: Request for a document 1 is late'])
  })

  test('a refusal without reasons changes nothing; with them the committee’s chair is told too, and the public reads them', async () => {
    const seen = { number: 1, revision: 1 }
    assert.equal((await nameDocument(as('officer'), app(), seen, 'A note to Cabinet')).ok, true)
    const bare = await answerRequest(as('director'), app(), { number: 1, revision: 2 }, { ...refusal, reasons: '' })
    assert.deepEqual(!bare.ok && bare.refusal.faults.map(({ field }) => field), ['reasons'])
    const stale = await answerRequest(as('director'), app(), seen, refusal)
    assert.equal(!stale.ok && stale.refusal.kind, 'conflict')
    assert.equal((await answerRequest(as('member'), app(), { number: 1, revision: 2 }, refusal)).ok, false)
    assert.equal((await answerRequest(as('director', date('2023-07-15')), app(), { number: 1, revision: 2 }, refusal)).ok, true)
    assert.deepEqual((await published(1))?.standing, { state: 'refused', on: '2023-07-15', ground: 'exempt-or-confidential', reasons: 'It names families.' })
    assert.deepEqual(await letters(), ['chair: Request for a document 1: refused', 'member: Request for a document 1: refused'])
  })

  test('what was refused is supplied after all: the refusal stays readable, where it was supplied is private', async () => {
    const done = await answerRequest(as('officer', date('2023-07-20')), app(), { number: 1, revision: 3 }, { ...refusal, answer: 'supplied', where: 'On the members’ drive' })
    assert.equal(done.ok, true)
    const now = await published(1)
    assert.deepEqual([now?.standing.state, now?.earlier.map(({ state }) => state), JSON.stringify(now).includes('drive')], ['supplied', ['refused'], false])
    assert.equal((await withdrawRequest(as('member'), app(), { number: 1, revision: 4 })).ok, false)
    await letters()
  })

  test('a member takes back what waits, and nobody else does', async () => {
    assert.deepEqual(await makeRequest(as('chair'), app(), typed), { ok: true, value: 2 })
    assert.equal((await withdrawRequest(as('member'), app(), { number: 2, revision: 1 })).ok, false)
    assert.equal((await withdrawRequest(as('chair'), app(), { number: 2, revision: 1 })).ok, true)
    assert.equal((await answerRequest(as('officer'), app(), { number: 2, revision: 2 }, refusal)).ok, false)
  })

  test('a file of requests loads whole or not at all, once, and is written as it is read', async () => {
    const one = 'reference: home-note\nbody: panel\nasked-by: Cllr Otto Lane\nasked-on: 2023-06-01\ndocument: A note\npublic-title: A note\nconcern: member-decision\nabout: The decision of May\n'
    const later = () => ({ ...app(), context: () => operator(date('2023-07-21')) })
    const load = (text: string) => documentRequestsImporter.load([filesInMemory({ 'requests.yaml': text })], later(), () => undefined)
    const bad = await load(`${one}answer: { state: refused, on: 2023-05-01 }\n`)
    assert.deepEqual(!bad.ok && bad.refusal.faults.map(({ field }) => field), ['answer.on', 'answer.ground', 'answer.reasons'])
    const good = `${one}answer: { state: refused, on: 2023-06-12, ground: political-adviser, reasons: Advice. }\n`
    assert.deepEqual(await load(good), { ok: true, value: { 'document requests': 1, published: 1 } })
    assert.deepEqual(await load(good), { ok: true, value: { 'document requests': 1, published: 0 } })
    const written = await documentRequestsExporter.write(later())
    assert.ok(written.ok)
    assert.match(String(written.value[0]?.body), /reference: home-note[^]*ground: political-adviser/)
    assert.deepEqual(await load(String(written.value[0]?.body).replaceAll('reference: request-', 'reference: again-')), { ok: true, value: { 'document requests': 3, published: 2 } })
    assert.equal((await store().database.readPublished((reader) => publishedRequests(reader, { body: 'panel', today: date('2023-07-03'), limit: 10 }))).length, 5)
  })
})
