import { test } from 'node:test'
import assert from 'node:assert/strict'
import { Validator } from '@seriousme/openapi-schema-validator'
import { z } from 'zod'
import { listedMeetings, readList, readRecord } from '../site/reading.ts'
import type { Site } from '../site/start-site.ts'

const panel = '/api/v1/bodies/children-and-families-overview-and-scrutiny-panel/meetings/2023-07-07'

const panelProgramme = '/api/v1/work-programmes/children-and-families-overview-and-scrutiny-panel.2023-24'

interface Description {
  readonly paths: Readonly<Record<string, { readonly get: { readonly responses: Readonly<Record<string, { readonly content: unknown }>> } }>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

/** RFC 9457, with what the product adds. */
interface Problem {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly requestId?: string
  readonly faults?: readonly { readonly field: string; readonly message: string }[]
}

/** Whoever programs against the API can rely on its description. */
export function api(site: () => Site): void {
  test('the description of the API is valid OpenAPI 3.1', async () => {
    const description = await describe(site())
    const checked = await new Validator().validate({ ...description })
    assert.ok(checked.valid, JSON.stringify(checked.errors))
    assert.equal((description as unknown as { openapi: string }).openapi, '3.1.0')
  })

  test('every path that needs no key answers as it is described, for everything in the example', async () => {
    const description = await describe(site())
    const wrong: string[] = []
    for (const path of Object.keys(description.paths).filter((one) => !one.startsWith('/staff/'))) {
      const schema = answerSchema(description, path)
      const filled = await addressesOf(site(), path)
      assert.ok(filled.length > 0, `${path} has nothing to answer with`)
      for (const address of filled) {
        const checked = schema.safeParse(await readRecord(site(), `/api/v1${address}`))
        if (!checked.success) wrong.push(`${address}: ${z.prettifyError(checked.error)}`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('a list has the same entries in the same order however it is paged', async () => {
    const lists = ['bodies', 'meetings', 'rules', 'meetings?body=cabinet', 'work-programmes', 'task-groups', 'exceptions', 'lead-members'].map((list) => `/api/v1/${list}`)
    const figures = ['measures?theme=carers', 'observations?measure=attendance-in-primary-schools', 'releases'].map((list) => `/api/v1/${list}`)
    for (const list of [...lists, ...figures, `${panel}/items`, `${panel}/papers`, `${panelProgramme}/entries`]) {
      const whole = await readList<object>(site(), list)
      for (const limit of [1, 7, whole.length]) assert.deepEqual(await readList<object>(site(), list, limit), whole, `${list} by ${limit}`)
      assert.equal(new Set(whole.map((entry) => JSON.stringify(entry))).size, whole.length, `${list} has no entry twice`)
    }
  })

  test('a client that has an answer already is told so, and asks again only when it has changed', async () => {
    for (const path of ['/api/v1/openapi.json', '/api/v1/meetings', panel]) {
      const first = await fetch(`${site().address}${path}`)
      const tag = first.headers.get('etag') ?? assert.fail(`${path} has no ETag`)
      const same = await fetch(`${site().address}${path}`, { headers: { 'if-none-match': tag } })
      assert.deepEqual([same.status, await same.text(), same.headers.get('etag')], [304, '', tag], path)
      assert.equal((await fetch(`${site().address}${path}`, { headers: { 'if-none-match': '"other"' } })).status, 200)
    }
  })

  test('HEAD answers as GET does, without the body', async () => {
    for (const path of ['/api/v1/bodies', panel, '/api/v1/openapi.json', '/', '/meetings', '/meetings.ics']) {
      const [get, head] = await Promise.all([fetch(`${site().address}${path}`), fetch(`${site().address}${path}`, { method: 'HEAD' })])
      assert.equal(head.status, 200, path)
      for (const name of ['etag', 'content-type', 'content-length']) assert.equal(head.headers.get(name), get.headers.get(name), `${path}: ${name}`)
      assert.equal(await head.text(), '')
      await get.body?.cancel()
    }
  })

  const refused: readonly { readonly path: string; readonly status: number; readonly field?: string; readonly method?: string }[] = [
    { path: '/api/v1/nothing', status: 404 },
    { path: '/api/v1/bodies/nobody', status: 404 },
    { path: '/api/v1/bodies/cabinet/meetings/2023-07-07', status: 404 },
    { path: '/api/v1/bodies/cabinet/meetings/2023-02-30', status: 404 },
    { path: '/api/v1/rules/nothing', status: 404 },
    { path: '/api/v1/task-groups/nothing', status: 404 },
    { path: '/api/v1/task-groups?cursor=MTpnYXJiYWdl', status: 400, field: 'cursor' },
    { path: '/api/v1/task-groups?stage=lost', status: 400, field: 'stage' },
    { path: '/api/v1/lead-members/cabinet', status: 404 },
    { path: '/api/v1/lead-members?on=2023-02-30', status: 400, field: 'on' },
    { path: '/api/v1/exceptions/nothing', status: 404 },
    { path: '/api/v1/exceptions?cursor=MTpnYXJiYWdl', status: 400, field: 'cursor' },
    { path: '/api/v1/bodies?limit=0', status: 400, field: 'limit' },
    { path: '/api/v1/bodies?limit=101', status: 400, field: 'limit' },
    { path: '/api/v1/bodies?limit=ten', status: 400, field: 'limit' },
    { path: '/api/v1/bodies?limit=5&limit=6', status: 400, field: 'limit' },
    { path: '/api/v1/bodies?cursor=made-up', status: 400, field: 'cursor' },
    { path: '/api/v1/meetings?cursor=MTpnYXJiYWdl', status: 400, field: 'cursor' },
    { path: '/api/v1/bodies?cursor=MTpnYXJiYWdl', status: 400, field: 'cursor' },
    { path: '/api/v1/bodies?kind=castle', status: 400, field: 'kind' },
    { path: '/api/v1/questions?state=perhaps', status: 400, field: 'state' },
    { path: '/api/v1/questions?body=nobody', status: 400, field: 'body' },
    { path: '/api/v1/questions/0', status: 404 },
    { path: '/api/v1/requests-for-documents?state=waitng', status: 400, field: 'state' },
    { path: '/api/v1/requests-for-documents/99999', status: 404 },
    { path: '/api/v1/meetings?from=2023-02-30', status: 400, field: 'from' },
    { path: '/api/v1/meetings?colour=blue', status: 400, field: 'colour' },
    { path: `${panel}?version=0`, status: 400, field: 'version' },
    { path: `${panel}?version=99`, status: 404 },
    { path: '/api/v1/work-programmes/nobody.2023-24', status: 404 },
    { path: '/api/v1/work-programmes/nobody/entries', status: 404 },
    { path: '/api/v1/work-programmes?body=nobody', status: 400, field: 'body' },
    { path: '/api/v1/work-programmes?cursor=MTpnYXJiYWdl', status: 400, field: 'cursor' },
    { path: `${panelProgramme}/entries?kind=castle`, status: 400, field: 'kind' },
    { path: `${panelProgramme}/entries?meeting=2023-02-30`, status: 400, field: 'meeting' },
    { path: `${panelProgramme}/entries?cursor=MTpnYXJiYWdl`, status: 400, field: 'cursor' },
    { path: '/api/v1/measures/nothing', status: 404 },
    { path: '/api/v1/measures?theme=castles', status: 400, field: 'theme' },
    { path: '/api/v1/measures?cursor=MTpnYXJiYWdl', status: 400, field: 'cursor' },
    { path: '/api/v1/observations?measure=nothing', status: 400, field: 'measure' },
    { path: '/api/v1/observations?cursor=MTpnYXJiYWdl', status: 400, field: 'cursor' },
    { path: '/api/v1/releases?body=nobody', status: 400, field: 'body' },
    { path: '/api/v1/releases/cabinet/2019-20-q4', status: 404 },
    { path: '/api/v1/releases/children-and-families-overview-and-scrutiny-panel/2019-20-q4?version=0', status: 400, field: 'version' },
    { path: '/api/v1/rules/agenda-publication/due', status: 400, field: 'date' },
    { path: '/api/v1/rules/agenda-publication/due?date=soon', status: 400, field: 'date' },
    { path: '/api/v1/%E0%A4%A', status: 400 },
    { path: '/api/v1/bodies', status: 405, method: 'POST' },
    { path: '/api/v1/bodies', status: 405, method: 'DELETE' },
    { path: '/api/v1/openapi.json', status: 405, method: 'PUT' },
  ]
  for (const { path, status, field, method = 'GET' } of refused) {
    test(`${method} ${path} is refused with ${status} as a problem document${field === undefined ? '' : ` that names ${field}`}`, async () => {
      const answer = await fetch(`${site().address}${path}`, { method })
      assert.equal(answer.status, status)
      assert.equal(answer.headers.get('content-type'), 'application/problem+json')
      const problem = (await answer.json()) as Problem
      assert.equal(problem.status, status)
      assert.ok(problem.title !== '' && problem.detail !== '')
      assert.match(problem.requestId ?? '', /^[0-9a-f-]{36}$/)
      if (field !== undefined) assert.deepEqual(problem.faults?.map((fault) => fault.field), [field])
      for (const fault of problem.faults ?? []) assert.match(fault.message, /^[A-Z].{8,}/)
      if (status === 405) assert.equal(answer.headers.get('allow'), 'GET, HEAD, OPTIONS')
    })
  }

  test('anybody’s page may read the API in a browser, and it sets no cookie', async () => {
    const answer = await fetch(`${site().address}/api/v1/meetings`, { headers: { origin: 'https://elsewhere.example' } })
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    assert.equal(answer.headers.get('set-cookie'), null)
    assert.equal(answer.headers.get('access-control-allow-credentials'), null)
  })
}

function describe(site: Site): Promise<Description> {
  return readRecord<Description>(site, '/api/v1/openapi.json')
}

/** The schema of an answer, made from the description alone. */
function answerSchema({ paths, components }: Description, path: string): z.ZodType {
  const content = paths[path]?.get.responses['200']?.content as { 'application/json': { schema: object } }
  // Zod takes a "uri-reference" for a whole address; that `next` leads on is proved by following it.
  const text = JSON.stringify({ ...content['application/json'].schema, $defs: components.schemas }).replaceAll('"format":"uri-reference",', '')
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<typeof z.fromJSONSchema>[0])
}

/** The lists whose entries name their own address, by which of their fields. */
const lists = [
  ['/interests', 'member', 'member'],
  ['/recommendations', 'reference', 'reference'],
  ['/questions', 'number', 'number'],
  ['/requests-for-documents', 'number', 'number'],
  ['/forward-plan', 'reference', 'reference'],
  ['/task-groups', 'group', 'slug'],
  ['/lead-members', 'board', 'body'],
  ['/exceptions', 'exception', 'id'],
  ['/work-programmes', 'programme', 'programme'],
] as const

/** Every address that a path stands for in the example; of the hundreds of measures, whose answers are made alike, every tenth. */
async function addressesOf(site: Site, path: string): Promise<string[]> {
  if (path.startsWith('/rules/{rule}')) {
    const rules = await readList<{ id: string; limit: string }>(site, '/api/v1/rules')
    const query = path.endsWith('/due') ? '?date=2026-04-14T16:30' : ''
    const filled = rules.map(({ id }) => `${path.replace('{rule}', id)}${query}`)
    return query === '' ? filled : filled.filter((address) => address.includes('/agenda-publication/') || address.includes('/rules/assessment'))
  }
  if (path === '/measures/{slug}') {
    const measures = await readList<{ slug: string }>(site, '/api/v1/measures')
    return measures.filter((_, place) => place % 10 === 0).map(({ slug }) => `/measures/${slug}`)
  }
  if (path.includes('{period}')) {
    const releases = await readList<{ body: string; period: string }>(site, '/api/v1/releases')
    return releases.map(({ body, period }) => path.replace('{body}', body).replace('{period}', period))
  }
  for (const [start, name, key] of lists) {
    if (path.startsWith(`${start}/{${name}}`)) return (await readList<Record<string, string | number>>(site, `/api/v1${start}`)).map((one) => path.replace(`{${name}}`, String(one[key])))
  }
  if (path.endsWith('/minutes')) {
    const meetings = await readList<{ body: string; date: string; status: string }>(site, '/api/v1/meetings')
    return meetings.filter(({ status }) => status.startsWith('minutes-')).map(({ body, date }) => path.replace('{body}', body).replace('{date}', date))
  }
  if (path.includes('{date}')) return (await listedMeetings(site)).map(({ body, date }) => path.replace('{body}', body).replace('{date}', date))
  if (path.includes('{body}')) return (await readList<{ slug: string }>(site, '/api/v1/bodies')).map(({ slug }) => path.replace('{body}', slug))
  assert.doesNotMatch(path, /\{/, 'the test does not know how to fill this path')
  return [path]
}
