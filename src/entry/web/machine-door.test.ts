import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { z } from 'zod'
import { addExampleAccounts } from '#access/accounts/example-accounts.ts'
import { act } from '#access/act.ts'
import { addKey } from '#access/keys/add-key.ts'
import { machineDeed, machineFile, machineList, machineRecord, type MachineResource } from '#access/machines/machine-resource.ts'
import { ok, refuse } from '#core/outcome.ts'
import { pageOfArray } from '#platform/http/api.ts'
import type { Server } from '#platform/http/server.ts'
import type { Application } from '../application.ts'
import { webContent } from '../features.ts'
import { readinessOf } from '../readiness.ts'
import { testApplication } from '../testing.ts'
import { FormBrowser } from './testing.ts'
import { makeWeb } from './web.ts'

const password = 'seven quiet herons'
const letters = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }))
const letter = z.object({ name: z.string() }).meta({ id: 'Letter' })
const alsoAnswers = { status: 202, description: 'It was begun' } as const

const machines: readonly MachineResource<Application>[] = [
  machineList({ path: '/staff/letters', summary: 'Letters', tag: 'Letters', response: letter, answer: async (_request, page) => pageOfArray(letters, page, ({ name }) => name) }),
  machineRecord({
    path: '/staff/letters/{letter}',
    summary: 'A letter',
    tag: 'Letters',
    params: z.object({ letter: z.string().max(1) }),
    response: letter,
    answer: async ({ params }) => (params.letter === 'z' ? refuse('not-found', 'No such letter.') : ok({ name: params.letter })),
  }),
  machineDeed({
    path: '/staff/letters/{letter}',
    summary: 'Write a letter',
    tag: 'Letters',
    params: z.object({ letter: z.string() }),
    body: z.strictObject({ words: z.string('Give the words').max(10, 'Use ten letters at most') }),
    response: letter,
    alsoAnswers,
    answer: async ({ context, params, body }) => {
      const done = await act(context, { verb: 'agendas.edit', subject: { kind: 'letter', id: params.letter }, detail: { long: body.words.length > 5 } }, async () => ok(undefined))
      return done.ok ? ok({ kind: 'begun', location: '/api/v1/staff/letters/a', retryAfter: 2, body: { name: body.words } }) : done
    },
  }),
  machineFile({
    path: '/staff/paper',
    summary: 'A paper',
    tag: 'Letters',
    contentType: 'application/pdf',
    response: z.object({}),
    alsoAnswers,
    answer: async () => ok({ kind: 'file', contentType: 'application/pdf', body: Buffer.from('%PDF'), filename: 'paper.pdf' }),
  }),
]

let app: Application
let server: Server
let close: () => Promise<void>
let officer: string
let councillor: string
before(async () => {
  ;({ app, close } = await testApplication())
  assert.ok((await addExampleAccounts(app.context(), password, app.now())).ok)
  const web = await makeWeb(app, { ...webContent, machines }, () => readinessOf(app))
  assert.ok(web.ok)
  server = web.value
  ;[officer, councillor] = [await keyOf('officer'), await keyOf('councillor')]
})
after(async () => {
  await server.close()
  await close()
})

async function keyOf(name: string): Promise<string> {
  const added = await addKey(app.context(), `${name}@example.test`, { name: 'Test', days: 1 }, app.now())
  return added.ok ? added.value.key : assert.fail()
}

type Method = 'GET' | 'POST' | 'DELETE'
const ask = (url: string, key?: string, headers: Record<string, string> = {}, method: Method = 'GET') => server.inject({ method, url: `/api/v1/staff${url}`, headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...headers } })
const send = (url: string, key: string | undefined, payload: string, type = 'application/json') =>
  server.inject({ method: 'POST', url: `/api/v1/staff${url}`, payload, headers: { 'content-type': type, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) } })

test('without a key that holds nothing is answered, not even whether an address is there or what was sent can be read', async () => {
  const answers = [await ask('/letters'), await ask('/letters/z'), await ask('/nowhere'), await ask('/letters', `${officer}x`), await ask('/letters', undefined, {}, 'DELETE'), await send('/letters/a', undefined, '{')]
  for (const { statusCode, headers, json } of answers) {
    assert.deepEqual([statusCode, headers['content-type'], headers['www-authenticate']], [401, 'application/problem+json', 'Bearer realm="Golden Thread"'])
    assert.equal(json<{ status: number }>().status, 401)
  }
})

test('a cookie is no key: a browser that is signed in is asked for one as anybody is', async () => {
  const browser = new FormBrowser(server)
  await browser.signIn('officer@example.test', password)
  assert.equal((await browser.get('/api/v1/staff/letters')).statusCode, 401)
  assert.equal((await browser.post('/api/v1/staff/letters/a', { words: 'hello' })).statusCode, 401)
})

test('a key opens no page and sends no form', async () => {
  const headers = { authorization: `Bearer ${officer}` }
  for (const url of ['/staff', '/staff/meetings', '/staff/packs']) assert.equal((await server.inject({ url, headers })).statusCode, 303, url)
  const posted = await server.inject({ method: 'POST', url: '/staff/meetings/plan', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload: 'pattern=x' })
  assert.equal(posted.statusCode, 403)
})

test('a public answer is the same with a key, without one and with one that does not hold', async () => {
  for (const url of ['/api/v1/rules', '/api/v1/openapi.json', '/meetings']) {
    const [plain, keyed, wrong] = await Promise.all([{}, { authorization: `Bearer ${officer}` }, { authorization: 'Bearer gtk_0' }].map((headers) => server.inject({ url, headers })))
    assert.equal(plain?.statusCode, 200)
    assert.deepEqual([keyed?.body, keyed?.headers['etag'], wrong?.body, wrong?.headers['etag']], [plain.body, plain.headers['etag'], plain.body, plain.headers['etag']], url)
  }
})

