import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import { assignAction } from '../assign-action.ts'
import { raiseActions, type Asked, type Asking } from '../raise-actions.ts'
import { listPage } from '../staff/list-page.ts'
import { actionPage } from '../staff/action-page.ts'
import { takeStep } from '../take-step.ts'
import { at, eachActionsDesk, today } from '../testing.ts'
import { states } from '../public-action.ts'
import { recommendationsApi } from './api.ts'
import { trackerCounts, trackerPage } from './read-tracker.ts'
import { recommendationPage } from './recommendation-page.ts'
import { evidenceLink, linkTitles } from './evidence-links.ts'
import { outstandingSection } from './outstanding-section.ts'
import { trackerTable } from './tracker-csv.ts'
import { trackerListPage } from './tracker-page.ts'

const asking: Asking = { body: 'panel', date: date('2023-05-10'), item: 2, on: date('2023-05-10'), isPublic: true }
const asked = (id: string, words: string, changes: Partial<Asked> = {}): Asked => ({ origin: { kind: 'resolution', id }, words, of: { name: 'Director of Transport' }, kind: 'action', ...changes })

eachActionsDesk(({ store, app, as, person, write }) => {
  const visit = (answer: (request: PublicRequest) => Promise<Answer>, query = '', params: Record<string, string> = {}) =>
    store().database.readPublished((read) => answer({ path: '/', params, query: new URLSearchParams(query), today, origin: 'http://localhost', read, file: () => Promise.resolve(undefined) }))
  const words = async (answer: (request: PublicRequest) => Promise<Answer>, query = '', params: Record<string, string> = {}) => {
    const found = await visit(answer, query, params)
    if (found.kind === 'file') return String(found.body)
    return found.kind === 'page' ? `${found.status ?? 200} ${found.body.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')}` : found.kind
  }
  const on = (day: string) => ({ ...as('officer'), today: date(day) })
  const staff = (role: Parameters<typeof as>[0], params: Record<string, string> = {}) =>
    ({ context: as(role), session: { formToken: { field: 'token', value: 't' } }, path: '/staff/actions', params, query: new URLSearchParams(), form: postedForm([]), today, now: at, origin: 'http://localhost' }) as unknown as StaffRequest

  before(async () => {
    await write((tx) => raiseActions(tx, asking, [asked('1', 'A map of routes.', { due: date('2023-06-13') }), asked('2', '=cmd, a formula'), asked('3', '100% of <b>buses</b>')], at))
    await write((tx) => raiseActions(tx, { ...asking, body: 'board', isPublic: false }, [asked('4', 'The price of a secret bid.')], at))
    const taken = await takeStep(on('2023-06-20'), app(), { number: 2, revision: 2 }, { what: 'answered', fields: { on: '', answer: 'rejected', response: 'No.', reason: 'It is not ours.' }, onBehalf: 'Director of Transport' })
    assert.ok(taken.ok, JSON.stringify(taken))
  })

  test('the tracker counts what was asked, what is late and what is answered, and lists what is late first', async () => {
    const all = await words(trackerListPage)
    assert.match(all, /3 asked in all 2 wait for an answer 1 answered 0 in progress 0 reported as done 0 closed 0 withdrawn Of all these, 1 is late today , and 0 were answered late , whatever came of them\./)
    assert.match(all, /Action 1: A map of routes\..*Late by 20 days.*Action 2/)
  })

  test('it is narrowed by who asked, who must answer, where it stands and by words, in which signs of patterns mean nothing', async () => {
    const listed = async (query: string) => [...(await words(trackerListPage, query)).matchAll(/Action (\d+):/g)].map(([, number]) => number)
    assert.deepEqual(await listed('state=late'), ['1'])
    assert.deepEqual(await listed('state=answered&body=panel&of=director-of-transport'), ['2'])
    assert.deepEqual(await listed('q=MAP+routes'), ['1'])
    assert.deepEqual(await listed('q=100%25'), ['3'])
    assert.deepEqual(await listed('q=%25'), ['3'])
    assert.deepEqual(await listed('body=board'), [])
    assert.deepEqual(await listed('after=19521.1'), ['2', '3'])
  })

  test('programs narrow the list by each state that a record says of itself, also together with words', async () => {
    const listed = (state: (typeof states)[number], text?: string) => store().database.readPublished(async (reader) => (await trackerPage(reader, { state, text }, today, 10)).map(({ reference }) => reference))
    assert.deepEqual([await listed('asked'), await listed('rejected'), await listed('accepted')], [[1, 3], [2], []])
    assert.deepEqual([await listed('asked', 'map'), await listed('rejected', 'map'), await listed('rejected', 'formula')], [[1], [], [2]])
    const { query } = recommendationsApi[0] ?? assert.fail()
    for (const state of [...states, 'late', 'waiting', 'answered']) assert.ok(query?.safeParse({ state }).success, state)
  })

  test('the figures of what was asked add up', async () => {
    const { all, byStage } = await store().database.readPublished((reader) => trackerCounts(reader, {}, today))
    assert.equal(Object.values(byStage).reduce((sum, number) => sum + number, 0), all)
    const figures = /In figures(.*?)Of all/.exec(await words(trackerListPage))?.[1] ?? ''
    const [total, ...parts] = [...figures.matchAll(/\d+/g)].map(Number)
    assert.equal(parts.reduce((sum, number) => sum + number, 0), total)
  })

  test('what an address asks for that cannot be is said at its field, and the rest is shown', async () => {
    const odd = await words(trackerListPage, 'body=nobody&of=nobody&state=sideways&q=' + 'x'.repeat(200))
    assert.match(odd, /^400 .*No body is called “nobody” here.*Nobody called “nobody” was ever asked.*“sideways” is no state.*100 characters at most.*Action 1/)
    assert.match(await words(trackerListPage, 'after=next&record=both'), /^400 .*“both” is none of the choices.*“next” is no page of this list.*Action 1/)
    assert.match(await words(trackerTable, 'state=sideways'), /^400 .*“sideways” is no state/, 'a table of everything would be taken for the one that was asked for')
    const staffOdd = await listPage.show?.({ ...staff('officer'), query: new URLSearchParams('who=me&body=nobody&state=sideways&after=x') }, app())
    assert.ok(staffOdd?.kind === 'page' && staffOdd.status === 400)
    assert.match(staffOdd.body.toString(), /“nobody” is none of the choices[^]*“sideways” is none of the choices[^]*“x” is no page[^]*Action 1/)
  })

  test('what people typed is shown as words, and never as a formula in a table', async () => {
    const found = await visit(recommendationPage, '', { reference: '3' })
    assert.ok(found.kind === 'page' && found.body.toString().includes('100% of &lt;b&gt;buses'))
    assert.match(await words(trackerTable), /"'=cmd, a formula"/)
  })

  test('what was asked in private has no page, is in no list and in no table', async () => {
    assert.equal(await words(recommendationPage, '', { reference: '4' }), 'not-found')
    for (const text of [await words(trackerListPage), await words(trackerTable)]) assert.doesNotMatch(text, /secret bid/)
  })

  test('behind the sign-in only those whom it concerns see what was asked in private', async () => {
    const seen = async (role: Parameters<typeof as>[0]) => {
      const [list, page] = [await listPage.show?.(staff(role), app()), await actionPage.show?.(staff(role, { action: '4' }), app())]
      return [list?.kind === 'page' && list.body.toString().includes('secret bid'), page?.kind]
    }
    assert.deepEqual(await seen('officer'), [true, 'page'])
    assert.deepEqual(await seen('coopted'), [true, 'page'], 'a member of the body that asked')
    assert.deepEqual(await seen('councillor'), [false, 'refused'], 'an observer of it')
    assert.deepEqual(await seen('chair'), [false, 'refused'], 'a member of another body')
    assert.deepEqual(await seen('auditor'), [false, 'refused'])
    assert.deepEqual(await seen('director'), [false, 'refused'])
    assert.ok((await assignAction(as('officer'), app(), { number: 4, revision: 2 }, { owner: person('director'), due: '' })).ok)
    assert.deepEqual(await seen('director'), [true, 'page'], 'whoever is to answer')
    assert.deepEqual(await seen('analyst'), [false, 'refused'])
  })

  const outstanding = async (body: string, day: string, from = today) =>
    (await store().database.readPublished((read) => outstandingSection(read, { body, date: date(day) }, from))).toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  const times = (text: string) => [...text.matchAll(/Action (\d+):/g)].map(([, number]) => Number(number))

  test('the item about what is outstanding tells what the body waits for from what it has to close or keep open', async () => {
    assert.match(await outstanding('panel', '2023-09-20'), /Outstanding today What this body waits for.*Action 1.*Action 3.*For this body to close or keep open.*Action 2.*Rejected.*Answered since the meeting of 10 May 2023 Nothing else/)
    assert.match(await outstanding('board', '2023-09-20'), /Nothing is outstanding/)
  })

  test('what was accepted since the body last met stands under what was answered, and nowhere a second time', async () => {
    const taken = await takeStep(on('2023-06-21'), app(), { number: 3, revision: 2 }, { what: 'answered', fields: { on: '', answer: 'accepted', response: 'Yes.' }, onBehalf: 'Director of Transport' })
    assert.ok(taken.ok, JSON.stringify(taken))
    const text = await outstanding('panel', '2023-09-20')
    assert.match(text, /waits for.*Action 1.*close or keep open.*Action 2.*Answered since.*Action 3/)
    assert.deepEqual(times(text), [1, 2, 3])
  })

  test('what was reported as done waits for the body, and of a meeting that is over each stands where it stood then', async () => {
    const taken = await takeStep(on('2023-06-25'), app(), { number: 1, revision: 2 }, { what: 'done', fields: { on: '', evidence: 'The map.' }, onBehalf: 'Director of Transport' })
    assert.ok(taken.ok, JSON.stringify(taken))
    assert.deepEqual(times((await outstanding('panel', '2023-09-20')).replace(/Answered since.*/, '').replace(/.*close or keep open/, '')), [1, 2])
    const then = await outstanding('panel', '2023-06-22')
    assert.match(then, /Outstanding on 22 June 2023.*waits for.*Action 1.*close or keep open.*Action 2.*Answered since.*Action 3/)
    assert.deepEqual(times(then), [1, 2, 3])
  })

  test('an answer that was received before a meeting and entered after it was not known to that meeting', async () => {
    await write((tx) => raiseActions(tx, asking, [asked('5', 'A list.')], at))
    const taken = await takeStep(as('officer'), app(), { number: 5, revision: 2 }, { what: 'answered', fields: { on: '2023-06-20', how: 'By letter', why: 'Mislaid', answer: 'accepted', response: 'Yes.' }, onBehalf: 'Director of Transport' })
    assert.ok(taken.ok, JSON.stringify(taken))
    assert.match(await outstanding('panel', '2023-06-22'), /waits for.*Action 5.*close or keep open/)
    assert.match(await outstanding('panel', '2023-09-20'), /Answered since.*Action 5/)
  })

  test('evidence is shown by the title of what it leads to, and never as a bare path', async () => {
    const shown = async (link: string) => {
      const titles = await store().database.readPublished((read) => linkTitles(read, [{ what: 'done', on: today, evidence: 'See.', link }]))
      return evidenceLink(link, titles).toString().replaceAll(/<[^>]+>/g, '')
    }
    assert.equal(await shown('/recommendations/3'), 'Action 3: 100% of &lt;b&gt;buses&lt;/b&gt;')
    assert.equal(await shown('/recommendations/4'), 'A page of this site', 'what was asked in private is not named')
    assert.equal(await shown('/bodies/panel/2023-05-10/items/2'), 'Item 2, The panel, 10 May 2023')
    assert.equal(await shown('/bodies/panel/2023-05-10/?x#y'), 'The panel, 10 May 2023')
    assert.equal(await shown('/bodies/panel/2023-05-10/items/2/papers/a'), 'A page of this site')
    assert.equal(await shown('https://example.test/figures'), 'https://example.test/figures')
  })
})
