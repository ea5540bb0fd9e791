import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Answer } from '#platform/http/answers.ts'
import { entryOf } from '../dashboards/testing.ts'
import { publishEntries } from '../releases/testing.ts'
import { measurePng, measureSvg } from './chart-files.ts'
import { measureDataFiles } from './data-files.ts'
import { measurePage } from './measure-page.ts'
import { measuresPage } from './measures-page.ts'
import { figuresOfBody, standsOut } from './sections.ts'
import { eachPagesDesk, made, wordsOf } from './testing.ts'

/** Long pages are not printed whole where a test fails. */
function says(words: string, pattern: RegExp): void {
  assert.ok(pattern.test(words), `nowhere: ${pattern.source} in ${words.slice(0, 600)}`)
}

const markup = (answer: Answer) => (answer.kind === 'page' ? answer.body.toString() : '')

eachPagesDesk(({ store, visit }) => {
  const page = async (slug: string) => (await visit(measurePage, { params: { slug } })).answer

  test('the first screen says whether it gets worse and compared with whom, before the chart', async () => {
    const [first = ''] = wordsOf(await page('plans-on-time')).split('Over time 1')
    const upToChart = first.slice(0, first.indexOf('How it is judged'))
    says(upToChart, /46\.0% in Q4 2019\/20\. Concerning: .*The target of 60\.0% \(national, set by The Department\) is missed/)
    says(upToChart, /Red: the target is missed; concerning over time/)
    says(upToChart, /Published 9 October 2020, 192 days after the period ended,/)
    says(upToChart, /Is it getting worse\? .*Concerning.*Compared with whom\? .*Statistical neighbours 63\.3% \(mean of 4 of 5, Q4 2019\/20\).*Against its target\? .*Missed: 60\.0% or more, national/)
  })

  test('few figures are said to be too few to tell chance from change', async () => {
    const words = wordsOf(await page('few-figures'))
    says(words, /Is it getting worse\? +62\.0%, down from 64\.0% in the quarter before\. +2 figures: too few to tell chance from change/)
    assert.ok(!markup(await page('few-figures')).includes('gt-chart__icon'))
  })

  test('a period that its owner has not confirmed says so, and one that they have is signed', async () => {
    says(wordsOf(await page('few-figures')), /The owner has not confirmed this period, Q4 2019\/20/)
    says(wordsOf(await page('plans-on-time')), /Two caseworkers left\..*Recruit : Head of Inclusion , 30 September 2020.*Signed by the Director of Children’s Services, 3 July 2020.*“ worsened ”: Concerning over time\./)
  })

  test('a measure of which neither way is better has no colour and no target', async () => {
    const answer = await page('contacts')
    assert.ok(!/govuk-tag--(red|green|yellow)/.test(markup(answer)))
    says(wordsOf(answer), /None: neither more nor less of this is better.*No colour: neither more nor less of this is better/)
    assert.ok(markup(answer).includes('never coloured'))
  })

  test('the neighbours are ranked, the hidden one last and without a figure, and those with a size stand in a funnel', async () => {
    const words = wordsOf(await page('plans-on-time'))
    says(words, /Worcestershire is 5th of the 5 that are shown, the best being first/)
    says(words, /Kent 55\.0%.*Worcestershire 46\.0%.*Rutland \[c\]/)
    says(words, /Worcestershire is lower than chance explains for a council of its size/)
  })

  test('which part is the highest is not said where one is hidden', async () => {
    const words = wordsOf(await page('plans-on-time'))
    assert.ok(!words.includes('has the highest figure'))
  })

  test('every part of a breakdown has its figure or why there is none', async () => {
    says(wordsOf(await page('plans-on-time')), /By phase: the figures, the newest period first Phase Q4 2019\/20 Q3 2019\/20 Primary 51\.0% 50\.0% Secondary \[c\] 44\.0%/)
  })

  test('a revised figure says what it was, since when and why, and each release what it said then', async () => {
    const words = wordsOf(await page('plans-on-time'))
    says(words, /Q3 2019\/20: was 48\.0%, published 9 July 2020; 47\.0% since 9 October 2020\. The reason given: “ a school was late ”\./)
    says(words, /Figures of quarter 4 of 2019\/20 , version 2 : One figure was late\. Published 9 October 2020 Period Q4 2019\/20 Figure then 46\.0% Owner Confirmed Figures of quarter 4 of 2019\/20 , version 1 Published 9 July 2020/)
  })

  test('questions that name the measure stand on its page, and others do not', async () => {
    const words = wordsOf(await page('plans-on-time'))
    says(words, /What was asked about it Why do fewer plans on time go out\?/)
    assert.ok(!words.includes('A map of schools'))
  })

  test('what is measured, by whom and why is said in full, and the conventions of judging with it', async () => {
    says(wordsOf(await page('plans-on-time')), /How it is judged .*2\.66 times.*Why it was chosen Families wait\. .*Higher is better.*At least 60\.0%, a national target, from .*set by The Department ; no review is recorded.*Head of Inclusion/)
  })

  test('an address that names no published measure is not found, whatever it holds', async () => {
    for (const slug of ['no-such', '', '../etc', 'x'.repeat(5000), '%00', 'plans-on-time;drop']) assert.equal((await page(slug)).kind, 'not-found', slug)
  })

  test('words of a definition are shown as words', async () => {
    assert.ok(markup((await visit(measuresPage)).answer).includes('Contacts &lt;b&gt;'))
  })

  test('pages take the same number of queries however much is published', async () => {
    assert.equal((await visit(measurePage, { params: { slug: 'plans-on-time' } })).queries, 2)
    assert.equal((await visit(measurePage, { params: { slug: 'contacts' } })).queries, 2)
    assert.equal((await visit(measuresPage)).queries, 2)
  })

  test('the list is by theme, those without one last, with the last figure of each', async () => {
    const words = wordsOf((await visit(measuresPage)).answer)
    says(words, /Front door .*Contacts.*41.*Send .*Few figures.*62\.0%.*Plans on time.*46\.0%.*Other measures .*Hidden count.*\[x\]/)
    for (const { measure } of made) assert.ok(markup((await visit(measuresPage)).answer).includes(`href="/measures/${measure}"`))
  })

  test('it is narrowed by words, theme and body, and to what is to be looked at first', async () => {
    const listed = async (query: string) => [...markup((await visit(measuresPage, { query })).answer).matchAll(/<th scope="row"[^>]*><a class="govuk-link" href="\/measures\/([^"]*)"/g)].map(([, slug]) => slug)
    assert.deepEqual(await listed('q=PLANS+time'), ['plans-on-time'])
    assert.deepEqual(await listed('theme=front-door'), ['contacts'])
    assert.deepEqual(await listed('body=panel&only=exceptions'), ['few-figures', 'plans-on-time'], 'what the first page says went the wrong way is among them')
    assert.deepEqual(await listed('q=nowhere'), [])
    assert.deepEqual(await listed('after=few-figures'), ['plans-on-time', 'hidden-count'])
  })

  test('what cannot be understood is said at its field, and the rest is shown', async () => {
    const words = wordsOf((await visit(measuresPage, { query: `theme=none&body=nobody&strategy=x&only=some&after=zzz&q=${'x'.repeat(200)}` })).answer)
    says(words, /^400 .*theme “none”.*“x”.*“nobody”.*100 characters at most.*“some” is none of the choices.*“zzz” is no page/)
    says(words, /Plans on time/)
  })

  test('the first page names what stands out, the worst first, and a body its releases', async () => {
    const request = { path: '/', params: {}, query: new URLSearchParams(), today: date('2020-07-10'), origin: 'http://localhost', file: () => Promise.resolve(undefined) }
    const home = await visit(async (asked) => ({ kind: 'page', title: '', body: (await standsOut({ ...request, read: asked.read })) ?? assert.fail() }))
    says(wordsOf(home.answer), /What stands out Red Plans on time .*46\.0% in Q4 2019\/20.*As the figures stand, these went the wrong way; .*Few figures .*62\.0% in Q4 2019\/20; down from 64\.0%.*All 4 measures/)
    assert.equal(home.queries, 1)
    const body = await visit(async (asked) => ({ kind: 'page', title: '', body: (await figuresOfBody(asked, { slug: 'panel' } as Parameters<typeof figuresOfBody>[1])) ?? assert.fail() }))
    says(wordsOf(body.answer), /Figures of quarter 4 of 2019\/20 , published 9 October 2020/)
  })

  test('where no figure is shown there is no chart, on the page or by itself', async () => {
    const answer = await page('hidden-count')
    assert.ok(!markup(answer).includes('gt-chart__svg') && !markup(answer).includes('.svg'))
    assert.equal((await visit(measureSvg, { params: { slug: 'hidden-count' } })).answer.kind, 'not-found')
  })

  test('chart and figures can be taken away as drawing, picture, table and for programs', async () => {
    const params = { slug: 'plans-on-time' }
    const svg = (await visit(measureSvg, { params })).answer
    assert.ok(svg.kind === 'file' && svg.contentType === 'image/svg+xml' && String(svg.body).startsWith('<svg') && !String(svg.body).includes('style='))
    const png = (await visit(measurePng, { params })).answer
    assert.ok(png.kind === 'file' && png.body instanceof Uint8Array && Buffer.from(png.body.subarray(1, 4)).toString() === 'PNG')
    for (const { path, answer } of measureDataFiles) {
      const found = (await visit(answer, { params })).answer
      assert.ok(found.kind === 'file' && found.filename?.startsWith('plans-on-time.'), path)
      assert.ok(typeof found.body === 'string' ? found.body.includes('plans-on-time') : Buffer.from(found.body.subarray(0, 2)).toString() === 'PK', path)
      assert.equal((await visit(answer, { params: { slug: 'none' } })).answer.kind, 'not-found')
    }
    for (const form of ['csv', 'csv-metadata.json', 'json', 'xlsx', 'ods', 'svg', 'png']) assert.ok(markup(await page('plans-on-time')).includes(`href="/measures/plans-on-time.${form}"`), form)
  })

  test('a measure of more figures than fit a workbook leads to none, and whoever asks for one is led to the CSV', async () => {
    const parts = Object.fromEntries(Array.from({ length: 101 }, (_, place) => [`school=s${place}`, Array<number>(50).fill(20)]))
    await publishEntries(store(), [entryOf({ measure: 'many-figures', values: [60], parts })], { body: 'schools' })
    const body = markup(await page('many-figures'))
    assert.deepEqual([body.includes('.xlsx'), body.includes('.ods'), body.includes('/measures/many-figures.csv')], [false, false, true])
    for (const { path, answer } of measureDataFiles) {
      const found = (await visit(answer, { params: { slug: 'many-figures' } })).answer
      if (/xlsx|ods/.test(path)) assert.match(found.kind === 'not-found' ? found.message : found.kind, /more figures than fit a workbook.*\(\.csv\)/)
      else assert.equal(found.kind, 'file')
    }
  })

  test('a measure of which only the parts are given begins with them, without an empty figure or chart', async () => {
    const factors = entryOf({ measure: 'factors', values: [undefined], parts: { 'factor=neglect': [30, 40], 'factor=gangs': [6, 7] }, definition: { unit: 'count', decimals: 0, polarity: 'neither' } })
    await publishEntries(store(), [factors], { body: 'board' })
    const words = wordsOf(await page('factors'))
    says(words, /^200 +The figures are given for the parts of the measure, and not for all together: Q4 2019\/20\. Where it differs By factor/)
    assert.ok(!/Over time|\[x\]/.test(words))
    says(words, /Figure then By its parts alone/)
  })

  test('a revision whose reason was not given says so, and a target of another period is said with that period', async () => {
    const targets = [{ from: '2020-21', to: '2020-21', value: 64, whose: 'national' as const, setBy: 'The Department' }]
    await publishEntries(store(), [entryOf({ measure: 'quiet', values: [60, 61], definition: { targets }, revised: [{ period: '2019-20-q3', breakdown: '', was: '[c]', now: '60.0%', reason: '' }, { period: '2019-20-q2', breakdown: '', was: '58.0%', now: '59.0%', reason: '' }] })], { body: 'quiet-board' })
    const words = wordsOf(await page('quiet'))
    says(words, /60\.0% since 9 July 2020\. If a reason was given, it is withheld with the hidden figure\./)
    says(words, /59\.0% since 9 July 2020\. No reason is given\./)
    assert.ok(!words.includes('The reason given'))
    says(words, /Against its target\? +No target is set for this period; one is set: 64\.0% or more for 2020\/21, national/)
  })
})
