import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { after, before, beforeEach, test } from 'node:test'
import { addExampleAccounts } from '#access/accounts/example-accounts.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { closeServer, listen } from '#platform/http/listening.ts'
import type { Server } from '#platform/http/server.ts'
import { csrfInput } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { Application } from '../../application.ts'
import { webContent } from '../../features.ts'
import { readinessOf } from '../../readiness.ts'
import { testApplication } from '../../testing.ts'
import { FormBrowser, hiddenFields } from '../testing.ts'
import { makeWeb } from '../web.ts'

const megabyte = 1024 * 1024
const submitted: StaffRequest[] = []
const form: StaffPage<Application>['show'] = async ({ session, path }) => ({
  kind: 'page',
  title: 'Papers',
  body: html`<form method="post" action="${path}" enctype="multipart/form-data">${csrfInput(session.formToken)}</form>`,
})
const submit: StaffPage<Application>['submit'] = async (request) => {
  submitted.push(request)
  return { kind: 'moved', to: '/staff' }
}
const pages = [
  { path: '/staff/paper', show: form, submit, largestUpload: 1.5 * megabyte },
  { path: '/staff/plain', show: form, submit },
]

let server: Server
let close: () => Promise<void>
let browser: FormBrowser
let token = ''
let port = 0
before(async () => {
  const { app, ...rest } = await testApplication()
  close = rest.close
  assert.ok((await addExampleAccounts(app.context(), 'seven quiet herons', app.now())).ok)
  const web = await makeWeb(app, { ...webContent, staffPages: pages }, () => readinessOf(app))
  assert.ok(web.ok)
  server = web.value
  browser = new FormBrowser(server)
  await browser.signIn('officer@example.test', 'seven quiet herons')
  token = hiddenFields((await browser.get('/staff/paper')).body, '/staff/paper')[0]?.[1] ?? ''
  const listening = await listen(server, { host: '127.0.0.1', port: 0 })
  assert.ok(listening.ok)
  port = listening.value
})
beforeEach(() => {
  submitted.length = 0
})
after(async () => {
  await closeServer(server)
  await close()
})

const file = (name: string, bytes = 3) => new File([new Uint8Array(bytes).fill(7)], name)

function filled(...parts: readonly (readonly [string, string | File])[]): FormData {
  const data = new FormData()
  for (const [name, value] of [['token', token] as const, ...parts]) data.append(name, value)
  return data
}

test('files arrive with their own names, without path or characters that steer a screen', async () => {
  const data = filled(['title', 'Budget'], ['a', file('C:\\papers\\Bud\u202Eget\u0007.pdf')], ['b', file('../../etc/passwd')], ['none', file('', 0)])
  assert.equal((await browser.postFiles('/staff/paper', data)).statusCode, 303)
  const { form } = submitted[0] ?? assert.fail('it did not arrive')
  assert.deepEqual([form.text('title'), form.file('a')?.name, form.file('a')?.bytes.length], ['Budget', 'Budget.pdf', 3])
  assert.equal(form.file('b')?.name, 'passwd')
  assert.equal(form.file('none'), undefined)
})

test('a plain form is taken where files may come, and files are not where none may', async () => {
  assert.equal((await browser.post('/staff/paper', { token, title: 'Budget' })).statusCode, 303)
  assert.equal(submitted[0]?.form.text('title'), 'Budget')
  assert.equal((await browser.postFiles('/staff/plain', filled())).statusCode, 415)
})

test('a form with files carries the token too', async () => {
  const data = filled()
  data.set('token', 'forged')
  assert.equal((await browser.postFiles('/staff/paper', data)).statusCode, 403)
  assert.equal(submitted.length, 0)
})

test('files that together are over the limit are refused with the limit, and what was typed before and after them is kept', async () => {
  const data = filled(['before', 'one'], ['a', file('a.pdf', megabyte)], ['b', file('b.pdf', megabyte)], ['after', 'two'])
  const answer = await browser.postFiles('/staff/paper', data)
  assert.equal(answer.statusCode, 413)
  assert.match(answer.body, /larger than the 1\.5\sMB[^]*Choose the file again: <bdi>a\.pdf<\/bdi>[^]*b\.pdf/)
  assert.deepEqual(hiddenFields(answer.body, '/staff/paper').slice(1), [['before', 'one'], ['after', 'two']])
  const script = await browser.postFiles('/staff/paper', data, { accept: 'application/json' })
  assert.deepEqual([script.statusCode, submitted.length], [413, 0])
  assert.equal((await browser.postFiles('/staff/paper', filled(['a', file('a.pdf', 1.5 * megabyte)]))).statusCode, 303)
})

