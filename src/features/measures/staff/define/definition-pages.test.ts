import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountId, PersonId } from '#access/actor.ts'
import type { MeetingsApp } from '#features/meetings'
import { versionsOf } from '../../definitions/keep-definitions.ts'
import { measuresImporter } from '../../definitions/import-measures.ts'
import { observationsImporter } from '../../observations/import-observations.ts'
import { eachMeasuresDesk } from '../../testing.ts'
import { measurePage } from '../measure-page.ts'
import { pageOf, staffRequests, wordsOf } from '../testing.ts'
import { changeDefinitionPage, newMeasurePage } from './definition-pages.ts'
import { typedOf } from './definition-typed.ts'

const whole = {
  name: 'Children’s visits in time', slug: '', definition: 'How many visits were made in time.', why: 'A late visit is a missed worry.', unit: 'percent', per: '', counted: '', numerator: 'visits in time',
  denominator: 'all visits', decimals: '1', lowest: '', highest: '', frequency: 'quarter', counting: 'period', 'first-period': '2021-22-q1', lag: '30', breakdowns: 'Phase: Primary, Early years\nDistrict: Redditch',
  'sum-of': '', polarity: 'higher', comparators: ['england', 'statistical-neighbours'], neighbours: 'median', interval: 'wilson', baseline: '12', screen: 'yes', owner: 'Head of Inclusion', steward: 'Business Intelligence',
  'source-name': 'The case system', 'source-address': 'https://example.org/return', policy: 'one-to-five', exempt: '', bodies: ['panel'], themes: 'Early help', strategies: 'Children’s Plan | Priority 2',
}

