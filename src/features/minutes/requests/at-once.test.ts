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

eachAskingDesk([...requestsMigrations, ...questionsMigrations], ({ store, app, as, letters }) => {
  /** Which of them was done, and how the others were refused. */
  const outcomes = async (deeds: readonly Promise<Outcome<unknown>>[]) => (await Promise.all(deeds)).map((one) => (one.ok ? 'done' : one.refusal.kind)).toSorted()

  test('members who ask at once have each a number of their own', async () => {
    assert.deepEqual(await outcomes([makeRequest(as('member'), app(), typed), makeRequest(as('chair'), app(), typed), makeRequest(as('member'), app(), typed)]), ['done', 'done', 'done'])
    const names = await Promise.all([1, 2, 3].map((number) => store().database.readPublished((reader) => publishedRequest(reader, number))))
    assert.equal(names.filter((one) => one !== undefined).length, 3)
  })

  test('a form that is sent three times at once makes one request and one question, and each press is taken there', async () => {
    const before = (await letters()).length
    const send = () => makeRequest(as('chair'), app(), { ...typed, document: 'The same note' }, 'one-form')
    const numbers = await Promise.all([send(), send(), send()])
    assert.deepEqual(new Set(numbers.map((one) => (one.ok ? one.value : one.refusal.kind))), new Set([4]))
    const ask = () => askQuestion(as('chair'), app(), { ...asked, question: 'How many buses?' }, 'one-form')
    const ids = await Promise.all([ask(), ask(), ask()])
    assert.equal(new Set(ids.map((one) => (one.ok ? one.value : assert.fail(one.refusal.message)))).size, 1)
    assert.equal((await letters()).length, 2, `one letter of each; ${before} before`)
    const other = await askQuestion(as('chair'), app(), { ...asked, question: 'How many trains?' }, 'one-form')
    assert.ok(other.ok && !ids.some((one) => one.ok && one.value === other.value), 'other words in the same form are another question')
    assert.deepEqual(await outcomes([askQuestion(as('member'), app(), { ...asked, question: 'How many buses?' }, 'one-form')]), ['done'])
  })

  test('a member who has sent twenty in a day is told to write to the clerk; the officers had five letters, of which the last says so', async () => {
    await letters()
    const more = (index: number) => makeRequest(as('chair', undefined), app(), { ...typed, document: `Note ${index}` })
    const done: Outcome<unknown>[] = []
    for (let index = 0; index < 20; index += 1) done.push(await more(index))
    assert.equal(done.filter(({ ok }) => ok).length, 18, 'two were sent before')
    assert.ok(done.slice(18).every((one) => !one.ok && one.refusal.kind === 'not-now' && /20 requests.*write to the clerk/.test(one.refusal.message)))
    assert.equal((await letters()).length, 3, 'two letters were written before')
    assert.deepEqual(await outcomes([askQuestion(as('chair'), app(), { ...asked, question: 'And this?' })]), ['done'])
    const tomorrow = { ...app(), now: () => new Date('2023-07-04T09:00:01Z') }
    assert.deepEqual(await outcomes([makeRequest(as('chair'), tomorrow, typed)]), ['done'])
  })

  test('of two officers who answer a request at once one is told what the other did', async () => {
    const answer = (reasons: string) => answerRequest(as('officer'), app(), { number: 1, revision: 1 }, { answer: 'refused', ground: 'not-covered', reasons, where: '', title: 'A note' })
    assert.deepEqual(await outcomes([answer('There is none.'), answer('It is lost.')]), ['conflict', 'done'])
    const { standing } = (await store().database.readPublished((reader) => publishedRequest(reader, 1))) ?? assert.fail()
    assert.deepEqual(await outcomes([answer('reasons' in standing ? standing.reasons : '')]), ['done'], 'the same press twice is one answer')
    const now = await store().database.readPublished((reader) => publishedRequest(reader, 1))
    assert.deepEqual([now?.standing.state, now?.earlier], ['refused', []])
  })

  test('a question is put once, with somebody who answers it, and answered once, whoever presses at the same moment', async () => {
    const made = await askQuestion(as('member'), app(), asked)
    const id = made.ok ? made.value : assert.fail(JSON.stringify(made))
    const nobody = await putQuestion(as('officer'), app(), { id, revision: 1 }, { ...owner, role: ' ' })
    assert.deepEqual(!nobody.ok && nobody.refusal.faults.map(({ field }) => field), ['role'])
    const put = (due = owner.due) => putQuestion(as('officer'), app(), { id, revision: 1 }, { ...owner, due })
    await letters()
    assert.deepEqual(await outcomes([put(), put()]), ['done', 'done'], 'the same press twice is one')
    assert.deepEqual(await outcomes([put('2023-07-10')]), ['conflict'], 'another is told what the first did')
    assert.deepEqual(await letters(), ['member: Your question to the Children’s Panel'])
    const answer = (text: string) => answerQuestion(as('officer'), app(), { id, revision: 2 }, { answer: text, correction: '' })
    assert.deepEqual(await outcomes([answer('Forty.'), answer('Fifty.')]), ['conflict', 'done'])
    assert.equal((await store().database.readPublished((reader) => publishedQuestion(reader, 1)))?.standing.state, 'answered')
  })
})
