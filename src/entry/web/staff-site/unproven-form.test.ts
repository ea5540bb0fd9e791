import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { addExampleAccounts } from '#access/accounts/example-accounts.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
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
const to = '/staff/report?part=2'
const submitted: StaffRequest[] = []
const text = 'The panel asks:\n"why" <now> & when?\n'

const report: StaffPage<Application> = {
  path: '/staff/report',
  largestUpload: 1000,
  show: async ({ session }) => ({ kind: 'page', title: 'Report', body: html`<form method="post" action="${to}">${csrfInput(session.formToken)}</form>` }),
  submit: async (request) => {
    if (request.form.has('fail')) throw new Error('a fault of ours')
    submitted.push(request)
    return { kind: 'moved', to: '/staff/report' }
  },
}

let server: Server
let close: () => Promise<void>
let hoursLater = 0
before(async () => {
  const { app, ...rest } = await testApplication()
  close = rest.close
  assert.ok((await addExampleAccounts(app.context(), password, app.now())).ok)
  const later = { ...app, now: () => new Date(app.now().getTime() + hoursLater * 3_600_000) }
  const web = await makeWeb(later, { ...webContent, staffPages: [report] }, () => readinessOf(app))
  assert.ok(web.ok)
  server = web.value
})
beforeEach(() => {
  submitted.length = 0
})
after(async () => {
  await server.close()
  await close()
})

/** Somebody who has opened the form, and the token in it. */
async function atTheForm(who = 'officer') {
  const browser = new FormBrowser(server)
  await browser.signIn(`${who}@example.test`, password)
  const page = await browser.get(to)
  return { browser, page, token: Object.fromEntries(hiddenFields(page.body, to))['token'] ?? assert.fail('the form has no token') }
}

test('a form sent when the session is over survives the sign-in, a wrong password included, and is sent with one press', async () => {
  const { browser, page } = await atTheForm()
  hoursLater += 1
  const stopped = await browser.press(page, to, { text, box: 'b' })
  assert.equal(stopped.statusCode, 403)
  assert.match(stopped.body, /What you had typed is kept in this page/)
  const wrong = await browser.press(stopped, '/sign-in', { email: 'officer@example.test', password: 'not this one' })
  assert.equal(wrong.statusCode, 400)
  const again = await browser.press(wrong, '/sign-in', { email: 'officer@example.test', password })
  assert.match(again.body, /Signed in as[^]*You are signed in again[^]*What you had typed is here/)
  assert.equal(submitted.length, 0)
  assert.equal((await browser.press(again, to)).statusCode, 303)
  const { form, query } = submitted[0] ?? assert.fail('it did not arrive')
  assert.deepEqual([form.all('text'), form.text('box'), query.get('part')], [[text], 'b', '2'])
})

test('a file that came with it must be chosen again, and the page says which', async () => {
  const { browser, token } = await atTheForm()
  hoursLater += 1
  const stopped = await browser.postFiles(to, formData({ token, text }, 'C:\\papers\\Budget.xlsx'))
  const again = await browser.press(stopped, '/sign-in', { email: 'officer@example.test', password })
  assert.match(again.body, /enctype="multipart\/form-data"[^]*Choose the file again: <bdi>Budget\.xlsx<\/bdi>[^]*type="file"/)
  await browser.press(again, to)
  assert.deepEqual([submitted[0]?.form.all('text'), submitted[0]?.form.file('paper')], [[text], undefined])
})

test('what one person typed is not sent in the name of another who signs in', async () => {
  const { browser, page } = await atTheForm()
  hoursLater += 1
  const stopped = await browser.press(page, to, { text })
  const other = await browser.press(stopped, '/sign-in', { email: 'analyst@example.test', password })
  assert.equal(other.statusCode, 403)
  assert.match(other.body, /This was typed by somebody else/)
  assert.doesNotMatch(other.body, /The panel asks/)
})

