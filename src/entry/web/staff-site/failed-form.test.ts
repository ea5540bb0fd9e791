import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addExampleAccounts } from '#access/accounts/example-accounts.ts'
import { changeRoles } from '#access/accounts/change-roles.ts'
import { act } from '#access/act.ts'
import type { PublicForm } from '#access/staff/public-form.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { ok, refuse, type RefusalKind } from '#core/outcome.ts'
import type { Server } from '#platform/http/server.ts'
import { csrfInput } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { Application } from '../../application.ts'
import { webContent } from '../../features.ts'
import { readinessOf } from '../../readiness.ts'
import { testApplication } from '../../testing.ts'
import { FormBrowser, hiddenFields } from '../testing.ts'
import { makeWeb } from '../web.ts'

const password = 'seven quiet herons'
const to = '/staff/report'
const text = 'The panel asks:\n"why" <now> & when?'
const fullDisk = () => Object.assign(new Error('could not extend file "base/5/16414": No space left on device'), { code: '53100' })

const report: StaffPage<Application> = {
  path: to,
  show: async ({ session }) => ({ kind: 'page', title: 'Report', body: html`<form method="post" action="${to}">${csrfInput(session.formToken)}<input type="hidden" name="revision" value="3"></form>` }),
  submit: async ({ context, form }) => {
    if (form.has('full')) throw fullDisk()
    if (form.has('gone')) return { kind: 'refused', refusal: refuse(form.text('gone') as RefusalKind, 'It is gone.').refusal }
    const saved = await act(context, { verb: 'agendas.edit', subject: { kind: 'report', id: '1' } }, async () => ok(undefined))
    return saved.ok ? { kind: 'moved', to } : { kind: 'refused', refusal: saved.refusal }
  },
}
const speak: PublicForm<Application> = {
  path: '/speak',
  show: async ({ token }) => ({ kind: 'page', title: 'Speak', body: html`<form method="post" action="/speak">${csrfInput(token)}</form>` }),
  submit: async () => {
    throw fullDisk()
  },
}

let app: Application
let server: Server
let close: () => Promise<void>
before(async () => {
  ;({ app, close } = await testApplication())
  assert.ok((await addExampleAccounts(app.context(), password, app.now())).ok)
  const web = await makeWeb(app, { ...webContent, staffPages: [report], publicForms: [speak] }, () => readinessOf(app))
  assert.ok(web.ok)
  server = web.value
})
after(async () => {
  await server.close()
  await close()
})

async function atTheForm(who: string) {
  const browser = new FormBrowser(server)
  await browser.signIn(`${who}@example.test`, password)
  return { browser, page: await browser.get(to) }
}

test('a right taken away while somebody typed: what was typed is there to be copied, with why and whom to ask', async () => {
  const { browser, page } = await atTheForm('officer')
  assert.ok((await changeRoles(app.context(), 'officer@example.test', ['auditor'])).ok)
  const answer = await browser.press(page, to, { title: 'Buses', text, part: 'body' })
  assert.equal(answer.statusCode, 403)
  assert.match(answer.body, /You may not do this[^]*It needs the role scrutiny officer; you are signed in as auditor[^]*Nothing of this form was saved[^]*somebody may have taken the right away meanwhile\. [^<]*ask whoever gave you the address/)
  assert.match(answer.body, /Field “title”[^]*<textarea[^>]*readonly>\s*Buses<\/textarea>[^]*Field “text”[^]*<textarea[^>]*readonly>\s*The panel asks:\n&quot;why&quot; &lt;now&gt; &amp; when\?<\/textarea>/)
  assert.doesNotMatch(answer.body, /Field “(revision|part|token)”/)
})

test('so it is with every refusal that has no page of its own; a button, with which nothing is typed, says no more than why', async () => {
  const { browser, page } = await atTheForm('director')
  for (const [kind, status] of [['not-found', 404], ['conflict', 409], ['unavailable', 503]] as const) {
    const answer = await browser.press(page, to, { gone: kind, text })
    assert.equal(answer.statusCode, status)
    assert.match(answer.body, /It is gone\.[^]*The panel asks/)
    assert.doesNotMatch(answer.body, /taken the right away/)
  }
  const pressed = await browser.press(page, to, { do: 'hand-in', paper: '00000000-0000-4000-8000-000000000001' })
  assert.equal(pressed.statusCode, 403)
  assert.doesNotMatch(pressed.body, /What was typed/)
  const script = await browser.post(to, new URLSearchParams([...hiddenFields(page.body, to), ['text', text]]), { accept: 'application/json' })
  assert.deepEqual([script.statusCode, Object.keys(script.json())], [403, ['message', 'faults']])
})

test('where the disk is full the page says so, that nothing was saved, and keeps what was typed', async () => {
  const { browser, page } = await atTheForm('chair')
  const answer = await browser.press(page, to, { text, full: 'yes' })
  assert.equal(answer.statusCode, 503)
  assert.match(answer.body, /There is no room to save this[^]*The disk of this site is full, so nothing was saved[^]*What you had typed is here/)
  assert.doesNotMatch(answer.body, /our fault/)
  assert.deepEqual(hiddenFields(answer.body, to).slice(1), [['revision', '3'], ['text', text], ['full', 'yes']])
  const script = await browser.post(to, new URLSearchParams([...hiddenFields(page.body, to), ['full', 'yes']]), { accept: 'application/json' })
  assert.equal(script.statusCode, 503)
})

test('so it is for whoever fills in a public form', async () => {
  const visitor = new FormBrowser(server)
  const answer = await visitor.press(await visitor.get('/speak'), '/speak', { words: text })
  assert.equal(answer.statusCode, 503)
  assert.match(answer.body, /The disk of this site is full/)
  assert.deepEqual(hiddenFields(answer.body, '/speak').slice(1), [['words', text]])
})