test('a form with more parts than any of ours is refused', async () => {
  const many = Array.from({ length: 600 }, (_, place) => [`f${place}`, 'x'] as const)
  assert.equal((await browser.postFiles('/staff/paper', filled(...many))).statusCode, 413)
})

test('200 MB are read past and answered, and never held in memory', async () => {
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const head = `--x\r\ncontent-disposition: form-data; name="token"\r\n\r\n${token}\r\n--x\r\ncontent-disposition: form-data; name="a"; filename="a.pdf"\r\n\r\n`
  const request = httpRequest({ port, method: 'POST', path: '/staff/paper', headers: { 'content-type': 'multipart/form-data; boundary=x', cookie: cookieLine() } })
  const answered = once(request, 'response')
  request.write(head)
  const chunk = Buffer.alloc(megabyte)
  for (let sent = 0; sent < 200; sent += 1) {
    if (!request.write(chunk)) await once(request, 'drain')
    most = Math.max(most, process.memoryUsage().arrayBuffers - before)
  }
  request.end('\r\n--x--\r\n')
  const [response] = (await answered) as [IncomingMessage]
  response.resume()
  assert.equal(response.statusCode, 413)
  assert.ok(most < 100 * megabyte, `${Math.round(most / megabyte)} MB were held`)
})

test('an upload that breaks off changes nothing, and the server goes on', async () => {
  const request = httpRequest({ port, method: 'POST', path: '/staff/paper', headers: { 'content-type': 'multipart/form-data; boundary=x', cookie: cookieLine() } })
  request.on('error', () => undefined)
  request.write(`--x\r\ncontent-disposition: form-data; name="token"\r\n\r\n${token}\r\n--x\r\ncontent-disposition: form-data; name="a"; filename="a.pdf"\r\n\r\nhalf`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  request.destroy()
  assert.equal((await browser.get('/staff')).statusCode, 200)
  assert.equal(submitted.length, 0)
})

function cookieLine(): string {
  return Object.entries(browser.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
}

test('a form that was cut off, or has no bounds, is the sender’s fault and not ours', async () => {
  const post = (type: string, body: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body), cookie: Object.entries(browser.cookies).map(([name, value]) => `${name}=${value}`).join('; ') }
      const sent = httpRequest({ port, path: '/staff/paper', method: 'POST', headers }, (answer: IncomingMessage) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      sent.once('error', reject)
      sent.end(body)
    })
  assert.equal(await post('multipart/form-data', 'words'), 400)
  assert.equal(await post('multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="title"\r\n\r\nBud'), 400)
})

test('of a form with more fields than any of ours has, what came first is shown again', async () => {
  const many = Array.from({ length: 600 }, (_, at) => [`field-${at}`, 'x'] as const)
  const answer = await browser.postFiles('/staff/paper', filled(['title', 'Budget'], ...many))
  assert.equal(answer.statusCode, 413)
  assert.match(answer.body, /Budget/)
})

test('a report as long as can be written arrives, in letters that take nine bytes each on the way', async () => {
  const text = '€'.repeat(300_000)
  assert.equal((await browser.post('/staff/plain', { token, text })).statusCode, 303)
  assert.equal(submitted[0]?.form.text('text').length, 300_000)
})

test('a text longer than any form takes is not saved, and all of it comes back to be copied, from a plain form and from one with files', async () => {
  const text = `It begins. ${'a word '.repeat(650_000)}It ends.`
  const plain = await browser.post('/staff/plain', { token, text, part: 'body', revision: '3' })
  const typed = ['text', 'Why & when?'] as const
  const withFile = await browser.postFiles('/staff/paper', filled(['text', text], ['a', file('a.pdf')], typed))
  for (const answer of [plain, withFile]) {
    assert.equal(answer.statusCode, 413)
    assert.match(answer.body, /That is too long[^]*longer than the 4\sMB that a form takes, so nothing of it was saved/)
    assert.ok(answer.body.includes(text), 'all of it is there')
    assert.doesNotMatch(answer.body, /Field “(part|revision|token)”/)
  }
  assert.match(withFile.body, /Why &amp; when\?/)
  const script = await browser.post('/staff/plain', { token, text }, { accept: 'application/json' })
  assert.deepEqual([script.statusCode, submitted.length], [413, 0])
})

test('of whoever is not signed in no more is read than a form takes', async () => {
  const answer = await new FormBrowser(server).post('/staff/plain', { token, text: 'a'.repeat(4.1 * megabyte) })
  assert.equal(answer.statusCode, 413)
  assert.doesNotMatch(answer.body, /What was typed/)
})
