import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkNewPassword } from './password-rule.ts'

const owner = { email: 'rosalind.ashdown@example.test', name: 'Rosalind Ashdown' }
const messageFor = (password: string): string | undefined => {
  const checked = checkNewPassword(password, owner)
  return checked.ok ? undefined : checked.refusal.faults[0]?.message
}

test('a password has at least twelve characters', () => {
  assert.match(messageFor('otter-spoon') ?? '', /at least 12/)
  assert.equal(messageFor('otter-spoons'), undefined)
})

test('length is counted in characters as people see them', () => {
  assert.match(messageFor('🦦🥄🧵🪡🧶🧷🧹🧺🧻🧼🧽') ?? '', /at least 12/)
  assert.equal(messageFor('🦦🥄🧵🪡🧶🧷🧹🧺🧻🧼🧽🪣 otter'), undefined)
})

test('a password may be long, with spaces and any letters', () => {
  assert.equal(messageFor('пять кузнечиков на мосту под дождём'), undefined)
  assert.equal(messageFor('vole '.repeat(40)), undefined)
  assert.match(messageFor('x'.repeat(257)) ?? '', /at most 256/)
})

for (const password of [
  'password1234',
  'P@55w0rd2026!',
  'passwordpassword',
  'qwertyuiop12',
  '123456789012',
  'aaaaaaaaaaaaaaaa',
  'September2026',
  'welcome-liverpool',
  'GoldenThread2026',
  'worcestershire1',
  'childrensafeguarding',
]) {
  test(`${password} is refused as too common`, () => assert.match(messageFor(password) ?? '', /harder to guess/))
}

test('a password made of its owner’s name or e-mail address is refused', () => {
  assert.match(messageFor('rosalindashdown') ?? '', /harder to guess/)
  assert.match(messageFor('Ashdown!2026!!') ?? '', /harder to guess/)
  assert.match(messageFor('ashdown@example.test') ?? '', /harder to guess/)
})

test('three or four words are a good password, even common ones', () => {
  assert.equal(messageFor('correct horse battery staple'), undefined)
  assert.equal(messageFor('dragon cheese thursday'), undefined)
})
