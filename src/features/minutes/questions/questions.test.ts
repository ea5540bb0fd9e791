import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { meetingIdOn, meetingInWork } from '#features/meetings'
import { filesInMemory } from '../../meetings/testing.ts'
import { eachAskingDesk, type DeskPerson } from '../requests/testing.ts'
import { askQuestion } from './ask-question.ts'
import { questionsExporter, questionsImporter } from './import-questions.ts'
import { questionsMigrations } from './migrations.ts'
import { askPage } from './pages/ask-page.ts'
import { questionsForAgenda } from './pages/coming-back.ts'
import { meetingQuestionsPage } from './pages/meeting-questions-page.ts'
import { lookAtQuestion } from './pages/view.ts'
import { placeQuestions } from './place-questions.ts'
import { isShown } from './question.ts'
import { outstandingQuestions, publishedQuestion, publishedQuestions } from './read-questions.ts'
import { remindOfQuestions } from './remind.ts'
import { answerQuestion, declineQuestion, putQuestion, withdrawQuestion } from './turn-question.ts'

const nothing = { item: '', body: '', record: '', address: '', question: '' }
const places = { ...nothing, item: 'panel/2023-07-07/2', question: 'How many places are left?' }
const director = '00000000-0000-4000-8000-000000000002'
const owner = { person: director, role: 'Director of Children’s Services', due: '2023-07-07' }

