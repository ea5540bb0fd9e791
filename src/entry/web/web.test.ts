import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addExampleAccounts } from '#access/accounts/example-accounts.ts'
import type { Server } from '#platform/http/server.ts'
import type { Application } from '../application.ts'
import { countyImporter } from '../county/county-importer.ts'
import { exampleFolder } from '../county/load-example.ts'
import { apiResources, webContent } from '../features.ts'
import { testApplication } from '../testing.ts'
import { readImportFiles } from '#platform/files/import-files.ts'
import { readinessOf } from '../readiness.ts'
import { makeWeb } from './web.ts'

const password = 'seven quiet herons'
let app: Application
let server: Server
let close: () => Promise<void>

before(async () => {
  ;({ app, close } = await testApplication())
  const added = await addExampleAccounts(app.context(), password, app.now())
  assert.ok(added.ok)
  const web = await makeWeb(app, webContent, () => readinessOf(app))
  assert.ok(web.ok)
  server = web.value
})
after(async () => {
  await server.close()
  await close()
})

test('a site whose council is not yet named works, and takes the name as soon as it is loaded', async () => {
  const bare = (await server.inject('/')).body
  assert.match(bare, /<title>[^<]*Golden Thread/)
  assert.match(bare, /does not yet know which council it is for/)
  for (const path of ['/privacy', '/accessibility', '/sign-in']) {
    const { body } = await server.inject(path)
    assert.match(body, /office has not been named here yet/, path)
    assert.doesNotMatch(body, /(the office of|council of|site of|for) Golden Thread/, path)
  }
  const files = await readImportFiles(['county.yaml'], exampleFolder('worcestershire'))
  assert.ok(files.ok)
  assert.ok((await countyImporter.load(files.value, app, () => undefined)).ok)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const named = (await server.inject('/')).body
  assert.match(named, /<title>[^<]*Worcestershire County Council/)
  assert.match(named, /every person is invented\. Made with Golden Thread/)
  assert.doesNotMatch(named, /does not yet know/)
})

test('the statements say what is true of this site and whom to ask', async () => {
  for (const [path, says] of [
    ['/accessibility', /Equality Advisory/],
    ['/privacy', /Information Commissioner/],
    ['/cookies', /golden-thread-session/],
    ['/api', /openapi\.json/],
  ] as const) {
    const { statusCode, body, headers } = await server.inject(path)
    assert.equal(statusCode, 200, path)
    assert.match(body, says)
    assert.equal(headers['set-cookie'], undefined)
  }
  assert.match((await server.inject('/accessibility')).body, /Legal and Governance[^]*in Bengali, Cantonese, [^]* and Punjabi/)
  assert.match((await server.inject('/privacy')).body, /Worcestershire County Council is responsible/)
})

test('styles come compressed, and a browser keeps them for a year', async () => {
  const style = /href="(\/assets\/[^"]+\.css)"/.exec((await server.inject('/cookies')).body)?.[1] ?? assert.fail('the page has no style sheet')
  const { headers, rawPayload } = await server.inject({ url: style, headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(headers['content-encoding'], 'br')
  assert.match(String(headers['cache-control']), /immutable/)
  assert.ok(rawPayload.length < 40_000, `${rawPayload.length} bytes`)
})

test('the description of the API holds every resource, and beside them what needs a key', async () => {
  const description: { paths: Record<string, unknown> } = (await server.inject('/api/v1/openapi.json')).json()
  assert.deepEqual(
    Object.keys(description.paths),
    [...apiResources, ...webContent.machines].map((resource) => resource.path),
  )
})

test('the site says that it is alive and ready', async () => {
  assert.equal((await server.inject('/health')).statusCode, 200)
  assert.deepEqual((await server.inject('/health/ready')).json(), { status: 'ready' })
})

test('the staff pages send whoever is not signed in to the sign-in, and are never kept', async () => {
  const { statusCode, headers } = await server.inject('/staff')
  assert.deepEqual([statusCode, headers.location, headers['cache-control']], [303, '/sign-in?next=/staff', 'no-store'])
})

test('an officer signs in, sees who they are and what they may do, and signs out', async () => {
  const form = await server.inject('/sign-in')
  const token = /name="token" value="([^"]+)"/.exec(form.body)?.[1] ?? assert.fail('the form has no token')
  const signedIn = await post('/sign-in', { email: 'officer@example.test', password, token }, cookiesOf(form.cookies))
  assert.deepEqual([signedIn.statusCode, signedIn.headers.location], [303, '/staff'])
  const jar = cookiesOf(signedIn.cookies)
  const home = await server.inject({ url: '/staff', cookies: jar })
  assert.match(home.body, /scrutiny officer/)
  assert.match(home.body, /golden-thread import all FOLDER/)
  assert.doesNotMatch(home.body, /audit verify/)
  const out = /name="token" value="([^"]+)"/.exec(home.body)?.[1] ?? assert.fail('the page has no way out')
  await post('/sign-out', { token: 'forged' }, jar)
  assert.equal((await server.inject({ url: '/staff', cookies: jar })).statusCode, 200)
  assert.equal((await post('/sign-out', { token: out }, jar)).statusCode, 303)
  assert.equal((await server.inject({ url: '/staff', cookies: jar })).statusCode, 303)
})

test('whoever has changed the password is told so on the page they come to', async () => {
  const form = await server.inject('/sign-in')
  const token = /name="token" value="([^"]+)"/.exec(form.body)?.[1] ?? assert.fail('the form has no token')
  const signedIn = await post('/sign-in', { email: 'analyst@example.test', password, token }, cookiesOf(form.cookies))
  const page = await server.inject({ url: '/staff/password', cookies: cookiesOf(signedIn.cookies) })
  const own = /name="token" value="([^"]+)"/.exec(page.body)?.[1] ?? assert.fail('the form has no token')
  const fields = { current: password, password: 'eleven calm otters', token: own }
  const changed = await post('/staff/password', fields, cookiesOf(signedIn.cookies))
  const home = await server.inject({ url: String(changed.headers.location), cookies: cookiesOf(changed.cookies) })
  assert.match(home.body, /role="alert"[^]*Your password is changed/)
  assert.doesNotMatch((await server.inject({ url: '/staff', cookies: cookiesOf(changed.cookies) })).body, /Your password is changed/)
})

test('a public page is the same for whoever is signed in', async () => {
  const stranger = await server.inject('/bodies')
  const known = await server.inject({ url: '/bodies', cookies: { 'golden-thread-session': 'x' } })
  assert.equal(known.body, stranger.body)
})

function post(url: string, fields: Record<string, string>, cookies: Record<string, string>) {
  return server.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
}

function cookiesOf(cookies: readonly { name: string; value: string }[]): Record<string, string> {
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
}
