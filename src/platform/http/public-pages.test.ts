import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import test from 'node:test'
import type { Reader } from '#platform/database/database.ts'
import { html } from '#platform/pages/html.ts'
import { date, type LocalDate } from '#core/dates.ts'
import type { PublicPage } from './answers.ts'
import { makePageCache } from './page-cache.ts'
import { registerPublicPages, type PublicDoor } from './public-pages.ts'
import type { Server } from './server.ts'
import { testServer, testSite } from './testing.ts'

/** Pages that count how often they are made; they ask the database for nothing. */
async function siteWith(pages: readonly PublicPage[]): Promise<{ server: Server; stands: { today: LocalDate; revision: number } }> {
  const stands = { today: date('2023-07-03'), revision: 1 }
  const nothing: Reader = { tables: () => assert.fail('these pages read nothing') }
  const door: PublicDoor = {
    database: { readPublished: (work) => work(nothing) },
    file: async () => undefined,
    today: () => stands.today,
    origin: () => 'https://council.example',
    site: () => testSite,
    cache: makePageCache({ bytes: 1_000_000, edition: async () => `${stands.today} ${stands.revision}` }),
  }
  const { server } = await testServer()
  registerPublicPages(server, pages, door)
  return { server, stands }
}

function counting(): { page: PublicPage; made: () => number } {
  let made = 0
  const page: PublicPage = {
    path: '/bodies/:body',
    answer: async ({ params, query, today }) => {
      made += 1
      return { kind: 'page', title: `${params['body']}`, body: html`<p>${query.get('q') ?? ''} on ${today}, ${'long '.repeat(400)}</p>` }
    },
  }
  return { page, made: () => made }
}

test('a page is made once and kept until something is published or the day changes', async () => {
  const { page, made } = counting()
  const { server, stands } = await siteWith([page])
  const first = await server.inject('/bodies/cabinet')
  assert.equal(first.statusCode, 200)
  assert.match(first.body, /<h1[^>]*>cabinet<\/h1>/)
  await server.inject('/bodies/cabinet')
  assert.equal(made(), 1)
  stands.revision = 2
  await server.inject('/bodies/cabinet')
  assert.equal(made(), 2)
  stands.today = date('2023-07-04')
  assert.match((await server.inject('/bodies/cabinet')).body, /on 2023-07-04/)
  assert.equal(made(), 3)
})

test('many who ask for the same page at once wait for one making of it', async () => {
  const { page, made } = counting()
  const { server } = await siteWith([page])
  const answers = await Promise.all(Array.from({ length: 20 }, () => server.inject('/bodies/council')))
  assert.equal(made(), 1)
  assert.equal(new Set(answers.map((answer) => answer.body)).size, 1)
})

test('long made-up queries are answered and not kept', async () => {
  const { page, made } = counting()
  const { server } = await siteWith([page])
  const url = `/bodies/cabinet?q=${'x'.repeat(300)}`
  await server.inject(url)
  assert.equal((await server.inject(url)).statusCode, 200)
  assert.equal(made(), 2)
})

test('what is kept stays within its bytes, however many addresses are asked for', async () => {
  const { page, made } = counting()
  const { server } = await siteWith([page])
  await server.inject('/bodies/cabinet')
  for (let number = 0; number < 500; number += 1) await server.inject(`/bodies/cabinet?q=${number}`)
  await server.inject('/bodies/cabinet')
  assert.equal(made(), 502)
})

test('the browser is told 304 by the ETag of the form that it holds, and each form has its own', async () => {
  const { page } = counting()
  const { server } = await siteWith([page])
  const ask = (headers: Record<string, string>) => server.inject({ url: '/bodies/cabinet', headers })
  const plain = await ask({})
  const br = await ask({ 'accept-encoding': 'gzip, deflate, br' })
  const zipped = await ask({ 'accept-encoding': 'br;q=0, gzip' })
  assert.deepEqual([br.headers['content-encoding'], zipped.headers['content-encoding']], ['br', 'gzip'])
  assert.equal(brotliDecompressSync(br.rawPayload).toString(), plain.body)
  assert.equal(gunzipSync(zipped.rawPayload).toString(), plain.body)
  const tags = [plain, br, zipped].map((answer) => String(answer.headers.etag))
  assert.equal(new Set(tags).size, 3)
  assert.equal((await ask({ 'if-none-match': `"other", ${tags[0]}` })).statusCode, 304)
  assert.equal((await ask({ 'if-none-match': `W/${tags[1]}`, 'accept-encoding': 'br' })).statusCode, 304)
  assert.equal((await ask({ 'if-none-match': '"other"' })).statusCode, 200)
})

