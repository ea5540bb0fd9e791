import { test } from 'node:test'
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import type { Site } from '../site/start-site.ts'

const panel = '/bodies/children-and-families-overview-and-scrutiny-panel/2023-07-07'
const figures = '/dashboards/children-and-families-overview-and-scrutiny-panel'

/** Addresses that nobody should ask for, and what they are answered with. */
const oddAddresses: readonly (readonly [string, number])[] = [
  ['/nothing/here', 404],
  ['/%E0%A4%A', 400],
  ['/%', 400],
  ['/meetings%00', 400],
  ['/bodies/%00', 400],
  ['/meetings?body=%00', 400],
  ['/meetings?body=%E0%A4%A', 400],
  ['/../../etc/passwd', 404],
  ['/assets/../../package.json', 404],
  ['/assets/..%2f..%2fpackage.json', 404],
  ['/assets/%2e%2e/%2e%2e/package.json', 404],
  ['/bodies/..%2f..%2f', 404],
  ['/bodies/cabinet/2023-07-07;drop table', 404],
  ['/bodies/cabinet/2023-02-30', 404],
  ['/bodies/cabinet/99999999999-01-01', 404],
  ["/bodies/'%20or%201=1--", 404],
  [`${panel}/items/0`, 404],
  [`${panel}/items/-1`, 404],
  [`${panel}/items/1e3`, 404],
  [`${panel}/versions/99999999999999999999`, 404],
  [`${panel}/pictures/../pack.pdf`, 404],
  [`/bodies/${'x'.repeat(1900)}`, 404],
  [`/${'x'.repeat(5000)}`, 414],
  [`/meetings?body=${'x'.repeat(5000)}`, 414],
  ['/meetings?when=past&when=coming', 200],
  ['/meetings?constructor=1&__proto__=2&toString=3', 200],
  ['/meetings?after=9999-99-99.x', 200],
  ['/meetings?month=2023-07&month=2023-08', 200],
  ['/meetings?&&==&', 200],
  ['/rules/__proto__', 404],
  ['/rules/constructor', 404],
  ['/api/v1/rules/__proto__', 404],
  ['/measures/__proto__', 404],
  ['/measures/%00.csv', 400],
  ['/measures?theme=constructor&q=%27&strategy=__proto__', 400],
  [`${figures}/2019-20-q4.xlsx?version=99999999999999999999`, 404],
  [`${figures}/2019-20-q4?version=-1`, 404],
  [`${figures}/2019-20-q9`, 404],
  ['/api/v1/bodies?__proto__=1', 400],
]

const oddHeaders = [
  'cookie: golden-thread-session=%00%E0%A4; a=b; =; ;;',
  'host: evil.example',
  'x-forwarded-host: evil.example',
  'x-forwarded-for: 1.2.3.4',
  `accept-language: ${'xx'.repeat(500)}`,
  'if-none-match: "x", W/"y',
  'range: bytes=0-1',
]

const needed = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]

