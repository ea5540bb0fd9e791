import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addExampleAccounts } from '#access/accounts/example-accounts.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { refuse, type RefusalKind } from '#core/outcome.ts'
import type { Server } from '#platform/http/server.ts'
import { csrfInput } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { Application } from '../../application.ts'
import { webContent } from '../../features.ts'
import { readinessOf } from '../../readiness.ts'
import { testApplication } from '../../testing.ts'
import { FormBrowser } from '../testing.ts'
import { makeWeb } from '../web.ts'

const password = 'seven quiet herons'
const submitted: StaffRequest[] = []

const pages: readonly StaffPage<Application>[] = [
  {
    path: '/staff/notes/:note',
    show: async ({ params, session, query }) => ({
      kind: 'page',
      title: `Note ${params['note']}`,
      body: html`<form method="post" action="/staff/notes/1">${csrfInput(session.formToken)}</form>${query.get('q')}`,
      crumbs: [{ text: 'Notes', href: '/staff/notes' }],
    }),
    submit: async (request) => {
      submitted.push(request)
      return request.form.has('script') ? { kind: 'data', body: { saved: true } } : { kind: 'moved', to: '/staff/notes/1?done=café' }
    },
  },
  {
    path: '/staff/refused/:kind',
    show: async ({ params }) => ({ kind: 'refused', refusal: refuse(params['kind'] as RefusalKind, 'Not like this.', [{ message: 'Because' }]).refusal }),
  },
  {
    path: '/staff/many-faults',
    show: async () => ({ kind: 'refused', refusal: refuse('invalid', 'Not like this.', Array.from({ length: 5000 }, (_, at) => ({ message: `Fault ${at + 1}` }))).refusal }),
  },
  {
    path: '/staff/file',
    show: async () => ({ kind: 'file', contentType: 'image/svg+xml', body: Buffer.from('<svg/>'), filename: 'Überblick.svg', inline: true }),
  },
  { path: '/staff/save', submit: async () => ({ kind: 'data', body: {} }) },
]

let server: Server
let close: () => Promise<void>
let officer: FormBrowser
before(async () => {
  const { app, ...rest } = await testApplication()
  close = rest.close
  assert.ok((await addExampleAccounts(app.context(), password, app.now())).ok)
  const navigation = [
    { text: 'Notes', href: '/staff/notes', verb: 'meetings.import', about: 'What to remember', dailyFor: [] },
    { text: 'Audit', href: '/staff/audit', verb: 'audit.verify', about: 'What was done', dailyFor: [] },
  ]
  const sections = [async ({ session }: StaffRequest) => html`<h2>Waiting for ${session.actor.name}</h2>`, async () => undefined]
  const web = await makeWeb(app, { ...webContent, staffPages: pages, navigation, sections }, () => readinessOf(app))
  assert.ok(web.ok)
  server = web.value
  officer = new FormBrowser(server)
  await officer.signIn('officer@example.test', password)
})
after(async () => {
  await server.close()
  await close()
})

test('a page behind the sign-in is shown to whoever is signed in, under "Your work", and kept by no cache', async () => {
  const { statusCode, body, headers } = await officer.get('/staff/notes/7?q=%3Cb%3E')
  assert.deepEqual([statusCode, headers['cache-control']], [200, 'no-store'])
  assert.match(body, /govuk-breadcrumbs[^]*href="\/staff"[^]*Your work[^]*href="\/staff\/notes"[^]*<h1[^>]*>Note 7<\/h1>[^]*&lt;b&gt;/)
  const head = await server.inject({ method: 'HEAD', url: '/staff/notes/7', cookies: officer.cookies })
  assert.deepEqual([head.statusCode, head.body], [200, ''])
})

test('whoever is not signed in is asked to, and comes back to the page; a script is told so', async () => {
  const { statusCode, headers } = await server.inject('/staff/notes/7?q=a%20b')
  assert.deepEqual([statusCode, headers.location], [303, '/sign-in?next=/staff/notes/7%3Fq%3Da%2520b'])
  const script = await server.inject({ url: '/staff/notes/7', headers: { accept: 'application/json' } })
  assert.deepEqual([script.statusCode, script.json()], [401, { signIn: '/sign-in?next=/staff/notes/7' }])
})

