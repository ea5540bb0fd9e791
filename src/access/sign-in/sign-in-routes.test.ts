import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '#platform/database/testing.ts'
import { disableAccount } from '../accounts/disable-account.ts'
import { addPerson, testPassword as password } from '../accounts/testing.ts'
import type { Context } from '../act.ts'
import { accessMigrations } from '../migrations.ts'
import { formTokenHolds } from '../sessions/current-session.ts'
import { at, testContext } from '../testing.ts'
import { knownBrowser } from './known-browser.ts'
import { TestBrowser } from './testing.ts'
import type { SignInAnswer } from './visit.ts'

const email = 'rosalind@example.test'
let store: Awaited<ReturnType<typeof testDatabase>>
let operator: Context
before(async () => {
  store = await testDatabase(accessMigrations)
  operator = testContext(store.database)
  await addPerson(operator, email, ['councillor', 'chair'])
})
after(() => store.close())

async function signedIn(address = email): Promise<TestBrowser> {
  const browser = new TestBrowser(operator)
  await browser.get('/sign-in')
  const answer = await browser.post('/sign-in', { email: address, password })
  assert.equal(answer.kind, 'moved')
  return browser
}

const page = (answer: SignInAnswer) =>
  answer.kind === 'page' ? { status: answer.status, text: answer.body.toString() } : assert.fail(`moved to ${answer.to}`)
const to = (answer: SignInAnswer) => (answer.kind === 'moved' ? answer.to : assert.fail('a page'))

test('the form shows an e-mail address, a password and a hidden token; signing in leads to the page asked for', async () => {
  const browser = new TestBrowser(operator)
  const { text } = page(await browser.get('/sign-in?next=/staff/meetings%3Fyear=2023'))
  assert.match(text, /<input[^>]* name="email"/)
  assert.match(text, /<input[^>]* name="password"[^>]* type="password"/)
  assert.ok(browser.hidden['token'])
  assert.equal(to(await browser.post('/sign-in', { email, password })), '/staff/meetings?year=2023')
  const session = await browser.session()
  assert.deepEqual([session?.actor.name, session?.email, session?.actor.roles], ['Rosalind Ashdown', email, ['chair', 'councillor']])
})

const elsewhere = ['https://elsewhere.example/', '//elsewhere.example', '/staff\\..\\evil', '/staffroom', 'javascript:alert(1)', '/staff/\n']
for (const next of elsewhere) {
  test(`nobody is sent on to ${JSON.stringify(next)}`, async () => {
    const browser = new TestBrowser(operator)
    await browser.get('/sign-in')
    assert.equal(to(await browser.post('/sign-in', { email, password, next })), '/staff')
  })
}

test('whoever has forgotten the password is told that it cannot be looked up, what to ask for and whom', async () => {
  const { text } = page(await new TestBrowser(operator).get('/sign-in'))
  assert.match(text, /If you have forgotten your password<\/h2>[^]*new invitation[^]*Write to Democratic Services\./)
})

test('a refused sign-in keeps the e-mail address as typed and never the password', async () => {
  const browser = new TestBrowser(operator)
  await browser.get('/sign-in')
  const { status, text } = page(await browser.post('/sign-in', { email: '<Who>@example.test', password: 'not-the-password-1' }))
  assert.equal(status, 400)
  assert.match(text, /value="&lt;Who&gt;@example\.test"/)
  assert.match(text, /href="#email"/)
  assert.doesNotMatch(text, /not-the-password-1/)
  assert.equal(await browser.session(), undefined)
})

test('empty fields are named', async () => {
  const browser = new TestBrowser(operator)
  await browser.get('/sign-in')
  assert.match(page(await browser.post('/sign-in', {})).text, /Enter your e-mail address[^]*Enter your password/)
})

