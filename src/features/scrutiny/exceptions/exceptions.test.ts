import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { followedBy, meetingsImporter } from '#features/meetings'
import { actionsOf } from '#features/minutes'
import type { PublicRequest } from '#platform/http/answers.ts'
import { filesInMemory } from '../../meetings/testing.ts'
import { eachScrutinyDesk, markupOf, today } from '../groups/testing.ts'
import { nextPage } from '#platform/http/api.ts'
import { exceptionsApi } from './api.ts'
import { bringExceptions } from './bring-exceptions.ts'
import { exceptions } from './exceptions.ts'
import { periodWords, wrongPeriod } from './exception.ts'
import { exceptionsExporter, exceptionsImporter } from './import/exceptions-files.ts'
import { bindException, keptException } from './keep-exceptions.ts'
import { exceptionsMigrations } from './migrations.ts'
import { exceptionsOfBody, exceptionsOfItem, exceptionsSection } from './pages/sections.ts'
import { exceptionPage, exceptionsPage, newExceptionPage } from './pages/staff-pages.ts'

/** The day after the board's meeting. */
const later = date('2023-07-20')
const typed = { panel: 'panel', board: 'board', period: '2022-23-Q4', about: 'budget', what: 'Placements', seen: 'Over by 5 per cent.', 'text-2': 'The item', 'link-2': '/bodies/panel' }

test('periods are said as people say them', () => {
  assert.deepEqual(['2021-22-q4', '2019-20-outturn', '2022-23', '2021-22-ay'].map(periodWords), ['Quarter 4 of 2021/22 (January to March)', 'Outturn of 2019/20', '2022/23', 'Academic year 2021/22'])
})

test('an exception is about a period that was over when it was flagged', () => {
  const wrong = (period: string, on: string) => wrongPeriod({ period, flaggedOn: date(on) })
  assert.match(wrong('2030-31-q4', '2023-07-03') ?? '', /^Quarter 4 of 2030\/31 \(January to March\) ends on 31 March 2031\./)
  assert.deepEqual(['2023-24-q1', '2022-23-outturn', '2022-23', '2021-22-ay'].map((period) => wrong(period, '2023-07-01')), [undefined, undefined, undefined, undefined])
  for (const [period, day] of [['2023-24-q1', '2023-06-30'], ['2022-23-q4', '2023-03-31'], ['2022-23-q3', '2022-12-31'], ['2022-23-ay', '2023-08-31']] as const) assert.match(wrong(period, day) ?? '', /Give a period that is over/, period)
  assert.match(wrong('2022-24', '2030-01-01') ?? '', /two years that follow each other/)
})