test('a PDF is sent compressed to those who can read that, and whole to others, with the length and the ETag of what is sent', async () => {
  const pack = Buffer.from(`%PDF-1.7 ${'/StructElem of a tagged page '.repeat(20_000)}`)
  const { server } = await siteWith([{ path: '/pack.pdf', answer: async () => ({ kind: 'file', contentType: 'application/pdf', body: pack, filename: 'pack.pdf', inline: true }) }])
  const ask = (headers: Record<string, string>, method: 'GET' | 'HEAD' = 'GET') => server.inject({ method, url: '/pack.pdf', headers })
  const [plain, br] = [await ask({}), await ask({ 'accept-encoding': 'gzip, br' })]
  assert.deepEqual([plain.headers['content-encoding'], plain.headers['content-length']], [undefined, String(pack.length)])
  assert.deepEqual(plain.rawPayload, pack)
  assert.deepEqual([br.headers['content-encoding'], br.headers['content-length'], br.headers['content-type']], ['br', String(br.rawPayload.length), 'application/pdf'])
  assert.ok(br.rawPayload.length < pack.length / 3)
  assert.deepEqual(brotliDecompressSync(br.rawPayload), pack)
  const head = await ask({ 'accept-encoding': 'gzip, br' }, 'HEAD')
  assert.deepEqual([head.headers['content-length'], head.headers.etag, head.body], [br.headers['content-length'], br.headers.etag, ''])
  assert.notEqual(br.headers.etag, plain.headers.etag)
  assert.equal((await ask({ 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) })).statusCode, 304)
})

test('a file that does not become smaller is sent as it is', async () => {
  const photos = randomBytes(50_000)
  const { server } = await siteWith([{ path: '/photos.pdf', answer: async () => ({ kind: 'file', contentType: 'application/pdf', body: photos }) }])
  for (let times = 0; times < 2; times += 1) {
    const { headers, rawPayload } = await server.inject({ url: '/photos.pdf', headers: { 'accept-encoding': 'br, gzip' } })
    assert.deepEqual([headers['content-encoding'], rawPayload.length], [undefined, photos.length])
  }
})

test('HEAD has the headers of GET and no body; POST is told that the address can only be read', async () => {
  const { page } = counting()
  const { server } = await siteWith([page])
  const head = await server.inject({ method: 'HEAD', url: '/bodies/cabinet' })
  const get = await server.inject('/bodies/cabinet')
  assert.equal(head.statusCode, 200)
  assert.equal(head.body, '')
  assert.equal(head.headers['content-length'], get.headers['content-length'])
  assert.equal(head.headers.etag, get.headers.etag)
  const post = await server.inject({ method: 'POST', url: '/bodies/cabinet' })
  assert.equal(post.statusCode, 405)
  assert.equal(post.headers['allow'], 'GET, HEAD')
})

test('what is not there is a page with the message, not kept; a move and a file are sent as such', async () => {
  const { server } = await siteWith([
    { path: '/gone/:x', answer: async () => ({ kind: 'not-found', message: 'No body has this name. Look in the list of bodies.' }) },
    { path: '/old', answer: async () => ({ kind: 'moved', to: '/bodies/cabinét', permanent: true }) },
    {
      path: '/pack.pdf',
      answer: async () => ({ kind: 'file', contentType: 'application/pdf', body: new Uint8Array([1, 2, 3]), filename: 'Pack “1”.pdf' }),
    },
  ])
  const gone = await server.inject('/gone/x')
  assert.equal(gone.statusCode, 404)
  assert.match(gone.body, /Look in the list of bodies/)
  assert.equal(gone.headers['cache-control'], 'no-store')
  const old = await server.inject('/old')
  assert.deepEqual([old.statusCode, old.headers.location], [301, '/bodies/cabin%C3%A9t'])
  const pack = await server.inject('/pack.pdf')
  assert.deepEqual([...pack.rawPayload], [1, 2, 3])
  assert.equal(pack.headers['content-disposition'], `attachment; filename="Pack _1_.pdf"; filename*=UTF-8''Pack%20%E2%80%9C1%E2%80%9D.pdf`)
})