/** Whatever is sent, the answer is in plain words, says nothing of the inside, and the site goes on. */
export function hostileRequests(site: () => Site): void {
  for (const [path, status] of oddAddresses) {
    test(`${path.length > 80 ? `${path.slice(0, 60)}… (${path.length} characters)` : path} is answered with ${status}`, async () => {
      const { head, body } = await raw(site(), `GET ${path.replaceAll(' ', '%20')} HTTP/1.1`)
      assert.equal(Number(head.split(' ')[1]), status, body.slice(0, 300))
      if (status < 400) return
      // What a reader sees: a form's own `select` is no SQL.
      const words = body.replaceAll(/<[^>]*>/g, ' ')
      assert.doesNotMatch(words, /\.ts:\d|node_modules|\bselect .* from |\bat \S+ \((?:file:|node:|\/)|syntax error/i, 'nothing of the inside is shown')
      assert.match(body, path.startsWith('/api/') ? /"detail":"[A-Z]/ : /<h1[^>]*>[A-Z]/)
    })
  }

  test('an address that begins with two slashes does not lead to another site', async () => {
    for (const path of ['//evil.example/', '//evil.example/%2f..', '/\\evil.example/', '/%5cevil.example/']) {
      const { head } = await raw(site(), `GET ${path} HTTP/1.1`)
      const to = /^location: (.*)$/im.exec(head)?.[1]?.trim()
      assert.ok(to === undefined || new URL(to, site().address).origin === site().address, `${path} leads to ${to}`)
    }
  })

  test('an address that can only be read refuses every other method, and says which it takes', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await fetch(`${site().address}/meetings`, { method })
      assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD'], method)
      assert.match(await answer.text(), /can only be read/)
    }
  })

  test('a form that is too large is refused as such, and of a kind that is not read as that', async () => {
    const large = await fetch(`${site().address}/sign-in`, { method: 'POST', body: new URLSearchParams({ email: 'x'.repeat(2_000_000) }) })
    assert.equal(large.status, 413)
    assert.match(await large.text(), /too large/)
    for (const type of ['application/xml', 'multipart/form-data; boundary=x', 'nonsense']) {
      const answer = await fetch(`${site().address}/sign-in`, { method: 'POST', body: '<a/>', headers: { 'content-type': type } })
      assert.equal(answer.status, 415, type)
      assert.match(await answer.text(), /of a kind that this address does not read/)
    }
    const json = await fetch(`${site().address}/sign-in`, { method: 'POST', body: '{"email":', headers: { 'content-type': 'application/json' } })
    assert.ok([400, 415].includes(json.status), `broken JSON is answered with ${json.status}`)
    assert.match(await json.text(), /<h1/)
  })

  test('what is not HTTP, or has headers past all measure, is answered in a line and hung up on', async () => {
    assert.match((await raw(site(), 'NONSENSE')).head, /^HTTP\/1\.1 400 /)
    const headers = await raw(site(), 'GET / HTTP/1.1', [`x-large: ${'y'.repeat(100_000)}`])
    assert.match(headers.head, /^HTTP\/1\.1 431 /)
    assert.match(headers.body, /headers of this request are too large/)
    assert.match((await raw(site(), 'GET / HTTP/1.1', ['content-length: 5', 'transfer-encoding: chunked'])).head, /^HTTP\/1\.1 400 /)
  })

  test('odd headers and cookies change nothing', async () => {
    const plain = await (await fetch(`${site().address}/bodies`)).text()
    for (const header of oddHeaders) {
      const { head, body } = await raw(site(), 'GET /bodies HTTP/1.1', [header])
      assert.match(head, /^HTTP\/1\.1 200 /, header)
      assert.ok(body.includes(plain.slice(-2000)), header)
    }
    assert.doesNotMatch((await raw(site(), 'GET /meetings.atom HTTP/1.1', ['x-forwarded-host: evil.example'])).body, /evil\.example/)
  })

  test('two hundred readers at once each get their page', async () => {
    const paths = ['/', '/meetings', '/bodies', '/bodies/map', '/rules', '/api/v1/bodies', panel, '/meetings?month=2023-07']
    const wholes = new Map(await Promise.all(paths.map(async (path) => [path, await (await fetch(`${site().address}${path}`)).text()] as const)))
    const wrong = await Promise.all(
      Array.from({ length: 200 }, async (_, reader) => {
        const path = paths[reader % paths.length] ?? '/'
        // Half of them ask by an address that nobody has asked for before, so that the page must be made anew.
        const own = path.includes('api') || reader < 100 ? '' : `${path.includes('?') ? '&' : '?'}reader=${reader}`
        const answer = await fetch(`${site().address}${path}${own}`)
        return answer.status === 200 && (await answer.text()) === wholes.get(path) ? [] : [`${path}: ${answer.status}`]
      }),
    )
    assert.deepEqual(wrong.flat(), [])
    assert.equal((await fetch(`${site().address}/health/ready`)).status, 200)
  })

  test('every answer carries the headers that keep its readers safe, and no public one sets a cookie', async () => {
    const found = ['/', '/bodies/map', '/meetings.ics', '/api/v1/bodies', '/sign-in', '/health', `${panel}/pack.pdf`]
    for (const path of [...found, '/nothing', '/api/v1/nothing', '/%E0']) {
      const { headers, body } = await fetch(`${site().address}${path}`)
      await body?.cancel()
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of needed) assert.ok(policy.includes(part), `${path}: ${part}`)
      assert.doesNotMatch(policy, /unsafe|\*|https?:/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
      assert.equal(headers.get('x-frame-options'), 'DENY', path)
      assert.equal(headers.get('referrer-policy'), 'same-origin', path)
      assert.equal(headers.get('x-powered-by'), null, path)
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/, path)
      if (path !== '/sign-in') assert.equal(headers.get('set-cookie'), null, path)
    }
  })
}

/** Sends a request as it is written, which no well-behaved client would; answers when the other side hangs up. */
function raw(site: Site, line: string, headers: readonly string[] = []): Promise<{ head: string; body: string }> {
  const { hostname, port } = new URL(site.address)
  const own = headers.some((header) => header.startsWith('host:')) ? [] : [`host: ${hostname}`]
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write([line, ...own, 'connection: close', ...headers, '', ''].join('\r\n')))
    let text = ''
    socket.setEncoding('utf8')
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${line.slice(0, 80)}`)))
    socket.on('data', (part: string) => (text += part))
    socket.on('error', (problem: NodeJS.ErrnoException) => (text === '' ? reject(problem) : undefined))
    socket.on('close', () => {
      const [head = '', ...body] = text.split('\r\n\r\n')
      resolve({ head, body: body.join('\r\n\r\n') })
    })
  })
}
