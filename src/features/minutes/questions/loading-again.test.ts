import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { filesInMemory } from '../../meetings/testing.ts'
import { answerRequest, nameDocument } from '../requests/answer-request.ts'
import { documentRequestsExporter, documentRequestsImporter } from '../requests/import-requests.ts'
import { requestsMigrations } from '../requests/migrations.ts'
import { publishedRequest, publishedRequests } from '../requests/read-requests.ts'
import { eachAskingDesk } from '../requests/testing.ts'
import { questionsImporter } from './import-questions.ts'
import { questionsMigrations } from './migrations.ts'
import { publishedQuestion, publishedQuestions } from './read-questions.ts'
import type { QuestionsTables } from './tables.ts'
import { answerQuestion } from './turn-question.ts'

const question = 'reference: places\nbody: panel\nasked-by: Cllr Otto Lane\nasked-on: 2023-06-01\nrecord: { words: Places }\nquestion: How many?\nanswered-by: Director\ndue: 2023-06-20\n'
const request = 'reference: note\nbody: panel\nasked-by: Cllr Otto Lane\nasked-on: 2023-06-01\ndocument: A note\nconcern: meeting\nabout: Cabinet\n'

eachAskingDesk([...requestsMigrations, ...questionsMigrations], ({ store, app, as }) => {
  const load = (importer: typeof questionsImporter, text: string) => importer.load([filesInMemory({ 'a.yaml': text })], app(), () => undefined)
  const refusedAt = async (importer: typeof questionsImporter, text: string) => {
    const loaded = await load(importer, text)
    return loaded.ok ? loaded.value : [loaded.refusal.kind, ...loaded.refusal.faults.map(({ file, row, field, found }) => `${file} ${row} ${field} ${found}`)]
  }
  const read = <T>(how: (reader: Parameters<Parameters<ReturnType<typeof store>['database']['readPublished']>[0]>[0]) => Promise<T>) => store().database.readPublished(how)
  const idOf = async () => (await store().database.read('operator:test', (reader) => reader.tables<QuestionsTables>().selectFrom('work.questions as question').select(['question.id', 'question.revision']).where('question.reference', '=', 'places').executeTakeFirstOrThrow()))

  test('a file of questions loaded again takes what it says anew, and never takes back an answer that was given here', async () => {
    assert.deepEqual(await load(questionsImporter, question), { ok: true, value: { questions: 1, published: 1 } })
    assert.deepEqual(await load(questionsImporter, question.replace('06-20', '06-25')), { ok: true, value: { questions: 1, published: 1 } })
    assert.equal((await read((reader) => publishedQuestion(reader, 1)))?.due, '2023-06-25')
    const answered = await answerQuestion(as('officer'), app(), await idOf(), { answer: 'Forty.', correction: '' })
    assert.ok(answered.ok, JSON.stringify(answered))
    const asLoaded = question.replace('06-20', '06-25')
    assert.deepEqual(await refusedAt(questionsImporter, asLoaded), { questions: 1, published: 0 })
    assert.equal((await read((reader) => publishedQuestion(reader, 1)))?.standing.state, 'answered')
    assert.deepEqual(await load(questionsImporter, asLoaded.replace('How many?', 'How many places?')), { ok: true, value: { questions: 1, published: 1 } })
    const now = await read((reader) => publishedQuestion(reader, 1))
    assert.deepEqual([now?.standing.state, now && 'text' in now && now.text], ['answered', 'How many places?'])
    assert.deepEqual(await refusedAt(questionsImporter, `${asLoaded.replace('How many?', 'How many places?')}answer: { on: 2023-06-10, text: Thirty. }\n`), ['conflict', 'a.yaml 9 answer places'])
    assert.deepEqual(await refusedAt(questionsImporter, `${asLoaded.replace('How many?', 'How many places?')}withdrawn-on: 2023-06-10\n`), ['conflict', 'a.yaml 9 withdrawn-on places'])
  })

  test('a question answered after its day is listed as answered late, by its first answer', async () => {
    const late = async () => (await read((reader) => publishedQuestions(reader, { state: 'answered-late', today: date('2023-07-03'), limit: 5 }))).map(({ number }) => number)
    assert.deepEqual(await late(), [1])
    assert.ok((await answerQuestion(as('officer', date('2023-08-01')), app(), await idOf(), { answer: 'Fifty.', correction: 'The number.' })).ok)
    const standing = (await read((reader) => publishedQuestion(reader, 1)))?.standing
    assert.deepEqual(standing?.state === 'answered' && [standing.on, standing.firstOn], ['2023-08-01', '2023-07-03'])
    assert.deepEqual(await load(questionsImporter, question.replace('places', 'in-time').replace('record:', 'answer: { on: 2023-06-30, first-on: 2023-06-20, corrected: A word., text: Ten. }\nrecord:')), { ok: true, value: { questions: 1, published: 1 } })
    assert.deepEqual(await late(), [1])
  })

  test('a file of requests loaded again never takes back what was answered here, nor the title that was given here', async () => {
    assert.deepEqual(await load(documentRequestsImporter, request), { ok: true, value: { 'document requests': 1, published: 1 } })
    assert.ok((await nameDocument(as('officer'), app(), { number: 1, revision: 1 }, 'A note to Cabinet')).ok)
    assert.deepEqual(await refusedAt(documentRequestsImporter, request), { 'document requests': 1, published: 0 })
    assert.deepEqual(await refusedAt(documentRequestsImporter, `${request}public-title: Another\n`), ['conflict', 'a.yaml 8 public-title note'])
    const refusal = { answer: 'refused', ground: 'not-covered', reasons: 'There is none.', where: '', title: 'A note to Cabinet' }
    assert.ok((await answerRequest(as('officer', date('2023-06-12')), app(), { number: 1, revision: 2 }, refusal)).ok)
    assert.ok((await answerRequest(as('officer', date('2023-06-14')), app(), { number: 1, revision: 3 }, { ...refusal, answer: 'supplied', where: 'By e-mail' })).ok)
    assert.deepEqual(await load(documentRequestsImporter, request.replace('A note', 'A note of May')), { ok: true, value: { 'document requests': 1, published: 1 } })
    assert.equal((await read((reader) => publishedRequest(reader, 1)))?.standing.state, 'supplied')
    assert.deepEqual(await refusedAt(documentRequestsImporter, `${request.replace('A note', 'A note of May')}withdrawn-on: 2023-06-05\n`), ['conflict', 'a.yaml 8 withdrawn-on note'])
    assert.deepEqual((await read((reader) => publishedRequests(reader, { state: 'answered-late', today: date('2023-07-03'), limit: 5 }))).map(({ number }) => number), [1], 'due on 11 June, first answered on the 12th')
  })

  test('an export keeps every answer, and loaded again changes nothing', async () => {
    const written = await documentRequestsExporter.write(app())
    assert.ok(written.ok)
    const text = String(written.value[0]?.body)
    assert.match(text, /earlier:[^]*There is none\./)
    assert.deepEqual(await refusedAt(documentRequestsImporter, text), { 'document requests': 1, published: 0 })
    assert.deepEqual(await refusedAt(documentRequestsImporter, text.replaceAll('reference: ', 'reference: again-')), { 'document requests': 1, published: 1 })
    assert.deepEqual((await read((reader) => publishedRequest(reader, 2)))?.earlier, (await read((reader) => publishedRequest(reader, 1)))?.earlier)
  })
})
