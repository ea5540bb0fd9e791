import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '#platform/database/testing.ts'
import { disableAccount } from '../accounts/disable-account.ts'
import { addPerson } from '../accounts/testing.ts'
import type { Context } from '../act.ts'
import { accessMigrations } from '../migrations.ts'
import { singleSignOn } from '../single-sign-on/single-sign-on.ts'
import { startTestProvider, type TestProvider } from '../single-sign-on/testing.ts'
import { at, testContext } from '../testing.ts'
import { TestBrowser } from './testing.ts'
import type { SignInAnswer } from './visit.ts'

let store: Awaited<ReturnType<typeof testDatabase>>
let operator: Context
let provider: TestProvider
before(async () => {
  provider = await startTestProvider('https://council.example/sign-in/single-sign-on/return')
  store = await testDatabase(accessMigrations)
  operator = testContext(store.database)
})
after(async () => {
  await provider.close()
  await store.close()
})

const browser = () => new TestBrowser(operator, { singleSignOn: singleSignOn(provider.settings) })
const person = (subject: string, email: string, isVerified = true) => ({ subject, email, isVerified })

const add = (email: string) => addPerson(operator, email, ['analyst'], 'Kiran Redfern')

async function throughProvider(at: TestBrowser): Promise<SignInAnswer> {
  const sent = await at.get('/sign-in/single-sign-on?next=/staff/measures')
  const back = await provider.visit(new URL(sent.kind === 'moved' ? sent.to : assert.fail(sent.body.toString())))
  return at.get(`${back.pathname}${back.search}`)
}

const message = (answer: SignInAnswer): string => (answer.kind === 'page' ? answer.body.toString() : `moved to ${answer.to}`)

test('somebody with an account comes in by their verified e-mail address and goes on where they meant to', async () => {
  await add('kiran@example.test')
  provider.person = person('subject-kiran', 'Kiran@example.test')
  const visitor = browser()
  assert.match(message(await visitor.get('/sign-in')), /Sign in with your work account/)
  const answer = await throughProvider(visitor)
  assert.equal(message(answer), 'moved to /staff/measures')
  assert.equal((await visitor.session())?.actor.name, 'Kiran Redfern')
})

test('from then on the subject brings the account, also under a new e-mail address', async () => {
  provider.person = person('subject-kiran', 'kiran.redfern-hale@example.test')
  const visitor = browser()
  await throughProvider(visitor)
  assert.equal((await visitor.session())?.email, 'kiran@example.test')
})

test('somebody new who was given the old e-mail address does not get the old account', async () => {
  provider.person = person('subject-newcomer', 'kiran@example.test')
  const visitor = browser()
  assert.match(message(await throughProvider(visitor)), /no account here that is open/)
  assert.equal(await visitor.session(), undefined)
})

test('an e-mail address that the provider has not verified brings no account', async () => {
  await add('unverified@example.test')
  provider.person = person('subject-unverified', 'unverified@example.test', false)
  assert.match(message(await throughProvider(browser())), /no account here that is open/)
})

test('a stranger is refused in plain words, and so is somebody whose account is closed', async () => {
  provider.person = person('subject-stranger', 'stranger@example.test')
  assert.match(message(await throughProvider(browser())), /administrator can add you/)
  await add('closed@example.test')
  await disableAccount(operator, 'closed@example.test', 'left')
  provider.person = person('subject-closed', 'closed@example.test')
  assert.match(message(await throughProvider(browser())), /administrator can add you/)
})

test('an answer brought to another browser, or too late, is refused', async () => {
  provider.person = person('subject-kiran', 'kiran@example.test')
  const [one, other] = [browser(), browser()]
  const sent = await one.get('/sign-in/single-sign-on')
  const back = await provider.visit(new URL(sent.kind === 'moved' ? sent.to : assert.fail()))
  assert.match(message(await other.get(`${back.pathname}${back.search}`)), /begun in another browser/)
  one.now = at('09:15:00')
  assert.match(message(await one.get(`${back.pathname}${back.search}`)), /took too long/)
})

test('a cookie whose contents were changed is not believed', async () => {
  const visitor = browser()
  await visitor.get('/sign-in/single-sign-on')
  const name = '__Host-golden-thread-sign-on'
  visitor.cookies.set(name, `${visitor.cookies.get(name)}x`)
  assert.match(message(await visitor.get('/sign-in/single-sign-on/return?code=1&state=2')), /Start again/)
})

test('without single sign-on set up, its button is not shown and its address says so', async () => {
  const visitor = new TestBrowser(operator)
  assert.doesNotMatch(message(await visitor.get('/sign-in')), /work account/)
  assert.match(message(await visitor.get('/sign-in/single-sign-on')), /has not set up/)
})
