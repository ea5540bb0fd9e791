import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#core/dates.ts'
import { countingReader } from '#platform/database/testing/count-queries.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { publishEntries } from '../../releases/testing.ts'
import { eachDashboardStore, entryOf } from '../testing.ts'
import { dashboardFiles } from './files.ts'
import { dashboardPage } from './dashboard-page.ts'
import { bodyDashboardsPage, dashboardsPage } from './list-pages.ts'
import { strategyPage } from './strategy-page.ts'

const strategy = (part?: string) => [{ slug: 'send', name: 'SEND strategy', ...(part === undefined ? {} : { part }) }]
const commentary = {
  happened: 'Two officers left.', why: 'Pay is <b>low</b>.', doing: [{ what: 'Hire two', byWhom: 'Head of Inclusion', byWhen: '2020-09-01' }], backOnTrack: 'By December', signedBy: 'Head of Inclusion', signedOn: '2020-07-01',
  claims: [{ words: 'improved', measure: 'plans-on-time', verdict: 'not-supported' as const, because: 'No signal.', reason: 'It is a view.' }],
}
const entries = [
  entryOf({ measure: 'green-one', values: [70], definition: { themes: ['health'], strategies: strategy('Part 2') } }),
  entryOf({ measure: 'plans-on-time', values: [55, 40], commentary, definition: { strategies: strategy('Part 10') }, revised: [{ period: '2019-20-q3', breakdown: '', was: '56.0%', now: '55.0%', reason: 'A late return' }] }),
  entryOf({ measure: 'worst', values: [50, 20], exception: 'continuing', isConfirmed: false }),
  entryOf({ measure: 'pupils', values: [1000, 1100], definition: { polarity: 'neither', unit: 'count', decimals: 0 } }),
  entryOf({ measure: 'over-now', values: [70], exception: 'closed' }),
  entryOf({ measure: 'factors', values: [100], parts: { 'factor=neglect': [40, 50], 'factor=gangs': [9, 'hidden'] }, definition: { polarity: 'neither', unit: 'count', decimals: 0 } }),
]
const asked = [{ text: 'Why did plans on time fall?', href: '/recommendations/1', state: 'waiting' }, { text: 'A map of buses', href: '/recommendations/2', state: 'answered' }]
const rankings = [{ measure: 'factors', by: 'factor', top: 10, title: 'Ten most frequent factors' }, { measure: 'nowhere', by: 'factor', top: 10, title: 'Nothing' }]

