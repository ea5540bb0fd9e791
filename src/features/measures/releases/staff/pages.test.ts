import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { date } from '#core/dates.ts'
import type { MeetingsApp } from '#features/meetings'
import { eachReleasesDesk } from '../deeds/testing.ts'
import { publishDue } from '../deeds/publish-due.ts'
import { assemblePage } from './assemble-page.ts'
import { beginReleasePage } from './begin-page.ts'
import { releasesPage } from './list-page.ts'
import { previewPage } from './preview-page.ts'
import { releaseDeedPages, releasePage } from './release-page.ts'
import { releasesSection } from './work-section.ts'

const key = { body: 'panel', period: '2022-23-q4' }
const analyst = ['measures.see', 'releases.assemble', 'releases.publish']
const director = ['measures.see', 'releases.approve']
const auditor = ['measures.see']

eachReleasesDesk(({ as, app, sign }) => {
  const request = (verbs: readonly string[], { form = {}, query = '', params = key }: { readonly form?: Record<string, string>; readonly query?: string; readonly params?: Record<string, string> } = {}) => {
    const context = as({ may: (_actor, verb) => verbs.includes(verb) })
    return { context, session: { formToken: { field: 'token', value: 't' } }, path: '/', params, query: new URLSearchParams(query), form: postedForm(Object.entries(form)), today: context.today, now: app().now(), origin: 'http://localhost' } as unknown as StaffRequest
  }
  const theApp = () => app() as unknown as MeetingsApp
  const show = (page: StaffPage<MeetingsApp>, verbs = analyst, more = {}) => page.show?.(request(verbs, more), theApp())
  const send = (page: StaffPage<MeetingsApp>, form: Record<string, string>, verbs = analyst) => page.submit?.(request(verbs, { form }), theApp())
  const deed = (word: string, form: Record<string, string>, verbs = analyst) => send(releaseDeedPages.find(({ path }) => path.endsWith(`/${word}`)) ?? assert.fail(), form, verbs)
  const bodyOf = (answer: StaffAnswer | undefined, status = 200) => {
    if (answer?.kind !== 'page') return assert.fail(JSON.stringify(answer))
    assert.equal(answer.status ?? 200, status)
    return answer.body.toString()
  }
  const refused = (answer: StaffAnswer | undefined) => (answer?.kind === 'refused' ? answer.refusal.kind : answer?.kind)
  const revision = async () => /name="revision" value="(\d+)"/.exec(bodyOf(await show(assemblePage)))?.[1] ?? assert.fail()
  const shown = async () => /name="shown" value="([^"]*)"/.exec(bodyOf(await show(releasePage)))?.[1] ?? assert.fail()
  const parts = { title: 'Winter', 'part-plans-on-time': 'Plans', 'place-plans-on-time': '1', 'part-contacts': 'Door', 'place-contacts': '2', 'part-exclusions': '' }

  test('whoever may not see figures that are not published finds no release, and who may not put it together no form', async () => {
    assert.equal((await send(beginReleasePage, { body: 'panel', period: '2022-23-q4' }))?.kind, 'moved')
    for (const page of [releasesPage, releasePage, previewPage]) assert.equal(refused(await show(page, [])), 'not-allowed')
    for (const page of [assemblePage, beginReleasePage]) assert.equal(refused(await show(page, auditor)), 'not-allowed')
    assert.equal(refused(await deed('publish', { revision: '1' }, auditor)), 'not-allowed')
    const seen = bodyOf(await show(releasePage, auditor))
    assert.doesNotMatch(seen, /<form/)
    assert.equal(refused(await show(releasePage, analyst, { params: { body: 'nobody', period: '<x' } })), 'not-found')
  })

  test('what was typed is still there after a fault, each of which is named at its field', async () => {
    const body = bodyOf(await send(assemblePage, { ...parts, 'place-contacts': 'second', 'ranking-1-title': 'Factors', revision: await revision() }), 400)
    for (const text of ['value="second"', 'value="Factors"', 'value="Door"', 'href="#place-contacts"', 'href="#ranking-1-measure"']) assert.ok(body.includes(text), text)
  })

  test('a form that another overtook saves nothing, says what they did, and keeps what was typed', async () => {
    const before = await revision()
    assert.equal((await send(assemblePage, { ...parts, revision: before }))?.kind, 'moved')
    const stale = bodyOf(await send(assemblePage, { ...parts, title: 'My winter', revision: before }), 409)
    assert.match(stale, /test changed this release at .* \(assembled\)/)
    assert.match(stale, /value="My winter"/)
    const note = bodyOf(await deed('back', { back: 'A long reason', revision: before }), 409)
    assert.match(note, /What you typed<\/h2>.*A long reason/)
    assert.match(bodyOf(await show(releasePage)), /Winter|Being put together/)
  })

  test('the preview shows what the public will read, with what is hidden hidden', async () => {
    await sign('plans-on-time', key.period, { happened: 'Two posts were empty.' })
    assert.equal((await send(assemblePage, { ...parts, 'part-exclusions': 'Schools', revision: await revision() }))?.kind, 'moved')
    const preview = bodyOf(await show(previewPage))
    assert.match(preview, /Two posts were empty/)
    assert.match(preview, /This is not public/)
    assert.doesNotMatch(preview, /\b37\b/)
    assert.match(bodyOf(await show(releasePage)), /Hidden figures[\s\S]*It is small/)
  })

  test('each finds under “Your work” what waits for them, until it is published', async () => {
    const work = async (verbs: readonly string[]) => (await releasesSection(request(verbs), theApp()))?.toString() ?? ''
    assert.match(await work(analyst), /To be checked/)
    assert.equal(await work(director), '')
    const reasons = { 'reason-provisional': 'Soon.', 'reason-unconfirmed': 'Once a year.' }
    assert.match(bodyOf(await deed('check', { revision: await revision(), shown: await shown(), 'reason-provisional': 'Soon.' }), 400), /href="#reason-unconfirmed"/)
    assert.equal((await deed('check', { revision: await revision(), shown: await shown(), ...reasons }))?.kind, 'moved')
    assert.match(await work(director), /To be approved/)
    const signer = request(director)
    const asSigner = { ...signer, context: { ...signer.context, actor: { kind: 'person', account: 'a', person: 'p', name: 'operator:test', roles: ['director'] } } } as unknown as StaffRequest
    assert.match(bodyOf(await show(releasePage, director)), /list="posts"[^]*<option value="Head of Inclusion">/)
    assert.match(bodyOf(await releasePage.show?.(asSigner, theApp())), /You signed 1 commentary in it yourself/)
    assert.doesNotMatch(bodyOf(await show(releasePage, director)), /You signed/)
    assert.equal(await work(analyst), '')
    assert.equal(refused(await deed('approve', { revision: await revision(), by: 'Director of Children’s Services' })), 'not-allowed')
    assert.equal((await deed('approve', { revision: await revision(), by: 'Director of Children’s Services' }, director))?.kind, 'moved')
    assert.match(await work(analyst), /To be published/)
    assert.match(bodyOf(await show(releasePage)), /Publish it now/)
    assert.doesNotMatch(bodyOf(await show(releasePage)), /no longer what was checked|New since the last check/)
    assert.equal((await deed('embargo', { revision: await revision(), day: '10 July 2023', time: '09:30' }))?.kind, 'moved')
    assert.match(await work(director), /Goes out by itself on 10 July 2023 at 9\.30 am/)
    await publishDue(as({ today: date('2023-07-10') }), app({ today: date('2023-07-10') }, '09:30'))
    assert.equal(await work(analyst), '')
    const page = bodyOf(await show(releasePage))
    assert.match(page, /href="\/dashboards\/panel\/2022-23-q4\?version=1"/)
    assert.match(page, /Soon\./, 'why it went out with a warning is kept')
    assert.equal((await show(previewPage))?.kind, 'moved')
    assert.match(bodyOf(await show(releasesPage)), /Published/)
  })

  test('what changed after its approval is named, with the way back to its check in the place of a button to publish it', async () => {
    const number = async () => /name="revision" value="(\d+)"/.exec(bodyOf(await show(releasePage)))?.[1] ?? ''
    assert.equal((await deed('amend', { revision: await number(), note: 'Exclusions are left out.' }))?.kind, 'moved')
    assert.equal((await send(assemblePage, { ...parts, revision: await revision() }))?.kind, 'moved')
    const same = bodyOf(await show(releasePage))
    assert.match(same, /As it was given on 7 July 2023, for the same findings/)
    assert.match(same, /name="reason-provisional"[^>]*>Soon\.<\/textarea>/)
    assert.doesNotMatch(same, /New since the last check/)
    assert.equal((await deed('check', { revision: await revision(), shown: await shown(), 'reason-provisional': 'Soon.', 'reason-unconfirmed': 'Once a year.' }))?.kind, 'moved')
    assert.equal((await deed('approve', { revision: await number(), by: 'Director of Children’s Services' }, director))?.kind, 'moved')
    await sign('plans-on-time', key.period, { happened: 'The boy, Tom Smith, 9, waited longest.' })
    const changed = bodyOf(await show(releasePage))
    assert.match(changed, /It is no longer what was checked<\/h2>[^]*<li>[^]*Plans on time[^]*: what its owner says of it/)
    assert.match(changed, /action="[^"]*\/again"[^]*Check it again/)
    assert.doesNotMatch(changed, /Publish it now|Hold it until then/)
    assert.match(changed, /govuk-tag[^>]*>\s*To be checked again[^]*href="#changed"[^>]*>Another check/)
    assert.doesNotMatch(changed, /govuk-tag[^>]*>\s*Approved/)
    assert.match(bodyOf(await show(releasePage, auditor)), /Ask those who put it together to check it again/)
    assert.equal((await deed('again', { revision: await number() }))?.kind, 'moved')
    const again = bodyOf(await show(releasePage))
    assert.match(again, /Words that may name or point to a child<\/h3>\s*<ul[^>]*><li><strong[^>]*>\s*New since the last check[^]*Tom Smith/)
    assert.equal((await deed('check', { revision: await revision(), shown: await shown(), 'reason-provisional': 'Soon.', 'reason-unconfirmed': 'Once a year.' }))?.kind, 'page', 'what is new needs a reason of its own')
    assert.equal((await deed('drop', { revision: await number() }))?.kind, 'moved')
  })

  test('a new finding of a kind that was borne before is marked, and the reason of then stands beside an empty field', async () => {
    const number = async () => /name="revision" value="(\d+)"/.exec(bodyOf(await show(releasePage)))?.[1] ?? ''
    await sign('plans-on-time', key.period, { happened: 'The girl, Amy Brown, waited longest.' })
    assert.equal((await deed('amend', { revision: await number(), note: 'A slip.' }))?.kind, 'moved')
    const given = { 'reason-provisional': 'Soon.', 'reason-unconfirmed': 'Once a year.', 'reason-person-named': 'She is invented.' }
    assert.equal((await deed('check', { revision: await number(), shown: await shown(), ...given }))?.kind, 'moved')
    await sign('plans-on-time', key.period, { happened: 'The girl, Amy Brown, waited longest. So did pupil Tom.' })
    assert.match(bodyOf(await show(releasePage)), /Said at the last check, and not of what is new: [^.]*She is invented/)
    assert.equal((await deed('again', { revision: await number() }))?.kind, 'moved')
    const page = bodyOf(await show(releasePage))
    assert.match(page, /1 finding is new since then\. On 7 July 2023 the reason was: “[^”]*She is invented/)
    assert.match(page, /name="reason-person-named"[^>]*><\/textarea>/)
    assert.equal(page.match(/New since the last check/g)?.length, 1)
    assert.match(page, /New since the last check[^<]*<\/strong>[^]*?says “Tom”/)
    assert.equal((await deed('drop', { revision: await number() }))?.kind, 'moved')
  })

  test('an amendment that was begun may be dropped by a button, which what is published does not have', async () => {
    const published = bodyOf(await show(releasePage))
    assert.doesNotMatch(published, /\/drop"/)
    const seen = /name="revision" value="(\d+)"/.exec(published)?.[1] ?? ''
    assert.equal((await deed('amend', { revision: seen, note: 'A slip.' }))?.kind, 'moved')
    assert.match(bodyOf(await show(releasePage)), /action="[^"]*\/drop"[^]*Drop the amendment/)
    assert.equal((await deed('drop', { revision: await revision() }))?.kind, 'moved')
    assert.match(bodyOf(await show(releasePage)), /Amendment dropped/)
  })
})