test('a form whose token is missing, wrong or another browser’s is refused', async () => {
  const [browser, other] = [new TestBrowser(operator), new TestBrowser(operator)]
  await other.get('/sign-in')
  for (const token of ['', 'made up', other.hidden['token'] ?? '']) {
    await browser.get('/sign-in')
    assert.equal(page(await browser.post('/sign-in', { email, password, token })).status, 403)
  }
  await browser.get('/sign-in')
  browser.cookies.clear()
  assert.equal(page(await browser.post('/sign-in', { email, password })).status, 403)
  assert.equal(await browser.session(), undefined)
})

test('over https the cookie is a __Host- cookie; over http on this machine a plain one; scripts can read neither', async () => {
  const expected = [
    ['https://council.example', '__Host-golden-thread-session', true],
    ['http://127.0.0.1:3000', 'golden-thread-session', false],
  ] as const
  for (const [origin, name, secure] of expected) {
    const browser = new TestBrowser(operator)
    browser.origin = origin
    await browser.get('/sign-in')
    const [cookie] = (await browser.post('/sign-in', { email, password })).cookies
    assert.equal(cookie?.name, name)
    assert.deepEqual(cookie?.options, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 43_200 })
  }
})

test('each session’s form token is its own', async () => {
  const [one, other] = [await (await signedIn()).session(), await (await signedIn()).session()]
  assert.ok(one !== undefined && other !== undefined)
  assert.equal(formTokenHolds(one, { token: one.formToken.value }), true)
  assert.equal(formTokenHolds(one, { token: other.formToken.value }), false)
  assert.equal(formTokenHolds(one, {}), false)
})

test('a session unused for half an hour is over; one that is used lasts a working day', async () => {
  const idle = await signedIn()
  idle.now = at('09:30:00')
  assert.equal(await idle.session(), undefined)
  const used = await signedIn()
  for (let minutes = 25; minutes < 720; minutes += 25) {
    used.now = new Date(at('09:00:00').getTime() + minutes * 60_000)
    assert.ok(await used.session(), `over after ${minutes} minutes`)
  }
  used.now = at('21:00:00')
  assert.equal(await used.session(), undefined)
})

test('signing out ends the session at once, and only with the session’s own token', async () => {
  const browser = await signedIn()
  const kept = new Map(browser.cookies)
  await browser.post('/sign-out', { token: 'made up' })
  const session = await browser.session()
  assert.ok(session)
  assert.equal(to(await browser.post('/sign-out', { token: session.formToken.value })), '/')
  for (const [name, value] of kept) browser.cookies.set(name, value)
  assert.equal(await browser.session(), undefined)
})

test('disabling an account ends its sessions at once', async () => {
  await addPerson(operator, 'leaver@example.test')
  const browser = await signedIn('leaver@example.test')
  assert.ok(await browser.session())
  await disableAccount(operator, 'leaver@example.test', 'left')
  assert.equal(await browser.session(), undefined)
})

test('whoever is signed in is not asked again', async () => {
  const browser = await signedIn()
  assert.equal(to(await browser.get('/sign-in?next=/staff/meetings')), '/staff/meetings')
})

test('a new password is set with the current one, and every other session ends', async () => {
  await addPerson(operator, 'changer@example.test')
  const [here, there] = [await signedIn('changer@example.test'), await signedIn('changer@example.test')]
  await here.get('/staff/password')
  const wrong = await here.post('/staff/password', { current: 'not my password', password: 'six herons on a weir' })
  assert.match(page(wrong).text, /not your current password/)
  assert.match(page(await here.post('/staff/password', { current: password, password: 'changer@example.test' })).text, /harder to guess/)
  assert.equal(to(await here.post('/staff/password', { current: password, password: 'six herons on a weir' })), '/staff?changed=password')
  assert.ok(await here.session())
  assert.equal(await there.session(), undefined)
  await there.get('/sign-in')
  assert.equal(page(await there.post('/sign-in', { email: 'changer@example.test', password })).status, 400)
})

