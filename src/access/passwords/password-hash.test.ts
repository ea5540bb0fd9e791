import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, passwordMatches } from './password-hash.ts'

test('a password is kept as argon2id with its own salt and the cost that OWASP asks for', async () => {
  const first = await hashPassword('a lantern under the bridge')
  const second = await hashPassword('a lantern under the bridge')
  assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.notEqual(first, second)
})

test('the right password matches and another does not', async () => {
  const kept = await hashPassword('a lantern under the bridge')
  assert.equal(await passwordMatches(kept, 'a lantern under the bridge'), true)
  assert.equal(await passwordMatches(kept, 'a lantern under the bridge '), false)
})

test('an accent typed as one key or as two is the same password', async () => {
  const kept = await hashPassword('caf\u00e9 by the canal lock')
  assert.equal(await passwordMatches(kept, 'cafe\u0301 by the canal lock'), true)
})

test('an account without a password matches nothing, not even the emptiest', async () => {
  assert.equal(await passwordMatches(undefined, ''), false)
})

test('a password kept at another cost is still read at that cost', async () => {
  const kept = '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$Y/1qs7bYhqr/wrJ3dfhCzp8ZQT+2XhIeQdzCN5L5S+8'
  assert.equal(await passwordMatches(kept, 'certainly not this one'), false)
  await assert.rejects(passwordMatches('$2b$10$abcdefghijklmnopqrstuv', 'anything at all'), /argon2id form/)
})

test('an unknown account takes as long as a wrong password', async () => {
  const kept = await hashPassword('a lantern under the bridge')
  const time = async (stored: string | undefined): Promise<number> => {
    const began = process.hrtime.bigint()
    for (let round = 0; round < 5; round += 1) await passwordMatches(stored, 'a guess in the dark')
    return Number(process.hrtime.bigint() - began)
  }
  const ratio = (await time(undefined)) / (await time(kept))
  assert.ok(ratio > 0.3 && ratio < 3, `took ${ratio} times as long`)
})