eachDashboardStore((store) => {
  let queries = 0
  const visit = (answer: (request: PublicRequest) => Promise<Answer>, params: Record<string, string> = { body: 'panel', period: '2019-20-q4' }, query = '') =>
    store().database.readPublished(async (reader) => {
      const { read, counted } = countingReader(reader)
      const answered = await answer({ path: '/', params, query: new URLSearchParams(query), today: date('2020-07-17'), origin: 'http://localhost', read, file: () => Promise.resolve(undefined) })
      queries = counted()
      return answered
    })
  const page = async (...asking: Parameters<typeof visit>) => {
    const found = await visit(...asking)
    return found.kind === 'page' ? { ...found, source: found.body.toString(), words: found.body.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') } : assert.fail(found.kind)
  }
  const dashboard = (query = '') => page(dashboardPage, undefined, query)

  before(async () => {
    await publishEntries(store(), entries, { asked, rankings })
    await publishEntries(store(), [entryOf({ measure: 'green-one', values: [71] })], { period: '2019-20-q3', title: 'Quarter 3' })
  })

  test('what is worst comes first, in a line each, before anything else is said of it', async () => {
    const { words } = await dashboard()
    assert.match(words, /^ 2 measures need looking at first Red Worst 20\.0%; target 60\.0% or more, national: missed; down from 50\.0% in Q3 2019\/20 Red Plans on time \(new\) 40\.0%.* Of 6 measures: 2 red, 0 amber, 2 green, 2 for context, never coloured\..*Published 9 July 2020, 100 days after it ended\./)
    assert.match(words, /New since the last release Plans on time .*Continuing from the last release Worst .*Closed since the last release Over now .*All measures/)
  })

  test('where no measure has a figure for the period, that is said first, and not that nothing is red', async () => {
    await publishEntries(store(), [entryOf({ measure: 'not-yet', values: [71, undefined] }), entryOf({ measure: 'never-yet', values: [undefined], definition: { strategies: [{ slug: 'plan', name: 'Plan' }] } })], { body: 'board', bodyName: 'Board', period: '2019-20-q4' })
    const { words } = await page(dashboardPage, { body: 'board', period: '2019-20-q4' })
    assert.match(words, /^ No measure here has a figure for Q4 2019\/20, so nothing can be said of how it goes\. Of 2 measures/)
    assert.doesNotMatch(words, /No measure is red/)
    const plan = await page(strategyPage, { slug: 'plan' })
    assert.match(plan.words, /None of them has a figure yet/)
    assert.doesNotMatch(plan.words, /No measure of it is red/)
  })

  test('an exception says what happened, why, what is done, by whom, by when and until when, and whose words they are', async () => {
    const { words, source } = await dashboard()
    assert.match(words, /What happened Two officers left\. Why Pay is &lt;b&gt;low&lt;\/b&gt;\. What is being done Hire two : Head of Inclusion , 1 September 2020 Back on track By December/)
    assert.match(words, /“ improved ” : the figures do not bear this out\. No signal\. The owner lets it stand: It is a view\. Signed by the Head of Inclusion, 1 July 2020/)
    assert.doesNotMatch(source, /<b>low/)
  })

  test('what was asked last time stands beside the figure that it names, and the rest by itself', async () => {
    const { words } = await dashboard()
    assert.match(words, /1 July 2020 \. Asked about it, and still open Why did plans on time fall\? \( waiting \).*Also asked last time, and still open A map of buses \( answered \)/)
    assert.equal(words.split('Why did plans on time fall?').length, 2)
  })

  test('what was asked and is late by now says so beside how it stood when the figures came out', async () => {
    const period = '2009-10'
    await publishEntries(store(), [entryOf({ measure: 'worst', values: [50, 20] })], { asked: [{ text: 'A list of visits', href: '/recommendations/77', state: 'Asked, due 14 July 2020' }, { text: 'A map', href: '/recommendations/78', state: 'Asked' }], period })
    await store().database.write('operator:test', async (tx) => {
      await sql`insert into published.current_actions (number, edition, kind, body, asked_of, asked_on, stage, changed_at, record, state, place, waits_until)
        values (77, 1, 'action', 'panel', 'cabinet', '2020-05-01', 'asked', now(), '{"reference": 77, "state": "asked"}', 'asked', 1, '2020-07-14')`.execute(tx.tables())
    })
    const { words } = await page(dashboardPage, { body: 'panel', period })
    assert.match(words, /A list of visits \( Asked, due 14 July 2020; late by 3 days now \) A map \( Asked \)/)
  })

  test('of an example it says what is made up: of the release, of what was asked, and of what an owner says', async () => {
    const made = entryOf({ measure: 'worst', values: [50, 20], commentary: { ...commentary, invented: 'what-followed' } })
    const confirmed = entryOf({ measure: 'green-one', values: [70], commentary: { ...commentary, happened: '', why: '', doing: [], backOnTrack: '', claims: [], invented: 'everything' } })
    await publishEntries(store(), [made, confirmed], { period: '2008-09', invented: 'what-followed', asked: [{ text: 'A map', href: '/recommendations/2', state: 'Asked', invented: 'everything' }] })
    const { words } = await page(dashboardPage, { body: 'panel', period: '2008-09' })
    assert.match(words, /Published 9 July 2020[^.]*\. Partly invented The figures are of record\. Who approved/)
    assert.match(words, /Signed by the Head of Inclusion, 1 July 2020 \. Partly invented What it states as fact is of record/)
    assert.match(words, /A map \( Asked \) Invented example/)
    assert.match(words, /Confirmed without a comment by the Head of Inclusion, 1 July 2020 \. Invented example This is not of record/)
    assert.doesNotMatch((await dashboard()).words, /nvented/)
  })

  test('the footnote of a figure stands beside it wherever the dashboard gives it, and so does that of the figure of others', async () => {
    const noted = (measure: string, note: string, values: readonly (number | undefined)[]) => {
      const { sheet, ...entry } = entryOf({ measure, values, england: 65, definition: { targets: [] } })
      return { ...entry, sheet: { ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map((point) => (point.period === sheet.asOf ? { ...point, note: one.role === 'own' ? note : `Of ${one.name}: ${note}` } : point)) })) } }
    }
    await publishEntries(store(), [noted('behind', 'One in four in words.', [70, 60]), noted('unknown', 'In a chart only.', [70, undefined])], { period: '2007-08' })
    const { words, source } = await page(dashboardPage, { body: 'panel', period: '2007-08' })
    assert.match(words, /went the wrong way Behind 60\.0%[^:]*; down from 70\.0% in Q3 2019\/20 Note: One in four in words\./)
    const [brief = ''] = /<ul class="govuk-list gt-brief">.*?<\/ul>/s.exec(source) ?? []
    assert.match(brief, /One in four/)
    assert.doesNotMatch(brief, /In a chart only/, 'what has no figure has the room of the table alone')
    const [table = ''] = /<table class="[^"]*gt-stacked.*?<\/table>/s.exec(source) ?? []
    assert.match(table, /Of England: One in four in words.*Note: <bdi>One in four in words.*Note: <bdi>In a chart only/s)
  })

  test('of what was asked last time and names no figure, five are read at once, after the exceptions, and the rest is one press away', async () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ text: `Matter ${index + 1}`, href: `/recommendations/${index + 1}`, state: 'Asked' }))
    await publishEntries(store(), [entryOf({ measure: 'worst', values: [50, 20] })], { asked: many, period: '2018-19-q4' })
    const { words } = await page(dashboardPage, { body: 'panel', period: '2018-19-q4' })
    assert.match(words, /New since the last release .*Asked last time, and still open .*Matter 5 \( Asked \) And 2 more Matter 6 .*All measures/)
  })

  test('where a target is set for another period than the figure, the table says it with its period, and so does the sentence that none holds', async () => {
    const targets = [{ from: '2020-21', to: '2020-21', value: 64, whose: 'national' as const, setBy: 'The Department' }]
    await publishEntries(store(), [entryOf({ measure: 'later', values: [70], definition: { targets } }), entryOf({ measure: 'pupils-there', values: [100, 140], definition: { polarity: 'neither', targets: [] } })], { period: '2017-18' })
    const { words } = await page(dashboardPage, { body: 'panel', period: '2017-18' })
    assert.match(words, /no target holds for it in this period \(1 measure has one for another\)/)
    assert.match(words, /Target 64\.0% or more for 2020\/21, national Set for another period than the figure/)
    assert.match(words, /For context, changed most: Pupils there 140\.0%, up from 100\.0% in Q3 2019\/20\. Of 2 measures/)
  })

  test('a figure that a break parts from all before it is named among what to look at, with why; what is said of no measure has no column', async () => {
    const { sheet, ...entry } = entryOf({ measure: 'register', values: [67, 502], definition: { targets: [], unit: 'count', decimals: 0, polarity: 'lower' } })
    const broken = { ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map((point) => (point.period === sheet.asOf ? { ...point, brokenHere: 'A new register.' } : point)) })) }
    const alone = entryOf({ measure: 'alone', values: [5], definition: { targets: [] } })
    const without = entryOf({ measure: 'gone', values: [744, undefined], definition: { targets: [] } })
    await publishEntries(store(), [{ ...entry, sheet: broken }, alone, without], { period: '2015-16' })
    const { words, source } = await page(dashboardPage, { body: 'panel', period: '2015-16' })
    assert.match(words, /Of these nobody can say which way they went Register 502 cannot be compared with 67 in Q3 2019\/20, because of a break: A new register\. Of 3 measures.* 1 has no figure for the period\./)
    assert.match(words, /Gone \[x\] Q4 2019\/20 The figure is not available\. +Last known: 744\.0% in Q3 2019\/20/)
    assert.doesNotMatch(words, /nothing to hold the figure against|None set|Nobody to compare with/)
    assert.deepEqual([...source.matchAll(/role="columnheader"[^>]*>([^<]*)/g)].map(([, heading]) => heading), ['Measure', 'Figure', 'Over time'])
  })

  test('a line of what went the wrong way says with whom it is compared', async () => {
    await publishEntries(store(), [entryOf({ measure: 'behind', values: [70, 60], england: 65, definition: { targets: [] } })], { period: '2011-12' })
    assert.match((await page(dashboardPage, { body: 'panel', period: '2011-12' })).words, /went the wrong way Behind 60\.0% in Q4 2019\/20; beside England 65\.0% \(Q4 2019\/20\); down from 70\.0% in Q3 2019\/20/)
  })

  test('what was asked of a measure that is no exception stands in its row, three at once', async () => {
    const many = Array.from({ length: 5 }, (_, index) => ({ text: `Say ${index + 1}`, href: `/recommendations/${index + 1}`, state: 'Asked', about: ['green-one'] }))
    await publishEntries(store(), [entryOf({ measure: 'green-one', values: [70] })], { asked: many, period: '2014-15' })
    const { words } = await page(dashboardPage, { body: 'panel', period: '2014-15' })
    assert.match(words, /All measures .*Green one .*Asked of it, and still open: Say 1 \( Asked \) Say 2 \( Asked \) Say 3 \( Asked \) And 2 more Say 4/)
    assert.doesNotMatch(words, /Asked last time/)
  })

  test('under each heading a measure has a line of its own with figure, colour and how it goes, and the table of all is one press away', async () => {
    const { source, words } = await dashboard()
    const [part = ''] = /<section class="gt-headed" id="part-1".*?<\/section>/s.exec(source) ?? []
    assert.match(part, /^<section[^>]*><h3[^>]*>.*?Education.*?<\/h3>/)
    const lines = [...part.matchAll(/<li class="gt-brief__line">(.*?)<\/li>/gs)].map(([, line = '']) => line.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim())
    assert.deepEqual(lines, ['Green one 70.0% Green', 'Plans on time 40.0% Red down, the wrong way', 'Worst 20.0% Red down, the wrong way; not confirmed', 'Over now 70.0% Green'])
    assert.match(part, /<details class="govuk-details gt-headed__fold">.*<table/s)
    assert.match(words, /Targets, trends and more of Education/)
  })

  test('more than four numbers for context are one press away, and the first screen leads to them', async () => {
    const context = (count: number) => Array.from({ length: count }, (_, index) => entryOf({ measure: `number-${index}`, values: [index], definition: { polarity: 'neither' } }))
    await publishEntries(store(), [entryOf({ measure: 'green-one', values: [70] }), ...context(5)], { period: '2013-14' })
    await publishEntries(store(), [entryOf({ measure: 'green-one', values: [70] }), ...context(4)], { period: '2012-13' })
    const found = async (period: string) => (await page(dashboardPage, { body: 'panel', period })).words
    assert.match(await found('2013-14'), /All measures \(1\) 5 for context Files .*All 5 numbers for context/)
    assert.doesNotMatch(await found('2012-13'), /All 4 numbers/)
  })

  test('a list by size has the ranks of its source where they are given for all that is shown, and else says of how many each is', async () => {
    const parts = { 'factor=neglect': [40, 50], 'factor=gangs': [9, 8] }
    const publish = (ranks: Record<string, (number | undefined)[]>, period: string) =>
      publishEntries(store(), [entryOf({ measure: 'factors', values: [100], parts }), entryOf({ measure: 'rank-of-factors', values: [undefined], parts: ranks })], { rankings, period })
    await publish({ 'factor=neglect': [3, 1], 'factor=gangs': [9, 12] }, '2016-17')
    await publish({ 'factor=neglect': [3, 1], 'factor=gangs': [9, undefined] }, '2010-11')
    const words = async (period: string) => (await page(dashboardPage, { body: 'panel', period })).words
    assert.match(await words('2016-17'), /The ranks are those that the source gives, among all that it counted: Rank of factors \. .* Neglect Q4 2019\/20 1 50\.0% ▲ up 2 Q3 2019\/20 3 40\.0% +Gangs Q4 2019\/20 12 8\.0% ▼ down 3 Q3 2019\/20 9 9\.0%/)
    assert.match(await words('2010-11'), /Each rank is of the 2 shown\. Among all that was recorded they may have other ranks; some of them are given: Rank of factors \. .* Gangs Q4 2019\/20 2 8\.0% same rank/)
  })

  test('an owner who has not confirmed the period is named in public', async () => {
    const { words } = await dashboard()
    assert.match(words, /Worst Red Continuing .*Not confirmed\. Its owner \( Head of Inclusion \) has not confirmed this figure/)
    assert.match(words, /Not confirmed by their owners .*Worst : Head of Inclusion/)
  })

  test('a measure of which neither way is better is never coloured', async () => {
    const { source } = await dashboard()
    const context = source.slice(source.indexOf('id="context"'), source.indexOf('id="rankings"'))
    assert.match(context, /1,100/)
    assert.doesNotMatch(context, /govuk-tag|gt-rag/)
  })

  test('a ranking says ranks, figures and movement, and what is hidden in it; one of a measure that is not there is left out', async () => {
    const { words } = await dashboard()
    assert.match(words, /Ten most frequent factors .*1 figure of the last period is hidden \[c\], so that nobody can be known by it: Gangs\. Each rank is of the 1 shown in Q4 2019\/20, the 2 shown in Q3 2019\/20\. .*Neglect Q4 2019\/20 1 50 Q3 2019\/20 1 40 Gangs Q4 2019\/20 \[c\] Q3 2019\/20 2 9/)
    assert.doesNotMatch(words, /Nothing The first/)
  })

  test('a figure that changed since it was published says what it was, and why it changed', async () => {
    assert.match((await dashboard()).words, /What changed since the last pack .*Plans on time Period Q3 2019\/20 Was 56\.0% Is now 55\.0% Why A late return/)
  })

  test('it can be narrowed to a theme or a strategy; what there is not is said, and left out', async () => {
    const health = await dashboard('theme=health')
    assert.match(health.words, /No measure is red.*Health: 1 of 6 measures/)
    assert.doesNotMatch(health.words, /Plans on time/)
    assert.match((await dashboard('strategy=send')).words, /SEND strategy: 2 of 6 measures/)
    assert.ok((await dashboard()).source.includes('#rankings') && !health.source.includes('#rankings'), 'no way leads to a list that is not there')
    const odd = await dashboard(`theme=${'%3Cscript%3E'.repeat(20)}&strategy=send`)
    assert.deepEqual([odd.status, odd.hasFaults], [400, true])
    assert.match(odd.words, /No theme of this dashboard is called “&lt;script&gt;.*2 of 6 measures/)
  })

  test('what is not published has no page and no file', async () => {
    const none = async (params: Record<string, string>, query = '') => (await Promise.all([dashboardPage, ...dashboardFiles.map(({ answer }) => answer)].map((answer) => visit(answer, params, query)))).map(({ kind }) => kind)
    for (const kinds of [await none({ body: 'nobody', period: '2019-20-q4' }), await none({ body: 'panel', period: "'; drop" }), await none({ body: 'panel', period: '2019-20-q4' }, 'version=9'), await none({ body: 'panel', period: '2019-20-q4' }, 'version=1%20or%201')])
      assert.deepEqual(new Set(kinds), new Set(['not-found']))
    assert.equal((await visit(bodyDashboardsPage, { body: 'nobody' })).kind, 'not-found')
    assert.equal((await visit(strategyPage, { slug: 'nothing' })).kind, 'not-found')
  })

  test('the files of a release say the same figures as its page, and name their version', async () => {
    const files = await Promise.all(dashboardFiles.map(async ({ answer }) => visit(answer)))
    assert.deepEqual(files.map((file) => (file.kind === 'file' ? file.filename : file.kind)), ['csv', 'csv-metadata.json', 'json', 'xlsx', 'ods'].map((form) => `panel-2019-20-q4-v1.${form}`))
    const [csv] = files
    assert.ok(csv?.kind === 'file' && /plans-on-time/.test(String(csv.body)))
  })

  test('bodies are listed with their releases, the newest first, and strategies with theirs by part', async () => {
    assert.match((await page(dashboardsPage, {})).words, /Children’s Panel Figures of quarter 4 of 2019\/20 Q4 2019\/20, published 9 July 2020 Quarter 3 .*By strategy .*SEND strategy 2 measures/)
    assert.match((await page(bodyDashboardsPage, { body: 'panel' })).words, /The newest: Figures of quarter 4 of 2019\/20 \. Figures of quarter 4 .* Quarter 3/)
    assert.match((await page(strategyPage, { slug: 'send' })).words, /To be looked at first Red Plans on time .*Part 2 .*Green one Children’s Panel , Q4 2019\/20 .*Part 10 .*Plans on time/)
  })

  test('every page asks a fixed number of questions, however many measures there are', async () => {
    const count = async (...asking: Parameters<typeof visit>) => {
      await visit(...asking)
      return queries
    }
    assert.deepEqual([await count(dashboardPage), await count(dashboardPage, { body: 'panel', period: '2019-20-q3' }), await count(dashboardsPage, {}), await count(bodyDashboardsPage), await count(strategyPage, { slug: 'send' })], [3, 2, 2, 1, 2])
  })

  test('where nothing can be judged by rule, that is said first, and then what went the wrong way by arithmetic alone', async () => {
    const untold = (measure: string, values: readonly number[]) => entryOf({ measure, values, definition: { targets: [] } })
    await publishEntries(store(), [untold('little', [70, 69]), untold('much', [70, 40]), untold('better', [70, 80]), untold('alone', [70])], { period: '2019-20' })
    const { words } = await page(dashboardPage, { body: 'panel', period: '2019-20' })
    assert.match(words, /^\s*No measure here can be judged by rule : no target holds for them in this period, .* these went the wrong way Much 40\.0% in Q4 2019\/20; down from 70\.0% in Q3 2019\/20 Little 69\.0%[^;]*; down from 70\.0% in Q3 2019\/20 First those whose figure is the worst .* Of 4 measures: 0 red/)
  })

  test('an amendment holds from then on and says what it corrects; the old version stays as it was, and says that it is old', async () => {
    await publishEntries(store(), [entryOf({ measure: 'worst', values: [61] })], { version: 2, note: 'A slip of the pen.', publishedAt: new Date('2020-08-01T08:00:00Z') })
    const [now, then] = [await dashboard(), await dashboard('version=1')]
    assert.match(now.words, /Version 2, corrected on 1 August 2020: A slip of the pen\. .*No measure is red.*All 2 versions of this release/)
    assert.match(then.words, /This is version 1, as it was published on 9 July 2020\. It has been corrected since\. See version 2.*Worst 20\.0%/)
    assert.match(then.source, /\.csv\?version=1"/)
    assert.doesNotMatch(now.source, /\.csv\?version/)
  })
})