test('the page for a new password asks to sign in first', async () => {
  assert.equal(to(await new TestBrowser(operator).get('/staff/password')), '/sign-in?next=/staff/password')
})

test('somebody who may guess no more is told to wait', async () => {
  const browser = new TestBrowser(operator)
  browser.address = '198.51.100.1'
  await browser.get('/sign-in')
  for (let guess = 0; guess < 10; guess += 1) await browser.post('/sign-in', { email: 'nobody@example.test', password: 'any' })
  const { status, text } = page(await browser.post('/sign-in', { email: 'nobody@example.test', password: 'any' }))
  assert.equal(status, 429)
  assert.match(text, /Wait five minutes/)
})

test('a stranger’s guesses do not keep the owner out of the browser in which they have signed in before; its cookie is closed to scripts and other sites', async () => {
  await addPerson(operator, 'known@example.test')
  const known = await signedIn('known@example.test')
  const guess = async (browser: TestBrowser, tried: string, address = 'known@example.test') => {
    browser.address = `198.51.100.${Math.floor(Math.random() * 250)}`
    await browser.get('/sign-in')
    return browser.post('/sign-in', { email: address, password: tried })
  }
  const strangers = new TestBrowser(operator)
  for (let count = 0; count < 10; count += 1) assert.equal(page(await guess(strangers, `guess number ${count}`)).status, 400)
  assert.equal(page(await guess(strangers, password)).status, 429)
  known.cookies.delete('__Host-golden-thread-session')
  const entered = await guess(known, password, ' Known@Example.test')
  assert.equal(to(entered), '/staff')
  const set = entered.cookies.find(({ name }) => name === '__Host-golden-thread-browser') ?? assert.fail('no cookie')
  assert.deepEqual([set.options.httpOnly, set.options.sameSite, set.options.secure, set.options.maxAge], [true, 'lax', true, 400 * 24 * 3600])
  assert.doesNotMatch(set.value, /known|@/)
})

test('a browser’s stolen cookie gives ten guesses at its own account and none at another, and none more once it is left away; one that we did not make is none', async () => {
  for (const name of ['robbed', 'other']) await addPerson(operator, `${name}@example.test`)
  const owner = await signedIn('robbed@example.test')
  const stolen = owner.cookies.get('__Host-golden-thread-browser') ?? assert.fail('no cookie')
  const tryAll = async (value: string | undefined, email: string) => {
    let taken = 0
    for (let count = 0; count < 12; count += 1) {
      const thief = new TestBrowser(operator)
      thief.address = `192.0.2.${count}`
      if (value !== undefined) thief.cookies.set('__Host-golden-thread-browser', value)
      await thief.get('/sign-in')
      if (page(await thief.post('/sign-in', { email, password: `guess number ${count}` })).status === 400) taken += 1
    }
    return taken
  }
  assert.deepEqual([await tryAll(stolen, 'robbed@example.test'), await tryAll(undefined, 'robbed@example.test')], [10, 0])
  assert.deepEqual([await tryAll(undefined, 'other@example.test'), await tryAll(stolen, 'other@example.test'), await tryAll(`${'x'.repeat(43)}.${stolen.slice(44)}`, 'other@example.test')], [10, 0, 0])
})

test('one browser is remembered for those who share it, the latest five', async () => {
  const shared = new TestBrowser(operator)
  for (let person = 0; person < 6; person += 1) {
    await addPerson(operator, `sharer-${person}@example.test`)
    await shared.get('/sign-in')
    assert.equal((await shared.post('/sign-in', { email: `sharer-${person}@example.test`, password })).kind, 'moved')
    shared.cookies.delete('__Host-golden-thread-session')
  }
  const jar = { secretKey: shared.door.secretKey, origin: shared.origin, cookies: Object.fromEntries(shared.cookies) }
  assert.deepEqual([0, 1, 5].map((person) => knownBrowser(jar, `sharer-${person}@example.test`) !== undefined), [false, true, true])
})