test('a form of an earlier session of the same person is shown again, and one of another person is not', async () => {
  const { browser, page } = await atTheForm()
  await browser.press(await browser.get('/staff'), '/sign-out')
  await browser.signIn('officer@example.test', password)
  const again = await browser.press(page, to, { text })
  assert.equal(again.statusCode, 403)
  assert.match(again.body, /You have signed in again since this form was opened/)
  assert.equal((await browser.press(again, to)).statusCode, 303)
  assert.deepEqual(submitted[0]?.form.all('text'), [text])
  await browser.press(await browser.get('/staff'), '/sign-out')
  await browser.signIn('analyst@example.test', password)
  assert.match((await browser.press(page, to, { text })).body, /This was typed by somebody else/)
})

test('a form that no page of ours made is never sent on, but can be copied from', async () => {
  const { browser } = await atTheForm()
  for (const token of ['', 'made up', 'a.b.c']) {
    const answer = await browser.post(to, { token, text })
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /This form could not be taken[^]*<textarea[^>]*readonly>\s*The panel asks/)
    assert.doesNotMatch(answer.body, /action="\/staff\/report/)
  }
  browser.cookies = {}
  assert.doesNotMatch((await browser.post(to, { token: 'a.b.c', text })).body, /name="kept"/)
})

test('a kept form that was changed on the way, or is a day old, is not shown', async () => {
  const { browser, page } = await atTheForm()
  hoursLater += 1
  const stopped = await browser.press(page, to, { text })
  const fields = Object.fromEntries(hiddenFields(stopped.body, '/sign-in'))
  const planted = `${Buffer.from('{"to":"/staff/report","fields":[]}').toString('base64url')}.${fields['kept']?.split('.')[1]}`
  const forged = await browser.post('/sign-in', { ...fields, kept: planted, email: 'officer@example.test', password })
  assert.equal(forged.headers.location, to)
  const { browser: late, page: old } = await atTheForm()
  hoursLater += 1
  const kept = await late.press(old, to, { text })
  hoursLater += 25
  assert.equal((await late.press(kept, '/sign-in', { email: 'officer@example.test', password })).headers.location, to)
})

test('a form too long to be carried is shown to be copied', async () => {
  const { browser, page } = await atTheForm()
  hoursLater += 1
  const answer = await browser.press(page, to, { text: 'x'.repeat(600_000) })
  assert.match(answer.body, /too long to be kept[^]*Sign in in a new tab/)
  assert.match(answer.body, /<textarea[^>]*readonly>\s*xxxx/)
  assert.equal(answer.statusCode, 403)
})

test('a script hears where to sign in, and gets the new token where the same person has signed in again', async () => {
  const { browser, token } = await atTheForm()
  hoursLater += 1
  const accept = { accept: 'application/json' }
  const over = await browser.post(to, { token, text }, accept)
  assert.deepEqual([over.statusCode, over.json()], [401, { signIn: '/sign-in?next=/staff/report%3Fpart%3D2' }])
  await browser.signIn('officer@example.test', password)
  const renewed: { token: string } = (await browser.post(to, { token, text }, accept)).json()
  assert.equal((await browser.post(to, { token: renewed.token, text }, accept)).statusCode, 303)
})

test('where our side fails, what was typed is on the page', async () => {
  const { browser, page } = await atTheForm()
  const answer = await browser.press(page, to, { text, fail: 'yes' })
  assert.equal(answer.statusCode, 500)
  assert.match(answer.body, /This is our fault/)
  assert.deepEqual(hiddenFields(answer.body, to).slice(1), [['text', text], ['fail', 'yes']])
})

test('signing out makes the browser forget the drafts that it keeps', async () => {
  const { browser } = await atTheForm()
  const home = await browser.get('/staff')
  assert.equal((await browser.press(home, '/sign-out')).headers['clear-site-data'], '"storage"')
})

function formData(fields: Record<string, string>, file: string): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('paper', new File(['a,b'], file))
  return form
}