eachAskingDesk(questionsMigrations, ({ store, app, as, operator, letters }) => {
  let id = ''
  const published = () => store().database.readPublished((reader) => publishedQuestions(reader, { body: 'panel', today: date('2023-07-03'), limit: 10 }))
  const september = async () => {
    const found = await store().database.read('operator:test', async (reader) => {
      const meeting = await meetingIdOn(reader, 'panel', date('2023-09-20'))
      return meeting && meetingInWork(reader, meeting)
    })
    return found?.items.map(({ facts }) => facts.title)
  }
  const ask = async (who: DeskPerson, typed: typeof nothing) => {
    const asked = await askQuestion(as(who), app(), typed)
    return asked.ok ? asked.value : assert.fail(JSON.stringify(asked))
  }

  test('a member asks about an open item of a body of theirs; of an item that is withheld nobody asks here', async () => {
    for (const [who, typed] of [['stranger', places], ['member', { ...places, item: 'panel/2023-07-07/3' }], ['member', { ...places, item: 'panel/2023-07-07/9' }]] as const) {
      const asked = await askQuestion(as(who), app(), typed)
      assert.deepEqual(!asked.ok && asked.refusal.faults.map(({ field }) => field), ['item'])
    }
    id = await ask('member', places)
    assert.deepEqual(await letters(), ['officer: A question from a member of the Children’s Panel'])
  })

  test('of a meeting that is over no item takes a question: what it dealt with is asked of the record', async () => {
    const late = await askQuestion(as('member', date('2023-07-08')), app(), places)
    assert.deepEqual(!late.ok && late.refusal.faults.map(({ field, message }) => [field, /of the record/.test(message)]), [['item', true]])
    const visit = { context: as('member', date('2023-07-08')), session: { actor: as('member').actor, formToken: { field: 'token', value: 't' } }, query: new URLSearchParams({ item: 'panel/2023-07-07/2' }), form: postedForm([]), today: date('2023-07-08') } as unknown as StaffRequest
    const page = await askPage.show?.(visit, app())
    assert.match(page?.kind === 'page' ? page.body.toString() : '', /value="\/bodies\/panel\/2023-07-07\/items\/2"/)
    assert.doesNotMatch(page?.kind === 'page' ? page.body.toString() : '', /School places/)
  })

  test('until it is put, only the member and the officers know it', async () => {
    assert.deepEqual(await published(), [])
    for (const [who, sees] of [['member', true], ['officer', true], ['chair', false], ['director', false]] as const) assert.equal((await lookAtQuestion(as(who), id)).ok, sees, who)
    const director = await putQuestion(as('director'), app(), { id, revision: 1 }, owner)
    assert.equal(!director.ok && director.refusal.kind, 'not-allowed')
    const named = await putQuestion(as('officer'), app(), { id, revision: 1 }, { ...owner, role: 'Mrs Della Moss' })
    assert.deepEqual(!named.ok && named.refusal.faults.map(({ field }) => field), ['role'], 'a person’s name')
  })

  test('put, it is public under a number, and whoever answers is told', async () => {
    assert.equal((await putQuestion(as('officer'), app(), { id, revision: 1 }, owner)).ok, true)
    assert.deepEqual(await published(), [
      {
        number: 1,
        body: 'panel',
        bodyName: 'Children’s Panel',
        askedBy: 'Cllr Otto Lane',
        askedOn: '2023-07-03',
        about: { kind: 'item', date: '2023-07-07', item: 2, title: 'School places' },
        text: 'How many places are left?',
        owner: 'Director of Children’s Services',
        due: '2023-07-07',
        standing: { state: 'put' },
      },
    ])
    assert.deepEqual(await letters(), ['director: Question 1 of the Children’s Panel is for you to answer', 'member: Your question to the Children’s Panel'])
    assert.deepEqual(await september(), ['Apologies'], 'it is dealt with at its own meeting first')
  })

  test('not answered at its meeting, it comes back on the next agenda, once', async () => {
    for (const day of ['2023-07-05', '2023-07-08', '2023-07-09']) assert.equal((await placeQuestions.work(operator(date(day)), app())).ok, true)
    assert.deepEqual(await september(), ['Apologies', 'Recommendations and actions: what is outstanding'])
    assert.deepEqual((await store().database.readPublished((reader) => outstandingQuestions(reader, 'panel'))).map(({ number }) => number), [1])
  })

  test('who prepares a meeting finds on its questions page and on its agenda what comes back to it unanswered', async () => {
    const meeting = async (day: string) => (await store().database.read('operator:test', (reader) => meetingIdOn(reader, 'panel', date(day)))) ?? assert.fail()
    const visit = (id: string, today: string) => ({ context: as('officer', date(today)), params: { meeting: id }, query: new URLSearchParams(), today: date(today) }) as unknown as StaffRequest
    const shown = async (day: string, today: string) => {
      const page = await meetingQuestionsPage.show?.(visit(await meeting(day), today), app())
      return page?.kind === 'page' ? page.body.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') : page?.kind
    }
    assert.match((await shown('2023-09-20', '2023-07-09')) ?? '', /come back unanswered They come back under item 2\. How many places are left\?.*Late.*1\. Apologies No questions\..*2\. Recommendations.*are for this item/)
    assert.doesNotMatch((await shown('2023-09-20', '2023-07-05')) ?? '', /How many places/, 'its own meeting deals with it first')
    assert.doesNotMatch((await shown('2023-07-07', '2023-07-09')) ?? '', /come back unanswered/, 'nothing comes back to a meeting that is over')
    const id = await meeting('2023-09-20')
    const part = await store().database.read('operator:test', async (reader) => questionsForAgenda[0]?.(reader, visit(id, '2023-07-09'), (await meetingInWork(reader, id)) ?? assert.fail()))
    assert.match(part?.toString() ?? '', /come back unanswered: 1[^]*How many places/)
  })

  test('whoever answers is reminded once before the day and once after it', async () => {
    for (const day of ['2023-07-03', '2023-07-04', '2023-07-05', '2023-07-08', '2023-07-09']) assert.equal((await remindOfQuestions.work(operator(date(day)), app())).ok, true)
    assert.deepEqual(await letters(), ['director: Question 1 is due by 7 July 2023', 'director: Question 1 is late'])
  })

  test('only whoever was asked answers, and the officers; answered, it is outstanding no more', async () => {
    const answer = { answer: 'There are **40** places left.', correction: '' }
    assert.equal((await answerQuestion(as('chair'), app(), { id, revision: 2 }, answer)).ok, false)
    const stale = await answerQuestion(as('director'), app(), { id, revision: 1 }, answer)
    assert.equal(!stale.ok && stale.refusal.kind, 'conflict')
    assert.equal((await answerQuestion(as('director', date('2023-07-10')), app(), { id, revision: 2 }, answer)).ok, true)
    const [now] = await published()
    assert.deepEqual([now?.standing.state, now?.standing.state === 'answered' && now.standing.by], ['answered', 'Director of Children’s Services'])
    assert.deepEqual(await store().database.readPublished((reader) => outstandingQuestions(reader, 'panel')), [])
    assert.deepEqual(await letters(), ['member: Your question to the Children’s Panel'])
    assert.equal((await withdrawQuestion(as('member'), app(), { id, revision: 3 })).ok, false)
  })

  test('a correction says what it corrects, and what stood before stays an edition', async () => {
    assert.equal((await answerQuestion(as('officer'), app(), { id, revision: 3 }, { answer: '39 places.', correction: '' })).ok, false)
    assert.equal((await answerQuestion(as('officer', date('2023-07-12')), app(), { id, revision: 3 }, { answer: '39 places.', correction: 'The number.' })).ok, true)
    const now = await store().database.readPublished((reader) => publishedQuestion(reader, 1))
    assert.equal(now?.standing.state === 'answered' && now.standing.corrected, 'The number.')
    await letters()
  })

  test('a question about a figure comes back at once; one that is not put is never published; the member may take theirs back', async () => {
    const figure = await ask('chair', { ...nothing, body: 'panel', record: 'Referrals in May', address: '/meetings', question: 'Why fewer?' })
    assert.equal((await putQuestion(as('officer'), app(), { id: figure, revision: 1 }, { ...owner, person: '' })).ok, true)
    const other = await ask('member', { ...places, question: 'And who?' })
    assert.equal((await declineQuestion(as('officer'), app(), { id: other, revision: 1 }, ' ')).ok, false)
    assert.equal((await declineQuestion(as('officer'), app(), { id: other, revision: 1 }, 'It names a child.')).ok, true)
    const third = await ask('member', { ...places, question: 'And when?' })
    assert.equal((await withdrawQuestion(as('chair'), app(), { id: third, revision: 1 })).ok, false)
    assert.equal((await withdrawQuestion(as('member'), app(), { id: third, revision: 1 })).ok, true)
    assert.deepEqual((await published()).map((one) => `${one.number} ${isShown(one) ? one.text : 'withheld'}`), ['2 Why fewer?', '1 How many places are left?'])
  })

  test('a file of questions loads whole or not at all, and is written as it is read', async () => {
    const one = 'reference: spring-places\nbody: panel\nasked-by: Cllr Otto Lane\nasked-on: 2023-05-01\nquestion: What changed?\nanswered-by: Director\ndue: 2023-05-20\n'
    const load = (text: string) => questionsImporter.load([filesInMemory({ 'questions.yaml': text })], { ...app(), context: () => operator(date('2023-07-20')) }, () => undefined)
    const bad = await load(`${one}answer: { on: 2023-04-01, text: "<b>x</b>" }\n`)
    assert.deepEqual(!bad.ok && bad.refusal.faults.map(({ field }) => field), ['item', 'answer.on', 'answer.text'])
    const good = `${one}record: { words: Places in spring }\nanswer: { on: 2023-05-10, text: Nothing. }\n`
    assert.deepEqual(await load(good), { ok: true, value: { questions: 1, published: 1 } })
    assert.deepEqual(await load(good), { ok: true, value: { questions: 1, published: 0 } })
    const written = await questionsExporter.write(app())
    assert.ok(written.ok)
    const all = String(written.value[0]?.body)
    assert.match(all, /corrected: The number\./)
    assert.deepEqual(await load(all), { ok: true, value: { questions: 3, published: 0 } }, 'what was entered here is not loaded as something else')
    assert.deepEqual(await load(all.replaceAll(/reference: (.*)/g, 'reference: again-$1')), { ok: true, value: { questions: 3, published: 3 } })
  })
})
