import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesInMemory } from '../../meetings/testing.ts'
import { documentRequestsImporter } from '../requests/import-requests.ts'
import { requestsMigrations } from '../requests/migrations.ts'
import { publishedRequests } from '../requests/read-requests.ts'
import { eachAskingDesk } from '../requests/testing.ts'
import { questionsImporter } from './import-questions.ts'
import { questionsMigrations } from './migrations.ts'
import { publishedQuestion } from './read-questions.ts'
import { date } from '#core/dates.ts'

const question = (reference: string, more = 'record: { words: Places }', by = 'Cllr Otto Lane') => `reference: ${reference}\nbody: panel\nasked-by: ${by}\nasked-on: 2023-06-30\n${more}\nquestion: How many?\nanswered-by: Director\ndue: 2023-07-20\n`
const request = (reference: string, body = 'panel', by = 'Cllr Otto Lane') => `reference: ${reference}\nbody: ${body}\nasked-by: ${by}\nasked-on: 2023-06-01\ndocument: A note\nconcern: meeting\nabout: Cabinet\n`

eachAskingDesk([...requestsMigrations, ...questionsMigrations], ({ store, app }) => {
  const load = async (importer: typeof questionsImporter, text: string) => {
    const loaded = await importer.load([filesInMemory({ 'a.yaml': text })], app(), () => undefined)
    return loaded.ok ? loaded.value : loaded.refusal.faults.map(({ file, row, field, found }) => `${file} ${row} ${field} ${found}`)
  }

  test('a file cannot have a question asked by somebody whom neither the body nor the council knows, and nothing of the file is loaded', async () => {
    assert.deepEqual(await load(questionsImporter, `${question('good')}---\n${question('bad', undefined, 'Mickey Mouse')}`), ['a.yaml 12 asked-by Mickey Mouse'])
    assert.deepEqual(await load(questionsImporter, question('early').replace('2023-06-30', '2021-12-31').replace('Otto Lane', 'Otto Long')), ['a.yaml 3 asked-by Cllr Otto Long'])
    assert.equal(await store().database.readPublished((reader) => publishedQuestion(reader, 1)), undefined)
  })

  test('a question about an item names one of a published agenda', async () => {
    const about = (day: string, number: number) => load(questionsImporter, question('item', `item: { date: ${day}, number: ${number}, title: School places }`))
    assert.deepEqual(await about('2023-07-08', 2), ['a.yaml 5 item.date 2023-07-08'])
    assert.deepEqual(await about('2023-07-07', 9), ['a.yaml 5 item.number 9'])
    assert.deepEqual(await about('2023-07-07', 2), { questions: 1, published: 1 })
  })

  test('a file names no person as whoever answers', async () => {
    assert.deepEqual(await load(questionsImporter, question('named').replace('answered-by: Director', 'answered-by: Director, Cllr Dora Finch')), ['a.yaml 7 answered-by Director, Cllr Dora Finch'])
  })

  test('a question is due after it was asked', async () => {
    assert.deepEqual(await load(questionsImporter, question('due').replace('2023-07-20', '2023-06-29')), ['a.yaml 8 due 2023-06-29'])
  })

  test('who asked what is published is not changed by a file', async () => {
    assert.deepEqual(await load(questionsImporter, question('who')), { questions: 1, published: 1 })
    assert.deepEqual(await load(questionsImporter, question('who', undefined, 'Cllr Dora Finch')), ['a.yaml 3 asked-by Cllr Dora Finch'])
    assert.deepEqual(await load(documentRequestsImporter, request('who')), { 'document requests': 1, published: 1 })
    assert.deepEqual(await load(documentRequestsImporter, request('who', undefined, 'Cllr Dora Finch')), ['a.yaml 3 asked-by Cllr Dora Finch'])
  })

  test('a document is asked for by a member, for a scrutiny body', async () => {
    assert.deepEqual(await load(documentRequestsImporter, `${request('good')}---\n${request('no-member', 'panel', 'Mickey Mouse')}---\n${request('no-scrutiny', 'cabinet')}`), ['a.yaml 11 asked-by Mickey Mouse', 'a.yaml 18 body cabinet'])
    assert.equal((await store().database.readPublished((reader) => publishedRequests(reader, { today: date('2023-07-03'), limit: 9 }))).length, 1)
  })
})