eachScrutinyDesk(exceptionsMigrations, ({ store, app, as, audited, operator, agenda, publishAgenda, show, post, write }) => {
  let id = ''
  const ofItem = (subjects: readonly string[], number = 9) => store().database.readPublished((read) => exceptionsOfItem({ read, today } as PublicRequest, { body: 'board', date: date('2023-07-19') } as never, { number, subjects } as never, []))
  const ofBody = (slug: string) => store().database.readPublished((read) => exceptionsOfBody({ read, today } as PublicRequest, { slug } as never))
  const follow = (body: string) => write((tx) => followedBy(exceptions.followAgendas ?? [])(tx, { body, context: operator(), app: app() }))
  const revision = async () => /name="revision" value="(\d+)"/.exec(markupOf(await show(exceptionPage, 'officer', { exception: id })))?.[1] ?? '1'

  test('the chair of a panel flags something with its evidence, along the lines of accountability and for no other body', async () => {
    const bad = markupOf(await post(newExceptionPage, 'lead', {}, { ...typed, period: 'last quarter', about: '', seen: '', 'link-2': '/staff/meetings', 'text-3': 'No address' }))
    for (const field of ['period', 'about', 'seen', 'link-2', 'link-3']) assert.match(bad, new RegExp(`href="#${field}"`), field)
    assert.match(bad, /value="last quarter"/)
    for (const [field, changed] of [['period', { period: '2030-31-q4' }], ['link-2', { 'link-2': '/bodies/panel/2023-07-07/items/5' }], ['link-2', { 'link-2': '/bodies/nobody' }], ['link-2', { 'link-2': '/anything' }]] as const) {
      const refused = markupOf(await post(newExceptionPage, 'lead', {}, { ...typed, ...changed }))
      assert.match(refused, new RegExp(`href="#${field}"`), JSON.stringify(changed))
    }
    assert.match(markupOf(await post(newExceptionPage, 'lead', {}, { ...typed, board: 'cabinet' })), /Choose a body that the The panel reports to/)
    assert.match(markupOf(await post(newExceptionPage, 'chair', {}, typed)), /Choose a panel that is yours to speak for/)
    assert.equal((await post(newExceptionPage, 'auditor', {}, typed)).kind, 'refused')
    const done = await post(newExceptionPage, 'lead', {}, typed)
    assert.ok(done.kind === 'moved')
    id = /exceptions\/([\da-f-]+)/.exec(done.to)?.[1] ?? ''
    assert.deepEqual(await agenda('2023-07-19'), ['1 Apologies', '2 Performance and budget: what the panels flag'])
  })

  test('nothing of it is public before the board’s agenda is, and what the board did cannot be recorded before', async () => {
    assert.deepEqual(await bringExceptions(operator(), app()), { ok: true, value: { published: 0, placed: 0 } })
    assert.deepEqual([await ofItem(['exception-reports']), await ofBody('panel')], [undefined, undefined])
    const early = await post(exceptionPage, 'officer', { exception: id }, { revision: '1', did: 'noted', on: '2023-07-19' })
    assert.ok(early.kind === 'page' && early.status === 409)
  })

  test('with the agenda, in the same deed, it is public at its item, on the panel’s page and on the board’s', async () => {
    await publishAgenda('2023-07-19')
    await follow('panel')
    assert.equal(await ofBody('panel'), undefined, 'the agenda of another body')
    await follow('board')
    assert.match(String(await ofItem(['exception-reports'], 2)), /Placements[^]*Quarter 4 of 2022\/23[^]*Over by 5 per cent[^]*\/bodies\/panel[^]*not recorded yet/)
    assert.equal(await ofItem([], 1), undefined)
    for (const slug of ['panel', 'board']) assert.match(String(await ofBody(slug)), /\/bodies\/board\/2023-07-19\/items\/2/)
    const chased = await exceptionsSection({ context: as('officer', date('2023-07-20')), today: date('2023-07-20') } as never, app())
    assert.match(String(chased), /What the board did with/)
  })

  test('what the board did is recorded by an officer or its own chair, is public, and what it asks is followed', async () => {
    assert.equal((await post(exceptionPage, 'lead', { exception: id }, { revision: await revision(), did: 'noted', on: '2023-07-19' }, later)).kind, 'refused')
    const bad = markupOf(await post(exceptionPage, 'chair', { exception: id }, { revision: await revision(), did: 'called', on: '2023-07-18', asks: 'Why it is over', to: 'Director of Children’s Services', due: 'soon' }, later))
    assert.match(bad, /href="#due"[^]*Why it is over/)
    assert.match(markupOf(await post(exceptionPage, 'chair', { exception: id }, { revision: await revision(), did: 'called', on: '2023-07-21', asks: 'Why?', to: 'Olive Reyes', due: '2023-07-01' }, later)), /href="#on">This day is to come[^]*href="#to">Olive Reyes is a person[^]*href="#due">This is before/)
    const called = { did: 'called', on: '19 July 2023', asks: 'Why it is over', to: 'Director of Children’s Services', due: '2023-09-20' }
    const stale = await revision()
    assert.equal((await post(exceptionPage, 'chair', { exception: id }, { revision: stale, ...called }, later)).kind, 'moved')
    assert.equal((await post(exceptionPage, 'chair', { exception: id }, { revision: stale, ...called }, later)).kind, 'moved', 'the same form sent twice')
    const again = await post(exceptionPage, 'officer', { exception: id }, { revision: stale, did: 'noted', on: '2023-07-19' }, later)
    assert.ok(again.kind === 'page' && again.status === 409)
    assert.match(markupOf(again), /Cllr Dora Finch changed this/)
    assert.match(String(await ofItem(['exception-reports'], 2)), /19 July 2023: <bdi>Called for a report from Director of Children’s Services: Why it is over<\/bdi>\. By 20 September 2023/)
    const followed = await store().database.readPublished((reader) => actionsOf(reader, { subject: 'exception-reports', limit: 5 }))
    assert.deepEqual(followed.map(({ words, askedOf, due, meeting, item }) => [words, askedOf.name, due, meeting, item]), [['Why it is over', 'Director of Children’s Services', '2023-09-20', '2023-07-19', 2]])
    assert.match(markupOf(await show(exceptionPage, 'officer', { exception: id })), /value="called"[^>]* checked[^]*Why it is over[^]*value="Director of Children’s Services"/)
    assert.equal((await post(exceptionPage, 'officer', { exception: id }, { revision: await revision(), did: 'noted', on: '2023-07-19' }, later)).kind, 'moved')
    const taken = await store().database.readPublished((reader) => actionsOf(reader, { subject: 'exception-reports', limit: 5 }))
    assert.deepEqual(taken.map(({ state }) => state), ['withdrawn'], 'what was not asked is not followed')
    assert.match(markupOf(await show(exceptionsPage, 'auditor')), /Placements[^]*Considered/)
  })

  test('one whose agenda went out without it is taken on to the next; one loaded from the record is public where its agenda is', async () => {
    const done = await post(newExceptionPage, 'officer', {}, { ...typed, what: 'Attendance', about: 'measure' })
    assert.ok(done.kind === 'moved')
    assert.match((await agenda('2023-09-20')).join(), /what the panels flag/)
    await publishAgenda('2023-09-20', '{"items": []}')
    assert.deepEqual(await bringExceptions(operator(), app()), { ok: true, value: { published: 0, placed: 0 } })
    const record = 'id: q4\npanel: panel\nboard: board\nperiod: 2021-22-q4\nabout: measure\nwhat: Visits\nseen: Fewer.\nflagged-on: 2023-07-01\nmeeting: 2023-07-19\noutcome: { did: noted, on: 2023-07-19 }\n'
    const load = (text: string) => exceptionsImporter.load([filesInMemory({ 'a.yaml': text })], { ...app(), context: () => operator(later) }, () => undefined)
    assert.deepEqual(await load(record), { ok: true, value: { exceptions: 1, published: 1 } })
    const written = await exceptionsExporter.write(app())
    assert.ok(written.ok)
    assert.deepEqual(await load(String(written.value[0]?.body)), { ok: true, value: { exceptions: 3, published: 0, 'waiting for an agenda to be published': 1 } })
    const cited = await load(record.replace('id: q4', 'id: cited').replace('meeting:', "evidence: [{ text: A page, link: /bodies/nobody }]\nmeeting:").replace('did: noted, on: 2023-07-19', 'did: called, on: 2023-07-19, asks: Why, to: Cllr Otto Lane'))
    assert.deepEqual(!cited.ok && cited.refusal.faults.map(({ field }) => field), ['outcome.to', 'evidence[1].link'])
    const bad = await load(record.replace('panel: panel', 'panel: nobody').replace('2021-22-q4', '2021-q4'))
    assert.equal(!bad.ok && bad.refusal.faults[0]?.field, 'period')
  })

  test('what the board did that was recorded here is not overwritten by a file: refused by file and field; a file that says what stands is no change', async () => {
    const load = (text: string) => exceptionsImporter.load([filesInMemory({ 'a.yaml': text })], { ...app(), context: () => operator(later) }, () => undefined)
    const record = 'id: q3\npanel: panel\nboard: board\nperiod: 2021-22-q3\nabout: measure\nwhat: Calls\nseen: More.\nflagged-on: 2023-07-01\nmeeting: 2023-07-19\n'
    assert.deepEqual(await load(record), { ok: true, value: { exceptions: 1, published: 1 } })
    assert.deepEqual(await load(record), { ok: true, value: { exceptions: 1, published: 0 } })
    const kept = () => store().database.read('operator:test', (reader) => keptException(reader, 'q3'))
    assert.equal((await kept())?.revision, 1)
    const noted = await post(exceptionPage, 'officer', { exception: 'q3' }, { revision: '1', did: 'noted', on: '2023-07-19' }, later)
    assert.equal(noted.kind, 'moved', JSON.stringify(noted))
    for (const older of [record, `${record}outcome: { did: asked, on: 2023-07-19, asks: Why, to: The panel }\n`]) {
      const refused = await load(older)
      assert.deepEqual(refused.ok ? [] : refused.refusal.faults.map(({ file, row, field, found }) => `${file} ${row} ${field} ${found}`), [`a.yaml ${older === record ? 1 : 10} outcome q3`])
    }
    assert.equal((await kept())?.exception.outcome?.did, 'noted')
    assert.deepEqual(await load(`${record}outcome: { did: noted, on: 2023-07-19 }\n`), { ok: true, value: { exceptions: 1, published: 0 } })
  })

  test('an exception that was taken on to a later agenda stays there when its file is loaded again, and a file that names another meeting is refused', async () => {
    const load = (text: string) => exceptionsImporter.load([filesInMemory({ 'a.yaml': text })], app(), () => undefined)
    const record = 'id: later\npanel: panel\nboard: board\nperiod: 2021-22-q2\nabout: measure\nwhat: Places\nseen: Fewer.\nflagged-on: 2023-07-01\n'
    assert.deepEqual(await load(record), { ok: true, value: { exceptions: 1, published: 0, 'waiting for an agenda to be published': 1 } })
    await store().database.write('operator:test', (tx) => bindException(tx, 'later', { meeting: date('2023-11-15'), isOut: false }))
    assert.deepEqual(await load(record.replace('Fewer', 'Far fewer')), { ok: true, value: { exceptions: 1, published: 0, 'waiting for an agenda to be published': 1 } })
    const kept = await store().database.read('operator:test', (reader) => keptException(reader, 'later'))
    assert.deepEqual([kept?.exception.meeting, kept?.exception.seen], ['2023-11-15', 'Far fewer.'])
    const moved = await load(`${record.replace('Fewer', 'Far fewer')}meeting: 2023-07-19\n`)
    assert.equal(!moved.ok && moved.refusal.faults[0]?.field, 'meeting')
  })

  test('where no meeting is planned an exception waits, the hours that pass leave no trace, and it joins the next agenda once there is one', async () => {
    const done = await post(newExceptionPage, 'lead', {}, { ...typed, what: 'Fostering' })
    assert.ok(done.kind === 'moved')
    assert.match(markupOf(await show(exceptionsPage, 'officer')), /Fostering[^]*Waits for an agenda/)
    const before = await audited()
    for (let hour = 0; hour < 3; hour += 1) assert.deepEqual(await bringExceptions(operator(), app()), { ok: true, value: { published: 0, placed: 0 } })
    assert.equal(await audited(), before)
    const planned = await meetingsImporter.load([filesInMemory({ 'file.yaml': 'body: board\ndate: 2023-12-13\ntime: "10:00"\nstatus: planned\nitems:\n  - { number: 1, title: Apologies, standing: apologies }\n' })], app(), () => undefined)
    assert.ok(planned.ok, JSON.stringify(planned))
    const brought = await bringExceptions(operator(), app())
    assert.ok(brought.ok && brought.value.placed >= 1)
    assert.match((await agenda('2023-12-13')).join(), /what the panels flag/)
    assert.equal(await audited(), before + 2, 'the file and the placing')
    await publishAgenda('2023-12-13')
    const out = await bringExceptions(operator(), app())
    assert.ok(out.ok && out.value.published >= 1)
    const item = await store().database.readPublished((read) => exceptionsOfItem({ read, today } as PublicRequest, { body: 'board', date: date('2023-12-13') } as never, { number: 2, subjects: ['exception-reports'] } as never, []))
    assert.match(String(item), /Fostering[^]*Over by 5 per cent\.[^]*\/bodies\/panel/, 'with its evidence')
  })

  test('every form of exceptions that is sent, whoever sends it and whatever is in it, leaves exactly one row in the audit', async () => {
    for (const page of [newExceptionPage, exceptionPage]) {
      for (const who of ['officer', 'chair', 'lead', 'auditor'] as const) {
        for (const [exception, fields] of [[id, {}], ['none', { revision: 'x', did: 'nonsense' }], [id, { ...typed, panel: 'nobody', revision: '1', did: 'noted', on: 'never' }]] as const) {
          const before = await audited()
          await post(page, who, { exception }, fields)
          assert.equal((await audited()) - before, 1, `${page.path} ${who} ${JSON.stringify(fields)}`)
        }
      }
    }
  })

  test('a program reads exceptions that are public, by panel, board and outcome, page by page and one by one', async () => {
    const [list, one] = exceptionsApi
    const ask = (resource: typeof list, query: Readonly<Record<string, string>>, params: Readonly<Record<string, string>> = {}) => store().database.readPublished((read) => (resource ?? assert.fail()).answer({ read, today, params, query: new URLSearchParams(query), origin: '' } as never))
    const idsOf = async (query: Readonly<Record<string, string>>) => {
      const answer = await ask(list, query)
      assert.ok(answer.ok && answer.value.kind === 'list', JSON.stringify(answer))
      return { ids: (answer.value.items as { id: string }[]).map((item) => item.id), next: answer.value.next }
    }
    const { ids } = await idsOf({})
    assert.ok(ids.length >= 3 && !ids.includes('later'), 'what waits for its agenda is not there')
    const paged: string[] = []
    let query: Readonly<Record<string, string>> | undefined = { limit: '1' }
    while (query !== undefined) {
      const page: Awaited<ReturnType<typeof idsOf>> = await idsOf(query)
      paged.push(...page.ids)
      query = page.next === undefined ? undefined : Object.fromEntries(new URLSearchParams(nextPage('', page.next, 1).slice(1)))
    }
    assert.deepEqual(paged, ids)
    assert.deepEqual([(await idsOf({ panel: 'panel', board: 'board' })).ids, (await idsOf({ panel: 'cabinet' })).ids], [ids, []])
    const [open, recorded] = [(await idsOf({ outcome: 'open' })).ids, (await idsOf({ outcome: 'recorded' })).ids]
    assert.deepEqual([...open, ...recorded].toSorted(), ids.toSorted())
    assert.ok(open.length > 0 && recorded.includes(id))
    const single = await ask(one, {}, { exception: ids[0] ?? '' })
    assert.ok(single.ok)
    assert.equal((await ask(one, {}, { exception: 'later' })).ok, false)
  })
})