test('a list is read page by page, an answer carries an ETag, and no cache may keep it', async () => {
  const names: string[] = []
  let next: string | undefined = '/letters?limit=2'
  while (next !== undefined) {
    const page: { items: { name: string }[]; next?: string } = (await ask(next, officer)).json()
    names.push(...page.items.map(({ name }) => name))
    next = page.next?.replace('/api/v1/staff', '')
  }
  assert.deepEqual(names, ['a', 'b', 'c', 'd', 'e'])
  const { headers } = await ask('/letters/a', officer)
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal((await ask('/letters/a', officer, { 'if-none-match': String(headers['etag']) })).statusCode, 304)
})

test('what is wrong is a problem with its status, and each field and parameter is named', async () => {
  assert.deepEqual([(await ask('/letters/z', officer)).statusCode, (await ask('/nowhere', officer)).statusCode], [404, 404])
  const query = await ask('/letters?limit=0&colour=red', officer)
  assert.deepEqual([query.statusCode, query.json<{ faults: { field: string }[] }>().faults.map(({ field }) => field)], [400, ['colour', 'limit']])
  const body = await send('/letters/a', officer, '{"words":"far too many","ink":1}')
  assert.deepEqual(body.json<{ faults: unknown }>().faults, [
    { field: 'words', message: 'Use ten letters at most' },
    { field: 'ink', message: 'There is no field called ink here' },
  ])
  for (const [payload, type, says] of [
    ['{', 'application/json', /no JSON/],
    ['', 'application/json', /Nothing was sent/],
    ['[]', 'application/json', /one JSON object/],
    ['words=hello', 'application/x-www-form-urlencoded', /one JSON object/],
    ['<words/>', 'text/xml', /application\/json/],
  ] as const) {
    const answer = await send('/letters/a', officer, payload, type)
    assert.ok(answer.statusCode === 400 || answer.statusCode === 415, payload)
    assert.equal(answer.headers['content-type'], 'application/problem+json')
    assert.match(answer.json<{ detail: string }>().detail, says)
  }
  const other = await ask('/letters/a', officer, {}, 'DELETE')
  assert.deepEqual([other.statusCode, other.headers['allow']], [405, 'GET, HEAD, POST'])
})

test('a deed that goes on is answered 202 with where to ask, and is in the audit as the account’s own, with the mark of its key', async () => {
  const answer = await send('/letters/a', officer, '{"words":"hello"}')
  assert.deepEqual([answer.statusCode, answer.headers['location'], answer.headers['retry-after'], answer.json()], [202, '/api/v1/staff/letters/a', '2', { name: 'hello' }])
  const row = await lastAudit('agendas.edit')
  assert.match(row.actor, /^person:/)
  assert.deepEqual([row.door, row.outcome, row.detail, row.request_id], ['api', 'done', { long: false, key: officer.slice(4, 12) }, answer.headers['x-request-id']])
})

test('a key can do no more than its account: what the role may not is refused, and recorded', async () => {
  const answer = await send('/letters/a', councillor, '{"words":"hello"}')
  assert.equal(answer.statusCode, 403)
  assert.match(answer.json<{ detail: string }>().detail, /needs the role scrutiny officer; you are signed in as member/)
  const row = await lastAudit('agendas.edit')
  assert.deepEqual([row.outcome, row.detail], ['refused', { long: false, key: councillor.slice(4, 12) }])
})

test('a file keeps its kind and its name', async () => {
  const { headers, body } = await ask('/paper', councillor)
  assert.deepEqual([body, headers['content-type']], ['%PDF', 'application/pdf'])
  assert.match(String(headers['content-disposition']), /filename="paper\.pdf"/)
})

test('after ten keys that do not hold a program is told to wait', async () => {
  const wrong = (tried: number) => server.inject({ url: '/api/v1/staff/letters', remoteAddress: '203.0.113.99', headers: { authorization: `Bearer gtk_0000000${tried}${officer.slice(12)}` } })
  for (let tried = 0; tried < 10; tried += 1) assert.equal((await wrong(tried)).statusCode, 401)
  const { statusCode, headers, json } = await wrong(0)
  assert.deepEqual([statusCode, headers['retry-after'], json<{ status: number }>().status], [429, '300', 429])
})

test('one description has what needs a key beside what does not, and says which', async () => {
  const description: { paths: Record<string, Record<string, { security?: unknown; requestBody?: unknown }>>; components: { securitySchemes: object } } = (await server.inject('/api/v1/openapi.json')).json()
  const checked = await new Validator().validate({ ...description })
  assert.ok(checked.valid, JSON.stringify(checked.errors))
  assert.deepEqual(Object.keys(description.paths['/staff/letters/{letter}'] ?? {}), ['get', 'post'])
  for (const [path, ways] of Object.entries(description.paths)) for (const way of Object.values(ways)) assert.deepEqual(way.security, path.startsWith('/staff/') ? [{ key: [] }] : undefined, path)
  assert.deepEqual(Object.keys(description.components.securitySchemes), ['key'])
})

async function lastAudit(verb: string) {
  const rows = await app.database.owner((tx) =>
    tx
      .tables<{ 'access.audit': { number: number; actor: string; door: string; verb: string; outcome: string; detail: unknown; request_id: string | null } }>()
      .selectFrom('access.audit')
      .selectAll()
      .where('verb', '=', verb)
      .orderBy('number', 'desc')
      .limit(1)
      .execute(),
  )
  return rows[0] ?? assert.fail(`no ${verb} was recorded`)
}
