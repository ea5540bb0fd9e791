import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '#platform/database/testing.ts'
import { addPerson, testPassword as password } from '../accounts/testing.ts'
import type { Context } from '../act.ts'
import type { AccountId } from '../actor.ts'
import { accessMigrations } from '../migrations.ts'
import { accountOfForm } from '../sessions/form-token.ts'
import { singleSignOn } from '../single-sign-on/single-sign-on.ts'
import { at, testContext } from '../testing.ts'
import { openKeptForm, sealKeptForm } from './kept-form.ts'
import { TestBrowser } from './testing.ts'
import type { SignInAnswer } from './visit.ts'

const email = 'rosalind@example.test'
let store: Awaited<ReturnType<typeof testDatabase>>
let operator: Context
before(async () => {
  store = await testDatabase(accessMigrations)
  operator = testContext(store.database)
  await addPerson(operator, email, ['officer'])
})
after(() => store.close())

const key = 'a key of at least thirty-two characters'
const textOf = (answer: SignInAnswer) => (answer.kind === 'page' ? answer.body.toString() : assert.fail(`moved to ${answer.to}`))

async function signedIn(browser: TestBrowser): Promise<AccountId> {
  await browser.get('/sign-in')
  assert.equal((await browser.post('/sign-in', { email, password })).kind, 'moved')
  return (await browser.session())?.actor.account ?? assert.fail('nobody is signed in')
}

test('whoever uses single sign-on signs in in another tab, and goes on from the page that holds what they typed', async () => {
  const sso = singleSignOn({ issuer: 'https://id.example', clientId: 'x', clientSecret: 'x', redirectUri: 'https://council.example/return' })
  const browser = new TestBrowser(operator, { singleSignOn: sso })
  const account = await signedIn(browser)
  browser.now = at('10:00:00')
  const kept = sealKeptForm(key, { to: '/staff/report', account, fields: [['text', 'The panel asks']], files: [] }, browser.now) ?? ''
  await browser.get('/sign-in')
  const page = textOf(await browser.post('/sign-in', { kept, email, password: '' }))
  assert.match(page, /Leave this page open[^]*href="\/sign-in\/single-sign-on" target="_blank"[^]*action="\/sign-in\/go-on"/)
  const hidden = { ...browser.hidden }
  assert.match(textOf(await browser.post('/sign-in/go-on', {})), /You are not signed in yet[^]*What you had typed is kept in this page/)
  await signedIn(browser)
  const again = await browser.post('/sign-in/go-on', hidden)
  assert.match(textOf(again), /action="\/staff\/report"[^]*name="text" value="The panel asks"/)
  assert.equal(browser.hidden['token'], (await browser.session())?.formToken.value)
})

test('what is kept is ours, is a day old at most, and is not endless', () => {
  const account = '0197f0c4-0000-7000-8000-000000000001' as AccountId
  const form = { to: '/staff/report', account, fields: [['text', 'Grüße\n']] as const, files: [{ field: 'paper', name: 'a.pdf' }] }
  const sealed = sealKeptForm(key, form, at('09:00:00')) ?? assert.fail('it is not too long')
  assert.deepEqual(openKeptForm(key, sealed, at('23:59:00'))?.fields, [['text', 'Grüße\n']])
  assert.equal(openKeptForm(key, sealed, new Date('2023-07-08T09:00:00Z')), undefined)
  assert.equal(openKeptForm('another key of thirty-two letters', sealed, at('09:00:00')), undefined)
  assert.equal(openKeptForm(key, sealed.replace(/^./, 'X'), at('09:00:00')), undefined)
  for (const broken of [undefined, '', '.', 'x.y.z']) assert.equal(openKeptForm(key, broken, at('09:00:00')), undefined)
  assert.equal(sealKeptForm(key, { ...form, fields: [['text', 'x'.repeat(512 * 1024)]] }, at('09:00:00')), undefined)
})

test('a form’s token says whose it is after its session has ended, and cannot be made for somebody else', async () => {
  const browser = new TestBrowser(operator)
  const account = await signedIn(browser)
  const token = (await browser.session())?.formToken.value ?? ''
  assert.equal(accountOfForm(key, { token }), account)
  assert.equal(accountOfForm(key, { token: token.replace(account, '0197f0c4-0000-7000-8000-000000000001') }), undefined)
  for (const forged of ['', '.', account, `${account}.`]) assert.equal(accountOfForm(key, { token: forged }), undefined)
})
