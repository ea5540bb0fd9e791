import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { finishSignIn } from './finish-sign-in.ts'
import { singleSignOn } from './single-sign-on.ts'
import { startSignIn } from './start-sign-in.ts'
import { startTestProvider, type TestProvider } from './testing.ts'

let provider: TestProvider
before(async () => {
  provider = await startTestProvider()
})
after(() => provider.close())

const rosalind = { subject: 'subject-of-rosalind', email: 'rosalind.ashdown@example.test', isVerified: true }

async function start() {
  const sso = singleSignOn(provider.settings)
  const started = await startSignIn(sso)
  assert.ok(started.ok)
  return { sso, ...started.value }
}

test('somebody who signs in at the provider comes back with a subject and a verified e-mail address', async () => {
  provider.person = rosalind
  const { sso, to, pending } = await start()
  const back = await provider.visit(to)
  const finished = await finishSignIn(sso, back.searchParams, pending)
  assert.deepEqual(finished, { ok: true, value: { issuer: provider.settings.issuer, subject: rosalind.subject, email: rosalind.email } })
})

test('the provider is asked with PKCE, a state and a nonce that differ each time', async () => {
  const [one, other] = [await start(), await start()]
  assert.equal(one.to.searchParams.get('code_challenge_method'), 'S256')
  assert.equal(one.to.searchParams.get('state'), one.pending.state)
  assert.equal(one.to.searchParams.get('nonce'), one.pending.nonce)
  for (const name of ['state', 'nonce', 'verifier'] as const) assert.notEqual(one.pending[name], other.pending[name])
  assert.doesNotMatch(one.to.href, new RegExp(one.pending.verifier))
})

test('an e-mail address that the provider has not verified is left out', async () => {
  provider.person = { ...rosalind, isVerified: false }
  const { sso, to, pending } = await start()
  const finished = await finishSignIn(sso, (await provider.visit(to)).searchParams, pending)
  assert.ok(finished.ok)
  assert.equal(finished.value.email, undefined)
})

for (const part of ['state', 'nonce', 'verifier'] as const) {
  test(`an answer is refused whose ${part} is another sign-in’s`, async () => {
    provider.person = rosalind
    const { sso, to, pending } = await start()
    const other = await start()
    const finished = await finishSignIn(sso, (await provider.visit(to)).searchParams, { ...pending, [part]: other.pending[part] })
    assert.equal(finished.ok ? undefined : finished.refusal.kind, 'not-allowed')
  })
}

test('a code is good once', async () => {
  provider.person = rosalind
  const { sso, to, pending } = await start()
  const answer = (await provider.visit(to)).searchParams
  assert.ok((await finishSignIn(sso, answer, pending)).ok)
  const again = await finishSignIn(sso, answer, pending)
  assert.equal(again.ok ? undefined : again.refusal.kind, 'not-allowed')
})

test('somebody who declines at the provider is refused in plain words', async () => {
  provider.person = undefined
  const { sso, to, pending } = await start()
  const finished = await finishSignIn(sso, (await provider.visit(to)).searchParams, pending)
  assert.match(finished.ok ? '' : finished.refusal.message, /said no/)
})

test('a provider that is down is refused as unavailable, and asked again next time', async () => {
  const passing = await startTestProvider()
  const sso = singleSignOn(passing.settings)
  await passing.close()
  const started = await startSignIn(sso)
  assert.equal(started.ok ? undefined : started.refusal.kind, 'unavailable')
})

test('plain HTTP is refused for a provider on another machine', async () => {
  const sso = singleSignOn({ ...provider.settings, issuer: 'http://identity.example.test' })
  const started = await startSignIn(sso)
  assert.equal(started.ok ? undefined : started.refusal.kind, 'not-allowed')
})
