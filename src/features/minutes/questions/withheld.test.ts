import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { followedBy, meetingsImporter, type MeetingsApp } from '#features/meetings'
import { filesInMemory } from '../../meetings/testing.ts'
import { eachAskingDesk, type DeskPerson } from '../requests/testing.ts'
import { askQuestion } from './ask-question.ts'
import { questionsExporter, questionsImporter } from './import-questions.ts'
import { questionsMigrations } from './migrations.ts'
import { lookAtQuestion } from './pages/view.ts'
import { publishedQuestions } from './read-questions.ts'
import { questions } from './questions.ts'
import type { QuestionsTables } from './tables.ts'
import { answerQuestion, putQuestion } from './turn-question.ts'
import { withholdQuestions } from './withhold.ts'

const owner = { person: '00000000-0000-4000-8000-000000000002', role: 'Director', due: '2023-07-07' }
const agenda = (second: string, top = '') => `body: panel
date: 2023-07-07
time: "10:00"
status: agenda-published
issued: 2023-06-29
contact: { office: Scrutiny, email: scrutiny@example.test }
correction: What is open was looked at again
${top}items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: School places${second} }
  - { number: 3, title: A contract, exempt: { paragraph: 3, reason: The price. } }
`
const released = ', released: { decided-by: Panel, decided-on: 2023-07-03 }'
const exempt = ', exempt: { paragraph: 3, reason: The price. }'

eachAskingDesk(questionsMigrations, ({ store, app, as, operator, letters }) => {
  const publish = async (text: string, changes: Partial<MeetingsApp> = {}) => {
    const loaded = await meetingsImporter.load([filesInMemory({ 'meeting.yaml': text })], { ...app(), ...changes }, () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
  }
  const ask = async (question: string, target: { item?: string; record?: string; address?: string; body?: string } = { item: 'panel/2023-07-07/2' }, who: DeskPerson = 'member') => {
    const asked = await askQuestion(as(who), app(), { item: '', record: '', address: '', body: '', ...target, question })
    return asked.ok ? asked.value : assert.fail(JSON.stringify(asked))
  }
  const put = (id: string, revision = 1) => putQuestion(as('officer'), app(), { id, revision }, owner)
  const everything = () => store().database.readPublished((reader) => reader.tables<QuestionsTables>().selectFrom('published.questions as edition').select(['edition.number', 'edition.edition', 'edition.record']).orderBy('edition.number').orderBy('edition.edition').execute())
  const current = async () => (await store().database.readPublished((reader) => publishedQuestions(reader, { today: date('2023-07-03'), limit: 20 }))).map(({ number, standing }) => `${number} ${standing.state}`)
  const withhold = async () => assert.ok((await withholdQuestions.work(operator(), app())).ok)
  let shown = ''

  test('a question whose item became exempt since it was asked is not put, and nothing of it is published', async () => {
    const secret = await ask('Why does the bid of Acorn cost more?')
    shown = await ask('How many places are left?')
    assert.ok((await put(shown)).ok)
    await publish(agenda(exempt))
    const refused = await put(secret)
    assert.deepEqual(!refused.ok && [refused.refusal.kind, /Say why it is not put/.test(refused.refusal.message)], ['not-now', true])
    const leading = await ask('And this?', { record: 'Its report', address: '/bodies/panel/2023-07-07/items/2#item-2-report', body: 'panel' })
    assert.equal((await put(leading)).ok, false, 'an address that leads there')
    assert.doesNotMatch(JSON.stringify(await everything()), /Acorn|And this|Its report/)
    await publish(agenda(released))
    assert.ok((await put(secret)).ok, 'it is open again')
    await letters()
  })

  test('what was put before its item was withheld leaves the public list, comes back when the item is open again, and is published no further meanwhile', async () => {
    await withhold()
    assert.deepEqual(await current(), ['2 put', '1 put'], 'nothing changed, nothing is done')
    const before = (await everything()).length
    await publish(agenda(exempt), { followAgendas: followedBy(questions.followAgendas ?? []) })
    assert.deepEqual(await current(), ['2 withheld', '1 withheld'], 'in the same deed')
    await withhold()
    const answered = await answerQuestion(as('director'), app(), { id: shown, revision: 3 }, { answer: 'The price is 4 million.', correction: '' })
    assert.ok(answered.ok, JSON.stringify(answered))
    const since = (await everything()).filter(({ edition }) => edition > 1)
    assert.equal((await everything()).length, before + 3)
    assert.doesNotMatch(JSON.stringify(since), /places|School|Acorn|million/)
    for (const [who, sees] of [['member', true], ['officer', true], ['director', true], ['chair', false], ['stranger', false]] as const) assert.equal((await lookAtQuestion(as(who), shown)).ok, sees, who)
    const written = await questionsExporter.write(app())
    assert.deepEqual(written, { ok: true, value: [] })
    await publish(agenda(released))
    await withhold()
    assert.deepEqual(await current(), ['2 put', '1 answered'])
    assert.match(JSON.stringify((await everything()).filter(({ number }) => number === 1).at(-1)), /4 million/)
  })

  test('a question that stands in a file is not loaded where it would tell of a withheld item, a private meeting or an agenda that is not published', async () => {
    const entry = (reference: string, target: string) => `reference: ${reference}\nbody: panel\nasked-by: Cllr Otto Lane\nasked-on: 2023-06-20\nquestion: Why?\nanswered-by: Director\ndue: 2023-07-20\n${target}\n`
    const load = (text: string) => questionsImporter.load([filesInMemory({ 'questions.yaml': text })], app(), () => undefined)
    for (const [target, field] of [['item: { date: 2023-07-07, number: 3, title: A contract }', 'item'], ['item: { date: 2023-09-20, number: 1, title: Apologies }', 'item'], ['record: { words: It, address: /bodies/panel/2023-07-07/items/3 }', 'record.address']] as const) {
      const loaded = await load(entry('told', target))
      assert.deepEqual(!loaded.ok && loaded.refusal.faults.map((fault) => fault.field), [field], target)
    }
    const loaded = await load(entry('open', 'item: { date: 2023-07-07, number: 2, title: School places }'))
    assert.deepEqual(loaded, { ok: true, value: { questions: 1, published: 1 } })
  })

  test('a question about an open item is not put once its meeting is private', async () => {
    const id = await ask('Who was Acorn’s inspector?')
    await publish(agenda(released, 'public: false\n'))
    assert.equal((await put(id)).ok, false)
    await withhold()
    assert.deepEqual(await current(), ['3 withheld', '2 withheld', '1 withheld'])
    assert.doesNotMatch(JSON.stringify(await everything()), /inspector/)
  })
})
