import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FormVisit, PublicForm } from '#access/staff/public-form.ts'
import type { TokenPage } from '#access/staff/token-page.ts'
import type { Server } from '#platform/http/server.ts'
import { makeLog } from '#platform/log/log.ts'
import { csrfInput } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { Application } from '../application.ts'
import { webContent } from '../features.ts'
import { readinessOf } from '../readiness.ts'
import { testApplication } from '../testing.ts'
import { FormBrowser, hiddenFields } from './testing.ts'
import { makeWeb } from './web.ts'

const submitted: FormVisit[] = []
const ask: PublicForm<Application> = {
  path: '/ask/:body',
  show: async ({ token, params }) => ({
    kind: 'page',
    title: `Ask ${params['body']}`,
    body: html`<form method="post" action="/ask/panel">${csrfInput(token)}</form>`,
  }),
  submit: async (visit) => {
    submitted.push(visit)
    if (visit.form.text('question') === '') return { kind: 'page', title: 'Ask', body: html`Say what you ask`, status: 400, hasFaults: true }
    return { kind: 'moved', to: '/ask/panel?done=sent' }
  },
}
const stop: PublicForm<Application> = { ...ask, path: '/stop/:secret', hasSecret: true }
const calendar: TokenPage<Application> = {
  path: '/calendar/:secret',
  answer: async ({ params, context }) =>
    params['secret'] === 'right' && context.actor.kind === 'public'
      ? { kind: 'file', contentType: 'text/calendar; charset=utf-8', body: 'BEGIN:VCALENDAR' }
      : { kind: 'not-found', message: 'There is no such calendar.' },
}

let server: Server
let close: () => Promise<void>
const log: string[] = []
before(async () => {
  const { app, ...rest } = await testApplication()
  close = rest.close
  const heard = { ...app, log: makeLog({ production: true, to: { write: (line) => log.push(line) } }) }
  const web = await makeWeb(heard, { ...webContent, publicForms: [ask, stop], tokenPages: [calendar] }, () => readinessOf(app))
  assert.ok(web.ok)
  server = web.value
})
after(async () => {
  await server.close()
  await close()
})

test('a form that anybody may fill in comes in the public frame, and is kept by no cache', async () => {
  const { statusCode, headers, body } = await server.inject('/ask/panel')
  assert.deepEqual([statusCode, headers['cache-control'], headers.etag], [200, 'no-store', undefined])
  assert.match(body, /<h1[^>]*>Ask panel/)
  assert.doesNotMatch(body, /Signed in as/)
})

test('what was filled in reaches the feature as the public’s, and a fault comes back with its status', async () => {
  const browser = new FormBrowser(server)
  const page = await browser.get('/ask/panel')
  assert.equal((await browser.press(page, '/ask/panel', { question: '' })).statusCode, 400)
  const done = await browser.press(page, '/ask/panel', { question: 'Why?\r\nWhen?' })
  assert.deepEqual([done.statusCode, done.headers.location, done.headers['cache-control']], [303, '/ask/panel?done=sent', 'no-store'])
  const { context, form, params } = submitted.at(-1) ?? assert.fail('it did not arrive')
  assert.deepEqual([context.actor, context.door, params['body'], form.text('question')], [{ kind: 'public' }, 'web', 'panel', 'Why?\nWhen?'])
})

test('a form whose token no longer holds is shown again with what was typed, and sent with one press', async () => {
  const browser = new FormBrowser(server)
  const page = await browser.get('/ask/panel')
  browser.cookies = {}
  const count = submitted.length
  const again = await browser.press(page, '/ask/panel', { question: '"Why" & when?' })
  assert.deepEqual([again.statusCode, submitted.length], [409, count])
  assert.deepEqual(hiddenFields(again.body, '/ask/panel').slice(1), [['question', '"Why" & when?']])
  assert.equal((await browser.press(again, '/ask/panel')).statusCode, 303)
})

test('one address may send twenty forms a minute; what was typed in the next one is kept, and sent with one press a minute later', async () => {
  const remoteAddress = '203.0.113.9'
  const form = { method: 'POST' as const, url: '/ask/panel', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'question=%22Why%22+%26+when%3F' }
  const statuses: number[] = []
  for (let sent = 0; sent < 20; sent += 1) statuses.push((await server.inject({ ...form, remoteAddress })).statusCode)
  assert.deepEqual(new Set(statuses), new Set([409]))
  const count = submitted.length
  const next = await server.inject({ ...form, remoteAddress })
  assert.deepEqual([next.statusCode, Number(next.headers['retry-after']) <= 60, next.headers['cache-control']], [429, true, 'no-store'])
  assert.match(next.body, /this one has not been sent yet/)
  assert.deepEqual(hiddenFields(next.body, '/ask/panel').slice(1), [['question', '"Why" & when?']])
  assert.equal(submitted.length, count)
  assert.equal((await server.inject({ ...form, remoteAddress: '203.0.113.11' })).statusCode, 409)
})

test('a form cannot be put or deleted', async () => {
  const { statusCode, headers } = await server.inject({ method: 'PUT', url: '/ask/panel' })
  assert.deepEqual([statusCode, headers.allow], [405, 'GET, HEAD, POST'])
})

test('an address with a secret answers those who know it, and neither a cache nor the log learns the secret', async () => {
  const found = await server.inject('/calendar/right')
  assert.deepEqual([found.statusCode, found.body, found.headers['cache-control']], [200, 'BEGIN:VCALENDAR', 'no-store'])
  assert.match(String(found.headers['content-type']), /text\/calendar/)
  assert.equal((await server.inject({ method: 'HEAD', url: '/calendar/right' })).statusCode, 200)
  const wrong = await server.inject('/calendar/wrong-secret')
  assert.equal(wrong.statusCode, 404)
  assert.match(wrong.body, /There is no such calendar\./)
  assert.doesNotMatch(wrong.body, /wrong-secret/)
  assert.equal((await server.inject({ method: 'POST', url: '/calendar/right' })).statusCode, 405)
  assert.ok(log.some((line) => line.includes('/calendar/:secret')))
  assert.deepEqual(log.filter((line) => /right|wrong-secret/.test(line)), [])
})

test('secrets are not guessed by the thousand', async () => {
  let last = 0
  for (let guess = 0; guess < 61; guess += 1) last = (await server.inject({ url: `/calendar/${guess}`, remoteAddress: '203.0.113.10' })).statusCode
  assert.equal(last, 429)
  for (let guess = 0; guess < 61; guess += 1) last = (await server.inject({ url: `/stop/${guess}`, remoteAddress: '203.0.113.12' })).statusCode
  assert.equal(last, 429, 'in the path of a form too')
  assert.equal((await server.inject({ url: '/stop/1', remoteAddress: '203.0.113.13' })).statusCode, 200)
})
