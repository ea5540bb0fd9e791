import assert from 'node:assert/strict'
import test from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { z } from 'zod'
import { ok, refuse } from '#core/outcome.ts'
import { date } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { registerApi } from './api-frame.ts'
import { apiList, apiRecord, pageOfArray, type ApiResource } from './api.ts'
import { makePageCache } from './page-cache.ts'
import type { Server } from './server.ts'
import { testServer, testSite } from './testing.ts'

const river = z.object({ name: z.string(), kilometres: z.int(), surveyed: z.iso.date().optional() }).meta({ id: 'River' })
const rivers = ['Avon', 'Arrow', 'Leadon', 'Rea', 'Salwarpe', 'Severn', 'Stour', 'Teme', 'Wye'].map((name, index) => ({
  name,
  kilometres: (index + 1) * 10,
}))

const resources: readonly ApiResource[] = [
  apiList({
    path: '/rivers',
    summary: 'Rivers by name',
    tag: 'Rivers',
    query: z.object({ longest: z.enum(['yes', 'no']).optional() }),
    response: river,
    answer: async ({ query }, page) =>
      pageOfArray(
        rivers.filter((one) => query.longest !== 'yes' || one.kilometres > 50),
        page,
        (one) => one.name,
      ),
  }),
  apiRecord({
    path: '/rivers/{river}',
    summary: 'A river',
    tag: 'Rivers',
    params: z.object({ river: z.string().max(40) }),
    response: z.object({ river, flowsInto: z.array(river) }),
    answer: async ({ params }) => {
      const found = rivers.find((one) => one.name === params.river)
      return found === undefined ? refuse('not-found', `No river is called ${params.river}.`) : ok({ river: found, flowsInto: [] })
    },
  }),
  apiRecord({
    path: '/mistaken',
    summary: 'Answers otherwise than it says',
    tag: 'Rivers',
    response: z.object({ count: z.int() }),
    answer: async () => ok({ count: 1.5 }),
  }),
]

async function api(): Promise<Server> {
  const { server } = await testServer()
  const nothing: Reader = { tables: () => assert.fail('these resources read nothing') }
  registerApi(server, resources, {
    database: { readPublished: (work) => work(nothing) },
    file: async () => undefined,
    today: () => date('2023-07-03'),
    origin: () => 'https://council.example',
    site: () => testSite,
    cache: makePageCache({ bytes: 1_000_000, edition: async () => '1' }),
    information: { title: 'Rivers', version: '1', description: 'For a test', server: '/api/v1' },
    checkAnswers: true,
  })
  return server
}

interface List {
  items: { name: string }[]
  next?: string
}

test('a list is read page by page to its end, each entry once', async () => {
  const server = await api()
  const seen: string[] = []
  let next: string | undefined = '/api/v1/rivers?limit=4&longest=no'
  let pages = 0
  while (next !== undefined) {
    const list: List = (await server.inject(next)).json()
    seen.push(...list.items.map((one) => one.name))
    next = list.next
    pages += 1
  }
  assert.equal(pages, 3)
  assert.deepEqual(
    seen,
    rivers.map((one) => one.name),
  )
})

test('what is wrong with a query is a problem document that names each parameter', async () => {
  const { statusCode, headers, body } = await (await api()).inject('/api/v1/rivers?limit=500&cursor=forged&longest=maybe&colour=blue&__proto__=1')
  assert.equal(statusCode, 400)
  assert.equal(headers['content-type'], 'application/problem+json')
  const problem = JSON.parse(body) as { status: number; faults: { field: string }[] }
  assert.equal(problem.status, 400)
  assert.deepEqual(new Set(problem.faults.map((fault) => fault.field)), new Set(['limit', 'cursor', 'longest', 'colour', '__proto__']))
})

test('a cursor that no page of this list gave is refused, since beginning anew would go round for ever', async () => {
  const strange = Buffer.from('1:the Styx').toString('base64url')
  const { statusCode, body } = await (await api()).inject(`/api/v1/rivers?cursor=${strange}`)
  assert.equal(statusCode, 400)
  assert.match(body, /former page gave it/)
})

test('a record that is not there is a problem with status 404 and the message of the refusal', async () => {
  const { statusCode, body } = await (await api()).inject('/api/v1/rivers/Thames')
  assert.equal(statusCode, 404)
  assert.match(body, /No river is called Thames/)
})

test('an answer carries an ETag, answers 304 to it, and may be read from any site', async () => {
  const server = await api()
  const { headers } = await server.inject('/api/v1/rivers/Teme')
  assert.equal(headers['access-control-allow-origin'], '*')
  assert.equal((await server.inject({ url: '/api/v1/rivers/Teme', headers: { 'if-none-match': String(headers.etag) } })).statusCode, 304)
})

test('a script of another site may ask whether its copy still holds, and reads the checksum by which it asks', async () => {
  const server = await api()
  for (const url of ['/api/v1', '/api/v1/openapi.json', '/api/v1/rivers/Teme']) {
    const asked = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET', 'access-control-request-headers': 'if-none-match' }
    const { statusCode, headers } = await server.inject({ method: 'OPTIONS', url, headers: asked })
    const said = [headers['access-control-allow-origin'], headers['access-control-allow-methods'], headers['access-control-allow-headers'], headers['access-control-allow-credentials']]
    assert.deepEqual([statusCode, ...said], [204, '*', 'GET, HEAD', '*', undefined], url)
    assert.match(String((await server.inject(url)).headers['access-control-expose-headers']), /etag/)
  }
})

test('an answer that does not keep to its own description fails where answers are checked', async () => {
  assert.equal((await (await api()).inject('/api/v1/mistaken')).statusCode, 500)
})

test('the API can only be read, and says so in its own form', async () => {
  const { statusCode, headers } = await (await api()).inject({ method: 'POST', url: '/api/v1/rivers' })
  assert.deepEqual([statusCode, headers['content-type']], [405, 'application/problem+json'])
})

test('the first address of the API says what it is, where it is described, and every address with what it gives', async () => {
  const { statusCode, headers, body } = await (await api()).inject('/api/v1')
  assert.deepEqual([statusCode, headers['content-type']], [200, 'application/json'])
  assert.deepEqual(JSON.parse(body), {
    name: 'Rivers',
    version: '1',
    description: 'For a test',
    openapi: '/api/v1/openapi.json',
    resources: [
      { path: '/api/v1/rivers', summary: 'Rivers by name' },
      { path: '/api/v1/rivers/{river}', summary: 'A river' },
      { path: '/api/v1/mistaken', summary: 'Answers otherwise than it says' },
    ],
  })
})

test('the description is valid OpenAPI 3.1 and is made from the schemas that check', async () => {
  const description: Record<string, never> = (await (await api()).inject('/api/v1/openapi.json')).json()
  const { valid, errors } = await new Validator().validate(structuredClone(description))
  assert.ok(valid, JSON.stringify(errors))
  const { paths, components } = description as unknown as {
    paths: Record<string, { get: { parameters: { name: string; in: string; required: boolean }[] } }>
    components: { schemas: Record<string, unknown> }
  }
  assert.deepEqual(
    paths['/rivers']?.get.parameters.map((one) => one.name),
    ['longest', 'cursor', 'limit'],
  )
  assert.deepEqual(
    paths['/rivers/{river}']?.get.parameters.map(({ name, in: place, required }) => ({ name, place, required })),
    [{ name: 'river', place: 'path', required: true }],
  )
  assert.deepEqual(Object.keys(components.schemas).sort(), ['Problem', 'River'])
  assert.equal(JSON.stringify(description).includes('$defs'), false)
})