test('hostile text in an address arrives escaped', async () => {
  const { page } = counting()
  const { server } = await siteWith([page])
  const { body } = await server.inject('/bodies/%3Cscript%3Ealert(1)%3C%2Fscript%3E?q=%22%3E%3Cimg%3E')
  assert.doesNotMatch(body, /<script>alert|"><img>/)
})

test('an address that programs ask by POST hands on what they sent, of any kind, and is not kept; others still refuse it', async () => {
  const asked: PublicPage = { path: '/calls', isAskedByPost: true, answer: async ({ posted }) => ({ kind: 'file', status: posted === undefined ? 400 : 200, contentType: 'text/plain', body: posted instanceof URLSearchParams ? `form ${posted.get('a')}` : `text ${posted}` }) }
  const { server } = await siteWith([asked, counting().page])
  const post = (url: string, payload: string, type: string) => server.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })
  assert.deepEqual([(await server.inject('/calls')).statusCode, (await server.inject('/calls')).body], [400, 'text undefined'])
  assert.equal((await post('/calls', 'a=1&a=2', 'application/x-www-form-urlencoded')).body, 'form 1')
  assert.equal((await post('/calls', 'a=3', 'application/x-www-form-urlencoded')).body, 'form 3')
  assert.equal((await post('/calls', '<a/>', 'text/xml; charset=utf-8')).body, 'text <a/>')
  assert.equal((await post('/calls', '{', 'application/json')).body, 'text {')
  assert.equal((await post('/calls', 'x'.repeat(70_000), 'text/xml')).statusCode, 413)
  assert.deepEqual([(await server.inject({ method: 'PUT', url: '/calls' })).statusCode, (await post('/bodies/cabinet', 'a=1', 'application/x-www-form-urlencoded')).statusCode], [405, 405])
})

test('at an address that programs read, whatever the site refuses is said in the form that they read, for scripts of any site', async () => {
  const sayError = (words: string) => ({ contentType: 'application/json', body: JSON.stringify({ words }), isForAnySite: true })
  const broken: PublicPage = { path: '/calls', isAskedByPost: true, sayError, answer: async () => assert.fail('broken') }
  const { server } = await siteWith([broken, { ...broken, path: '/calls/:call', isAskedByPost: false }])
  const asked = [['PUT', '/calls', 405, 'by GET or by POST'], ['POST', '/calls/one', 405, 'can only be read'], ['GET', '/calls/one', 500, 'on our side'], ['POST', '/calls', 413, 'larger than']] as const
  for (const [method, url, status, words] of asked) {
    const { statusCode, headers, body } = await server.inject({ method, url, ...(status === 413 ? { payload: 'x'.repeat(70_000), headers: { 'content-type': 'text/xml' } } : {}) })
    assert.deepEqual([statusCode, headers['content-type'], headers['access-control-allow-origin']], [status, 'application/json', '*'], `${method} ${url}`)
    assert.match((JSON.parse(body) as { words: string }).words, new RegExp(words))
  }
})

test('scripts of any site may send XML to an address that takes it from programs, and are told nothing at a page for people', async () => {
  const calls: PublicPage = { path: '/calls', isAskedByPost: true, sayError: (body) => ({ contentType: 'text/plain', body }), answer: async () => assert.fail('asked') }
  const { server } = await siteWith([calls, counting().page])
  const preflight = async (url: string) => {
    const { statusCode, headers } = await server.inject({ method: 'OPTIONS', url, headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } })
    return [statusCode, headers['access-control-allow-origin'], headers['access-control-allow-methods']]
  }
  assert.deepEqual(await preflight('/calls'), [204, '*', 'GET, HEAD, POST'])
  assert.deepEqual(await preflight('/bodies/cabinet'), [405, undefined, undefined])
})
