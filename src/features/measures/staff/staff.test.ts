import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { MeetingsApp } from '#features/meetings'
import { versionsOf } from '../definitions/keep-definitions.ts'
import { definition } from '../definitions/definition.ts'
import { observationsImporter } from '../observations/import-observations.ts'
import { eachMeasuresDesk } from '../testing.ts'
import { definePage } from './define/define-page.ts'
import { figurePage } from './figure-page.ts'
import { listPage } from './list-page.ts'
import { measurePage } from './measure-page.ts'
import { latePeriod } from './read-list.ts'
import { pageOf, staffRequests, wordsOf } from './testing.ts'

const header = 'measure,period,area,breakdown,numerator,denominator,value,status,note\n'

eachMeasuresDesk(({ store, app, load }) => {
  const request = staffRequests(store)
  const theApp = () => app() as unknown as MeetingsApp
  const key = { area: 'E10000034', period: '2022-23-q4', breakdown: '' }
  const params = { slug: 'plans-on-time' }
  const enter = (form: Record<string, string>) => figurePage.submit?.(request({ params, form: { ...key, seen: '0', status: 'final', ...form } }), theApp())
  const shown = (query: string, verbs?: readonly string[]) => figurePage.show?.(request({ params, query, ...(verbs === undefined ? {} : { verbs }) }), theApp())

  test('a figure that is refused is on the page again as it was typed, with every fault at its field', async () => {
    const page = pageOf(await enter({ value: '1,300', numerator: '5', denominator: 'x', note: 'My note' }))
    assert.equal(page.status, 400)
    const body = page.body.toString()
    for (const typed of ['value="1,300"', 'value="5"', 'value="x"', 'My note</textarea>']) assert.ok(body.includes(typed), typed)
    assert.match(body, /href="#value"[^>]*>[^<]*without a thousands separator/)
    assert.match(body, /href="#denominator"/)
  })

  test('a figure is entered, corrected with a reason, and its history says both and who brought them', async () => {
    assert.deepEqual(await enter({ numerator: '61', denominator: '100' }), { kind: 'moved', to: '/staff/measures/plans-on-time/figure?area=E10000034&period=2022-23-q4&breakdown=&done=entered' })
    const refused = pageOf(await enter({ numerator: '63', denominator: '100', status: 'revised', note: 'Footnote', seen: '1' }))
    assert.match(refused.body.toString(), /href="#reason"[^>]*>Say why the figure was revised/)
    assert.match(refused.body.toString(), /Footnote<\/textarea>/)
    const done = await enter({ numerator: '63', denominator: '100', status: 'revised', reason: 'A school was late.', seen: '1' })
    assert.ok(done?.kind === 'moved' && done.to.endsWith('done=corrected'))
    assert.match(wordsOf(await shown('area=E10000034&period=2022-23-q4')), /63\.0% , 63 of 100 Revised Why it was changed: A school was late\. Revision 2, 7 July 2023, 10\.00 am, typed by a command 61\.0% , 61 of 100 Final Revision 1, 7 July 2023/)
  })

  test('somebody else’s correction is shown and not written over', async () => {
    const page = pageOf(await enter({ value: '70', status: 'revised', reason: 'Mine', seen: '1' }))
    assert.equal(page.status, 409)
    assert.match(wordsOf(page), /Somebody else has entered 63 \(revised\) meanwhile/)
    assert.match(page.body.toString(), /name="seen" value="2"/)
    assert.match(page.body.toString(), /value="70"/)
  })

  test('a figure ten times the one before is asked about, and a note settles it', async () => {
    await load(observationsImporter, { 'o.csv': `${header}contacts,2022-23-q3,E10000034,,,,210,,\n` })
    const contacts = (form: Record<string, string>) => figurePage.submit?.(request({ params: { slug: 'contacts' }, form: { ...key, seen: '0', status: 'final', ...form } }), theApp())
    const asked = pageOf(await contacts({ value: '2100' }))
    assert.match(asked.body.toString(), /href="#value"[^>]*>In 2022-23-q3 it was 210, 10 times less\. Correct the one that is wrong, or say in “Note” why it is right/)
    assert.equal((await contacts({ value: '2100', note: 'A new front door.' }))?.kind, 'moved')
  })

  test('the note that the form holds ready settles no further jump, and a correction that comes back to its neighbours is asked nothing', async () => {
    const contacts = (form: Record<string, string>) => figurePage.submit?.(request({ params: { slug: 'contacts' }, form: { ...key, seen: '1', status: 'revised', note: 'A new front door.', reason: 'Counted again.', ...form } }), theApp())
    const asked = pageOf(await contacts({ value: '20000' }))
    assert.match(asked.body.toString(), /href="#value"[^>]*>In 2022-23-q3 it was 210, 95 times less\..* The note that it has stood with another figure\./)
    assert.equal((await contacts({ value: '205' }))?.kind, 'moved')
  })

  test('what is no figure of the measure is asked for again', async () => {
    const page = pageOf(await shown('area=E10000034&period=nonsense<b>&breakdown='))
    assert.equal(page.status, 400)
    assert.match(page.body.toString(), /href="#period"/)
    assert.match(page.body.toString(), /value="nonsense&lt;b&gt;"/)
    assert.match(wordsOf(await shown('area=E10000034&breakdown.phase=primary&period=2022-23-q4')), /Part Primary/)
    assert.equal((await shown('area=Atlantis&period=2022-23-q4'))?.kind === 'page', true)
  })

  test('whoever may only look sees no form', async () => {
    assert.doesNotMatch(pageOf(await shown('area=E10000034&period=2022-23-q4', ['measures.see'])).body.toString(), /<form method="post"/)
    const refused = await shown('period=2022-23-q4', [])
    assert.ok(refused?.kind === 'refused' && refused.refusal.kind === 'not-allowed')
    assert.doesNotMatch(wordsOf(await measurePage.show?.(request({ params, verbs: ['measures.see'] }), theApp())), /Enter or correct|Set a target/)
  })

  const define = (what: string, form: Record<string, string>) => definePage.submit?.(request({ params: { ...params, what }, form: { version: '1', ...form } }), theApp())
  const target = { value: '90', from: '2023-24-q1', whose: 'council', 'set-by': 'Cabinet', why: 'The old one was reached.' }

  test('a target without what it needs is refused at each field, with what was typed', async () => {
    const likely = pageOf(await define('target', { ...target, from: 'January 2023', to: 'Q4 2023/24' })).body.toString()
    assert.match(likely, /href="#from">Write the period as 2023-01\./, 'a period that is written otherwise is answered as it is written here')
    assert.match(likely, /href="#to">Write the period as 2023-24-q4\./)
    const page = pageOf(await define('target', { value: 'ninety', from: '2023-24-q9', 'set-by': '', 'set-on': 'yesterday' }))
    for (const field of ['value', 'from', 'whose', 'set-by', 'set-on']) assert.match(page.body.toString(), new RegExp(`href="#${field}"`), field)
    assert.match(page.body.toString(), /value="ninety"/)
    assert.equal(page.status, 400)
  })

  test('a target is a new version, and an earlier one of the same giver without an end ends before it', async () => {
    assert.deepEqual(await define('target', target), { kind: 'moved', to: '/staff/measures/plans-on-time?done=target' })
    await definePage.submit?.(request({ params: { ...params, what: 'target' }, form: { ...target, version: '2', value: '92', from: '2023-24-q3' } }), theApp())
    const versions = await store().database.read('operator:test', (reader) => versionsOf(reader, 'plans-on-time'))
    assert.deepEqual(versions.at(-1)?.targets.map(({ from, to, value }) => [from, to, value]), [['2023-24-q1', '2023-24-q2', 90], ['2023-24-q3', undefined, 92]])
    assert.deepEqual([versions.at(-1)?.effectiveFrom, versions.at(-1)?.changed], ['2023-10-01', 'A target of 92 from 2023-24-q3: The old one was reached.'])
  })

  test('a version that was not seen is a conflict that says what it changed', async () => {
    const page = pageOf(await define('break', { period: '2022-23-q1', reason: 'A new system.' }))
    assert.equal(page.status, 409)
    assert.match(wordsOf(page), /added version 3 meanwhile: A target of 92/)
    assert.match(page.body.toString(), /name="version" value="3"/)
    assert.match(page.body.toString(), /A new system\.<\/textarea>/)
  })

  test('new limits are a decision with reason, day and who decided, and stand at a period once', async () => {
    const limits = { version: '3', period: '2023-24-q4', reason: 'A team was added.', 'decided-by': 'Head of Inclusion', 'decided-on': '1 June 2023' }
    assert.match(pageOf(await define('limits', { ...limits, 'decided-on': '' })).body.toString(), /href="#decided-on"/)
    assert.equal((await define('limits', limits))?.kind, 'moved')
    assert.match(pageOf(await define('limits', { ...limits, version: '4' })).body.toString(), /href="#period"[^>]*>That is recorded at this period already/)
    const page = await measurePage.show?.(request({ params, query: 'done=limits' }), theApp())
    assert.match(wordsOf(page), /The new limits are recorded/)
    assert.match(wordsOf(page), /Version 4, from 1 January 2024 New limits from 2023-24-q4: A team was added\. rebases: period 2023-24-q4/)
  })

  test('the list says what is late by its lag and what nobody has confirmed, and finds by words', async () => {
    const all = wordsOf(await listPage.show?.(request(), theApp()))
    assert.match(all, /Plans on time Head of Inclusion Not confirmed 63\.0% \[r\] Q4 2022\/23 Revised/)
    assert.match(all, /Persistent absence Head of Inclusion Late: 2021\/22 None yet/)
    assert.doesNotMatch(wordsOf(await listPage.show?.(request({ query: 'state=late' }), theApp())), /Plans on time/)
    assert.match(wordsOf(await listPage.show?.(request({ query: 'q=zebra' }), theApp())), /No measure fits/)
    assert.equal((await listPage.show?.(request({ query: 'state=%00&theme=../..&after=%27' }), theApp()))?.kind, 'page')
  })

  test('a measure of which only parts are given is not late', async () => {
    await load(observationsImporter, { 'p.csv': `${header}absence,2021-22-ay,E10000034,phase=primary,,,9,,\n` })
    assert.match(wordsOf(await listPage.show?.(request(), theApp())), /Persistent absence Head of Inclusion Not confirmed Of its parts only 2021\/22/)
    assert.doesNotMatch(wordsOf(await measurePage.show?.(request({ params: { slug: 'absence' } }), theApp())), /should be known by now/)
  })

  test('a measure that is not there is not found', async () => {
    for (const page of [measurePage, figurePage]) {
      const answer = await page.show?.(request({ params: { slug: 'no-such' } }), theApp())
      assert.ok(answer?.kind === 'refused' && answer.refusal.kind === 'not-found')
    }
  })
})

test('a figure is late from the day on which its lag has passed', () => {
  const plans = definition.parse({ slug: 'a', name: 'A', definition: 'A', why: 'A', unit: 'percent', decimals: 1, polarity: 'higher', frequency: 'quarter', counting: 'period', source: { name: 'A' }, steward: 'A', owner: 'A', lag: { days: 30 }, firstPeriod: '2022-23-q1' })
  assert.equal(latePeriod(plans, { period: '2022-23-q4' }, date('2023-07-29')), undefined)
  assert.equal(latePeriod(plans, { period: '2022-23-q4' }, date('2023-07-30'))?.slug, '2023-24-q1')
  assert.equal(latePeriod(plans, undefined, date('2022-05-01')), undefined)
})
