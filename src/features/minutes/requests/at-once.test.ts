import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import { askQuestion } from '../questions/ask-question.ts'
import { questionsMigrations } from '../questions/migrations.ts'
import { publishedQuestion } from '../questions/read-questions.ts'
import { answerQuestion, putQuestion } from '../questions/turn-question.ts'
import { answerRequest } from './answer-request.ts'
import { makeRequest } from './make-request.ts'
import { requestsMigrations } from './migrations.ts'
import { publishedRequest } from './read-requests.ts'
import { eachAskingDesk } from './testing.ts'

const typed = { body: 'panel', document: 'A note', concern: 'meeting', about: 'Cabinet', purpose: '' }
const asked = { item: 'panel/2023-07-07/2', body: '', record: '', address: '', question: 'How many?' }
const owner = { person: '', role: 'Director', due: '2023-07-07' }

eachAskingDesk([...requestsMigrations, ...questionsMigrations], ({ store, app, as }) => {
  /** Which of them was done, and how the others were refused. */
  const outcomes = async (deeds: readonly Promise<Outcome<unknown>>[]) => (await Promise.all(deeds)).map((one) => (one.ok ? 'done' : one.refusal.kind)).toSorted()

  test('members who ask at once have each a number of their own', async () => {
    assert.deepEqual(await outcomes([makeRequest(as('member'), app(), typed), makeRequest(as('chair'), app(), typed), makeRequest(as('member'), app(), typed)]), ['done', 'done', 'done'])
    const names = await Promise.all([1, 2, 3].map((number) => store().database.readPublished((reader) => publishedRequest(reader, number))))
    assert.equal(names.filter((one) => one !== undefined).length, 3)
  })

  test('of two officers who answer a request at once one is told what the other did', async () => {
    const answer = (reasons: string) => answerRequest(as('officer'), app(), { number: 1, revision: 1 }, { answer: 'refused', ground: 'not-covered', reasons, where: '', title: 'A note' })
    assert.deepEqual(await outcomes([answer('There is none.'), answer('It is lost.')]), ['conflict', 'done'])
    const now = await store().database.readPublished((reader) => publishedRequest(reader, 1))
    assert.deepEqual([now?.standing.state, now?.earlier], ['refused', []])
  })

  test('a question is put once, with somebody who answers it, and answered once, whoever presses at the same moment', async () => {
    const made = await askQuestion(as('member'), app(), asked)
    const id = made.ok ? made.value : assert.fail(JSON.stringify(made))
    const nobody = await putQuestion(as('officer'), app(), { id, revision: 1 }, { ...owner, role: ' ' })
    assert.deepEqual(!nobody.ok && nobody.refusal.faults.map(({ field }) => field), ['role'])
    const put = () => putQuestion(as('officer'), app(), { id, revision: 1 }, owner)
    assert.deepEqual(await outcomes([put(), put()]), ['conflict', 'done'])
    const answer = (text: string) => answerQuestion(as('officer'), app(), { id, revision: 2 }, { answer: text, correction: '' })
    assert.deepEqual(await outcomes([answer('Forty.'), answer('Fifty.')]), ['conflict', 'done'])
    assert.equal((await store().database.readPublished((reader) => publishedQuestion(reader, 1)))?.standing.state, 'answered')
  })
})
