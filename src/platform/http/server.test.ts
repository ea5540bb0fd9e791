import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import test from 'node:test'
import { closeServer, listen } from './listening.ts'
import { registerHealth } from './health-routes.ts'
import { testServer } from './testing.ts'

test('every answer forbids inline script, frames and third parties, errors included', async () => {
  const { server } = await testServer()
  for (const url of ['/health-not', '/%E0%A4%A']) {
    const { headers } = await server.inject(url)
    assert.equal(
      headers['content-security-policy'],
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
    )
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['referrer-policy'], 'same-origin')
    assert.match(String(headers['permissions-policy']), /camera=\(\)/)
    assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/)
    assert.equal(headers['strict-transport-security'], undefined)
  }
})

test('a site reached by https says so for a year', async () => {
  const { server } = await testServer({ https: true })
  assert.match(String((await server.inject('/x')).headers['strict-transport-security']), /max-age=31536000/)
})

test('an address that is no text, holds NUL or is endless gets a page that says what is wrong', async () => {
  const { server } = await testServer()
  server.get('/bodies/:body', () => 'reached')
  const found = async (url: string) => server.inject(url)
  for (const url of ['/bodies/%E0%A4%A', '/bodies/%00', '/bodies/a?q=%00', '/bodies/%', '/bodies/%FF']) {
    const { statusCode, body } = await found(url)
    assert.equal(statusCode, 400, url)
    assert.match(body, /cannot be read/)
  }
  const long = await found(`/bodies/${'a'.repeat(3000)}`)
  assert.equal(long.statusCode, 414)
  assert.match(long.body, /too long/)
  assert.equal((await found('/bodies/%F0%9F%8C%88')).body, 'reached')
})

test('an unknown address gets a page with status 404, and for the API a problem document', async () => {
  const { server } = await testServer()
  const page = await server.inject('/nothing')
  assert.equal(page.statusCode, 404)
  assert.match(String(page.headers['content-type']), /text\/html/)
  const api = await server.inject('/api/v1/nothing')
  assert.equal(api.statusCode, 404)
  assert.equal(api.headers['content-type'], 'application/problem+json')
  assert.equal(api.json<{ status: number }>().status, 404)
})

test('a slash at the end leads to the address without it, and never to another site', async () => {
  const { server } = await testServer()
  assert.equal((await server.inject('/bodies/?kind=cabinet')).headers.location, '/bodies?kind=cabinet')
  for (const url of ['//evil.example/', '/\\evil.example/', '///evil.example//']) {
    assert.match((await server.inject({ url: `http://here${url}` })).headers.location ?? '/', /^\/($|[^/\\])/)
  }
})

test('a failure is answered in plain words with a request id, and its cause stays in the log', async () => {
  const { server, log } = await testServer()
  server.get('/broken', () => {
    throw new Error('the secret cause')
  })
  const { statusCode, body, headers } = await server.inject('/broken')
  assert.equal(statusCode, 500)
  assert.doesNotMatch(body, /secret cause/)
  assert.ok(body.includes(String(headers['x-request-id'])))
  assert.match(log.join(''), /secret cause/)
})

test('a form that is too large is refused with 413 in plain words', async () => {
  const { server } = await testServer()
  server.post('/form', () => 'taken')
  const { statusCode, body } = await server.inject({
    method: 'POST',
    url: '/form',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `text=${'a'.repeat(1_100_000)}`,
  })
  assert.equal(statusCode, 413)
  assert.match(body, /larger than this site takes/)
})

test('the log has the route and the status, never the reader’s address, the path or the query', async () => {
  const { server, log } = await testServer()
  server.get('/search/:word', () => 'found')
  await server.inject({ url: '/search/ann?q=bob', remoteAddress: '203.0.113.9' })
  const line = JSON.parse(log.join('')) as Record<string, unknown>
  assert.deepEqual([line['method'], line['route'], line['status']], ['GET', '/search/:word', 200])
  assert.doesNotMatch(log.join(''), /203\.0\.113|ann|bob/)
})

test('one address that asks more than 1,200 times a minute waits, and others do not', async () => {
  const { server } = await testServer()
  server.get('/page', () => 'page')
  const ask = async (remoteAddress: string) => (await server.inject({ url: '/page', remoteAddress })).statusCode
  for (let count = 0; count < 1200; count += 1) assert.equal(await ask('203.0.113.9'), 200)
  assert.equal(await ask('203.0.113.9'), 429)
  assert.equal(await ask('203.0.113.10'), 200)
})