test('a form reaches its feature with the person, the fields in their order and plain line ends', async () => {
  const page = await officer.get('/staff/notes/1')
  const answer = await officer.press(page, '/staff/notes/1', { text: ' one\r\ntwo\0 ', b: '1', a: '2' })
  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/staff/notes/1?done=caf%C3%A9'])
  const { form, context, params, session } = submitted.at(-1) ?? assert.fail('nothing was submitted')
  assert.deepEqual([form.text('text'), form.all('text'), form.names().slice(-2), params['note']], ['one\ntwo', [' one\ntwo '], ['b', 'a'], '1'])
  assert.deepEqual([context.actor, context.door], [session.actor, 'web'])
})

test('each kind of refusal has its status, and says why', async () => {
  const statuses = { invalid: 400, 'not-allowed': 403, 'not-found': 404, conflict: 409, 'not-now': 409, unavailable: 503 }
  for (const [kind, status] of Object.entries(statuses)) {
    const { statusCode, body } = await officer.get(`/staff/refused/${kind}`)
    assert.equal(statusCode, status, kind)
    assert.match(body, /Not like this\.[^]*Because/)
  }
  const script = await officer.get('/staff/refused/conflict', { accept: 'application/json' })
  assert.deepEqual([script.statusCode, script.json()], [409, { message: 'Not like this.', faults: [{ message: 'Because' }] }])
})

test('of thousands of faults the first twenty are named, and how many more there are, on the page and to a script', async () => {
  const { body } = await officer.get('/staff/many-faults')
  assert.match(body, /<li>Fault 20<\/li><li>and 4980 more<\/li><\/ul>/)
  const script = await officer.get('/staff/many-faults', { accept: 'application/json' })
  const answer = script.json<{ faults: unknown[]; moreFaults: number }>()
  assert.deepEqual([answer.faults.length, answer.faults[19], answer.moreFaults], [20, { message: 'Fault 20' }, 4980])
})

test('a file keeps its name, is kept by no cache, and an SVG may run nothing', async () => {
  const { headers, body } = await officer.get('/staff/file')
  assert.equal(body, '<svg/>')
  assert.equal(headers['content-disposition'], `inline; filename="_berblick.svg"; filename*=UTF-8''%C3%9Cberblick.svg`)
  assert.match(String(headers['content-security-policy']), /sandbox/)
  assert.equal(headers['cache-control'], 'no-store')
})

test('an address is used in its own way only', async () => {
  for (const [method, url, allow] of [
    ['POST', '/staff/file', 'GET, HEAD'],
    ['DELETE', '/staff/notes/1', 'GET, HEAD, POST'],
    ['GET', '/staff/save', 'POST'],
  ] as const) {
    const { statusCode, headers } = await server.inject({ method, url, cookies: officer.cookies })
    assert.deepEqual([statusCode, headers.allow], [405, allow], url)
  }
})

test('an address with nothing at it says so among the pages of the staff', async () => {
  const { statusCode, body } = await officer.get('/staff/nowhere/at/all')
  assert.equal(statusCode, 404)
  assert.match(body, /Signed in as[^]*There is no such page/)
  assert.equal((await officer.get('/staff/notes/1/')).headers.location, '/staff/notes/1')
  assert.equal((await server.inject('/staff/nowhere')).headers.location, '/sign-in?next=/staff/nowhere')
})

test('"Your work" begins with what waits for the person and ends with the account; the navigation shows what they may do', async () => {
  const { body } = await officer.get('/staff')
  assert.match(body, /<h1[^>]*>Your work<\/h1>[^]*Waiting for[^]*<details[^]*officer@example\.test/)
  assert.match(body, /href="\/staff\/notes"/)
  assert.doesNotMatch(body, /href="\/staff\/audit"|govuk-breadcrumbs/)
  assert.match(body, /href="\/">Public site</)
})