eachMeasuresDesk(({ store, app, load }) => {
  const request = staffRequests(store)
  const theApp = () => app() as unknown as MeetingsApp
  const define = (changes: Readonly<Record<string, string | readonly string[]>> = {}) => newMeasurePage.submit?.(request({ form: { ...whole, ...changes } }), theApp())
  const versions = (slug: string) => store().database.read('operator:test', (reader) => versionsOf(reader, slug))
  const params = { slug: 'childrens-visits-in-time' }
  const formNow = async (slug: string) => {
    const typed = typedOf((await versions(slug)).at(-1) ?? assert.fail(slug))
    return Object.fromEntries(typed.names().map((name) => [name, typed.all(name)]))
  }
  const change = (form: Readonly<Record<string, string | readonly string[]>>, to: Record<string, string> = params) => changeDefinitionPage.submit?.(request({ params: to, form }), theApp())

  test('a measure that lacks what it needs is refused at each field, with everything that was typed', async () => {
    const page = pageOf(await define({ name: '', why: '', unit: '', frequency: '', polarity: '', decimals: '1,5', lag: '', owner: '', 'source-address': 'example.org', breakdowns: 'Phase: Primary\nDistrict', definition: 'Said <b>plainly</b>', bodies: ['panel', 'no-such-body'] }))
    assert.equal(page.status, 400)
    const body = page.body.toString()
    for (const field of ['name', 'why', 'unit', 'frequency', 'polarity', 'decimals', 'lag', 'owner', 'source-address', 'breakdowns']) assert.match(body, new RegExp(`href="#${field}"`), field)
    assert.doesNotMatch(body, /href="#slug"/)
    assert.match(pageOf(await define({ name: '???' })).body.toString(), /href="#name">No address word follows/)
    assert.match(body, /href="#unit">Say in what the figures are given</)
    assert.match(body, /href="#breakdowns">Line 2: Put a colon between the name and its values/, 'a line without a colon says that it lacks one')
    assert.match(body, /href="#decimals">Give the decimals as a whole number/, 'a fault in the list names its field')
    assert.match(body, /href="#lag">Say after how many days a figure is known/)
    assert.match(pageOf(await define({ breakdowns: 'Phase:' })).body.toString(), /href="#breakdowns">Line 1: Give at least one value/)
    for (const typed of ['value="1,5"', 'Said &lt;b&gt;plainly', 'value="example.org"', 'Phase: Primary\nDistrict', 'Priority 2']) assert.ok(body.includes(typed), typed)
    assert.match(body, /value="england" checked/)
    assert.deepEqual(await versions('said'), [])
  })

  test('what only the import would notice is refused at its field too: an interval of another unit, a body and a part that are not there, a person’s post', async () => {
    const body = pageOf(await define({ unit: 'count', bodies: ['no-such-body'], 'sum-of': 'contacts\nno-such-measure', policy: 'none', 'first-period': '2022' })).body.toString()
    assert.match(body, /href="#interval">This interval is for percent/)
    assert.match(body, /href="#bodies">No body has this address word/)
    assert.match(body, /href="#sum-of">Line 2: No measure has this address word/)
    assert.match(body, /href="#exempt">Say why small counts need not be hidden/)
    assert.match(body, /href="#first-period">/)
  })

  test('a measure is defined whole: its word follows from its name, and names become the words that files have', async () => {
    assert.deepEqual(await define({ 'sum-of': 'Contacts' }), { kind: 'moved', to: '/staff/measures/childrens-visits-in-time?done=defined' })
    const [made] = await versions(params.slug)
    assert.deepEqual([made?.version, made?.effectiveFrom, made?.unit, made?.neighbours, made?.sumOf, made?.themes, made?.chart], [1, undefined, 'percent', 'median', ['contacts'], ['early-help'], { baseline: 12, screen: true, beyondCounts: false }])
    assert.deepEqual(made?.breakdowns, [{ name: 'phase', values: ['primary', 'early-years'] }, { name: 'district', values: ['redditch'] }])
    assert.deepEqual(made?.strategies, [{ slug: 'childrens-plan', name: 'Children’s Plan', part: 'Priority 2' }])
    const page = await measurePage.show?.(request({ params, query: 'done=defined' }), theApp())
    assert.match(wordsOf(page), /The measure is defined\./)
  })

  test('a new measure is offered the interval that is usual for its unit, and one that stands the one that it has', async () => {
    assert.match(pageOf(await newMeasurePage.show?.(request({}), theApp())).body.toString(), /value="usual" checked/)
    assert.doesNotMatch(pageOf(await changeDefinitionPage.show?.(request({ params }), theApp())).body.toString(), /value="usual"/)
    const intervalOf = async (slug: string, changes: Readonly<Record<string, string>>) => {
      assert.equal((await define({ slug, interval: 'usual', breakdowns: '', ...changes }))?.kind, 'moved')
      return (await versions(slug))[0]?.interval
    }
    assert.equal(await intervalOf('usual-share', {}), 'wilson')
    assert.equal(await intervalOf('usual-share-of-nobody', { denominator: '' }), 'none')
    assert.equal(await intervalOf('usual-rate', { unit: 'rate', per: '1000' }), 'byars')
    assert.equal(await intervalOf('usual-count', { unit: 'count', denominator: '' }), 'none')
  })

  test('a word that another measure or another page has is refused', async () => {
    assert.match(pageOf(await define()).body.toString(), /href="#slug">A measure has this address word already/)
    for (const slug of ['new', 'load']) assert.match(pageOf(await define({ slug })).body.toString(), /href="#slug">Another page has this word/)
    assert.match(pageOf(await define({ slug: 'Plans on Time!' })).body.toString(), /href="#slug">Use lower-case letters/)
  })

  test('a definition is shown filled in, and saved as it is it changes nothing', async () => {
    const shown = pageOf(await changeDefinitionPage.show?.(request({ params }), theApp())).body.toString()
    for (const standing of ['value="Children’s visits in time"', 'phase: primary, early-years\ndistrict: redditch', 'Children’s Plan | Priority 2', 'name="version" value="1"']) assert.ok(shown.includes(standing), standing)
    assert.doesNotMatch(shown, /Figures of this measure stand/)
    const same = pageOf(await change({ ...(await formNow(params.slug)), version: '1', changed: 'Nothing', from: '2022-23-q1' }))
    assert.match(wordsOf(same), /Nothing is different from the version that stands/)
  })

  test('a change is a new version with its reason, from the first day of the period that is named; targets, breaks and what stood stay', async () => {
    const before = await versions('contacts')
    const form = { ...(await formNow('contacts')), version: '1', owner: 'Head of the Front Door', polarity: 'lower' }
    const refused = pageOf(await change(form, { slug: 'contacts' })).body.toString()
    for (const field of ['changed', 'from']) assert.match(refused, new RegExp(`href="#${field}"`), field)
    assert.deepEqual(await change({ ...form, changed: 'The post is another.', from: '2023-24-q1' }, { slug: 'contacts' }), { kind: 'moved', to: '/staff/measures/contacts?done=changed' })
    const [first, second] = await versions('contacts')
    assert.deepEqual([first], before)
    assert.deepEqual([second?.owner, second?.polarity, second?.effectiveFrom, second?.changed, second?.breaks], ['Head of the Front Door', 'lower', '2023-04-01', 'The post is another.', first?.breaks])
  })

  test('a change beside somebody else’s is a conflict that says theirs, keeps what was typed, and takes over what was not touched', async () => {
    const seen = (await versions('contacts'))[0] ?? assert.fail()
    const standing = typedOf(seen)
    const page = pageOf(await change({ ...Object.fromEntries(standing.names().map((name) => [name, standing.all(name)])), version: '1', name: 'All contacts', owner: 'Somebody else', changed: 'Mine', from: '1 May 2023' }, { slug: 'contacts' }))
    assert.match(wordsOf(page), /polarity: lower \(before: neither \) owner: Head of the Front Door|owner: Head of the Front Door .*polarity: lower \(before: neither \)/)
    for (const kept of ['value="All contacts"', 'value="lower" checked']) assert.ok(page.body.toString().includes(kept), kept)
    assert.equal(page.status, 409)
    assert.match(wordsOf(page), /added version 2 meanwhile: The post is another\./)
    for (const kept of ['value="Somebody else"', 'name="version" value="2"', 'Mine</textarea>', 'value="1 May 2023"']) assert.ok(page.body.toString().includes(kept), kept)
  })

  test('once figures stand, in what they are given and how often cannot be changed, by the form as by a file; before, it can', async () => {
    const form = { ...(await formNow(params.slug)), version: '1', unit: 'rate', per: '1000', interval: 'none', changed: 'A rate from now on.', from: '2022-23-q1' }
    assert.equal((await change(form))?.kind, 'moved')
    await load(observationsImporter, { 'o.csv': 'measure,period,area,breakdown,numerator,denominator,value,status,note\nplans-on-time,2022-23-q3,E10000034,,,,61,,\n' })
    const plans = await formNow('plans-on-time')
    const page = pageOf(await change({ ...plans, version: '1', unit: 'score', frequency: 'month', changed: 'Else.', from: '2023-24-q1' }, { slug: 'plans-on-time' }))
    assert.match(page.body.toString(), /href="#unit">It is percent for the figures that stand, so it cannot change/)
    assert.match(page.body.toString(), /href="#frequency">It is quarter for the figures that stand/)
    assert.match(wordsOf(page), /Figures of this measure stand\. In what they are given/)
    const file = { 'a.yaml': `slug: plans-on-time\nname: Plans on time\ndefinition: What it is.\nwhy: Families ask.\nfrequency: month\ncounting: period\nsource: { name: Return }\nsteward: Business Intelligence\nowner: Head of Inclusion\nlag: { days: 30 }\npolarity: higher\nunit: percent\ndecimals: 1\nversion: 2\neffective-from: 2023-04-01\nchanged: Every month.\n` }
    const { loaded } = await load(measuresImporter, file)
    assert.match(loaded.ok ? '' : (loaded.refusal.faults[0]?.message ?? ''), /It is quarter for the figures that stand/)
  })

  test('the page of the measure says who added a version and on which day of the product, and which came with a file', async () => {
    const person = '7d0f6c0e-3c52-4b0e-9d8e-2f1f6c1d5a11' as PersonId
    await store().database.owner((tx) => tx.tables<{ 'access.person': { id: string; name: string; created_at?: Date } }>().insertInto('access.person').values({ id: person, name: 'Asha Bright' }).execute())
    const asked = request({ params: { slug: 'absence' }, form: { ...(await formNow('absence')), version: '1', owner: 'Head of Attendance', changed: 'The post is another.', from: '2023-01-01' } })
    const done = await changeDefinitionPage.submit?.({ ...asked, context: { ...asked.context, actor: { kind: 'person', account: '1' as AccountId, person, name: 'Asha Bright', roles: ['analyst'] } } }, { ...theApp(), now: () => new Date('2026-11-23T09:00:00Z') })
    assert.equal(done?.kind, 'moved', JSON.stringify(done))
    assert.match(wordsOf(await measurePage.show?.(request({ params: { slug: 'absence' } }), theApp())), /Version 2, from 1 January 2023 The post is another\..*Added by Asha Bright , 7 July 2023\. Version 1 The first version\. It holds from the beginning\. It came with a file\./)
  })

  test('whoever may not define sees neither form, and sends nothing', async () => {
    for (const [page, given] of [[newMeasurePage, {}], [changeDefinitionPage, { params }]] as const) {
      for (const answer of [await page.show?.(request({ ...given, verbs: ['measures.see'] }), theApp()), await page.submit?.(request({ ...given, form: whole, verbs: ['measures.see'] }), theApp())]) {
        assert.ok(answer?.kind === 'refused' && answer.refusal.kind === 'not-allowed')
      }
    }
    const none = await changeDefinitionPage.show?.(request({ params: { slug: 'no-such' } }), theApp())
    assert.ok(none?.kind === 'refused' && none.refusal.kind === 'not-found')
  })
})