test('a forwarded address counts only where a proxy is expected', async () => {
  for (const [behindProxy, seen] of [
    [true, '203.0.113.9'],
    [false, '127.0.0.1'],
  ] as const) {
    const { server } = await testServer({ behindProxy })
    server.get('/who', (request) => request.ip)
    assert.equal((await server.inject({ url: '/who', headers: { 'x-forwarded-for': '203.0.113.9' } })).body, seen)
  }
})

test('an address that a reader wrote himself does not count: the proxy’s own word is the last', async () => {
  const { server } = await testServer({ behindProxy: true })
  server.get('/who', (request) => request.ip)
  const { body } = await server.inject({ url: '/who', headers: { 'x-forwarded-for': '198.51.100.7, 10.1.2.3' } })
  assert.equal(body, '10.1.2.3')
})

test('a port in use is refused with what to do', async () => {
  const { server: first } = await testServer()
  const { server: second } = await testServer()
  const port = await listen(first, { host: '127.0.0.1', port: 0 })
  assert.ok(port.ok)
  const refused = await listen(second, { host: '127.0.0.1', port: port.value })
  assert.match(refused.ok ? '' : refused.refusal.message, /in use .*PORT=/)
  await closeServer(first)
})

test('a request that has begun is answered although the server is closing', async () => {
  const { server } = await testServer()
  let begun: () => void = () => undefined
  const hasBegun = new Promise<void>((resolve) => (begun = resolve))
  server.get('/slow', async () => {
    begun()
    await new Promise((resolve) => setTimeout(resolve, 100))
    return 'whole'
  })
  const port = await listen(server, { host: '127.0.0.1', port: 0 })
  assert.ok(port.ok)
  const answer = fetch(`http://127.0.0.1:${port.value}/slow`)
  await hasBegun
  const closed = closeServer(server)
  assert.equal(await (await answer).text(), 'whole')
  await closed
  await assert.rejects(fetch(`http://127.0.0.1:${port.value}/slow`))
})

test('a connection on which nothing was asked does not hold a closing server open', async () => {
  const { server } = await testServer()
  const port = await listen(server, { host: '127.0.0.1', port: 0 })
  assert.ok(port.ok)
  const silent = connect(port.value, '127.0.0.1')
  await Promise.all([once(silent, 'connect'), once(server.server, 'connection')])
  const begun = performance.now()
  await Promise.all([closeServer(server), once(silent, 'close')])
  assert.ok(performance.now() - begun < 5_000)
})

test('a request of which a part has come is not cut off by a closing server', async () => {
  const { server } = await testServer()
  const port = await listen(server, { host: '127.0.0.1', port: 0 })
  assert.ok(port.ok)
  const slow = connect(port.value, '127.0.0.1')
  const [accepted] = (await once(server.server, 'connection')) as [Socket]
  slow.write('GET / HTTP/1.1\r\n')
  while (accepted.bytesRead === 0) await new Promise((resolve) => setImmediate(resolve))
  const closed = closeServer(server)
  await new Promise((resolve) => setTimeout(resolve, 120))
  slow.write('Host: here\r\n\r\n')
  const [answer] = (await Promise.race([once(slow, 'data'), once(slow, 'close')])) as [unknown]
  assert.match(String(answer), /^HTTP\/1.1 503 /)
  await closed
})

test('what is not HTTP, or has endless headers, is refused with a word and the server lives on', async () => {
  const { server } = await testServer()
  registerHealth(server, async () => ({ ready: false, waitingFor: 'the database' }))
  const port = await listen(server, { host: '127.0.0.1', port: 0 })
  assert.ok(port.ok)
  assert.match(await raw(port.value, 'NONSENSE\r\n\r\n'), /^HTTP\/1.1 400 Bad Request/)
  assert.match(await raw(port.value, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`), /^HTTP\/1.1 431 /)
  assert.equal((await fetch(`http://127.0.0.1:${port.value}/health`)).status, 200)
  const ready = await fetch(`http://127.0.0.1:${port.value}/health/ready`)
  assert.equal(ready.status, 503)
  assert.deepEqual(await ready.json(), { status: 'not ready', waitingFor: 'the database' })
  await closeServer(server)
})

function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let answer = ''
    socket.on('data', (bytes) => (answer += bytes.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}
