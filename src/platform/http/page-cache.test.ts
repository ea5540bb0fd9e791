import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makePageCache } from './page-cache.ts'
import { rendered } from './rendered.ts'

test('a pack that is too large to be kept whole is compressed once, and another pack by itself', async () => {
  const cache = makePageCache({ bytes: 64 * 1024 * 1024, edition: async () => 'today' })
  const pack = (words: string) => () => Promise.resolve(rendered(200, 'application/pdf', `%PDF-1.7 ${words.repeat(300_000)}`))
  const [first, again, other] = [await cache.answer('/pack.pdf', pack('a tagged page ')), await cache.answer('/pack.pdf', pack('a tagged page ')), await cache.answer('/other.pdf', pack('another page '))]
  assert.notEqual(first.body, again.body, 'it was read from the file store each time')
  assert.ok(first.compressed !== undefined)
  assert.equal(first.compressed, again.compressed)
  assert.notDeepEqual(first.compressed.br, other.compressed?.br)
})
