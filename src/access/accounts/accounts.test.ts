import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { testDatabase } from '#platform/database/testing.ts'
import type { Context } from '../act.ts'
import { accessMigrations } from '../migrations.ts'
import { TestBrowser } from '../sign-in/testing.ts'
import type { AccessTables } from '../tables.ts'
import { at, testContext } from '../testing.ts'
import { addAccount, type FirstEntry, type NewAccount } from './add-account.ts'
import { disableAccount } from './disable-account.ts'
import { disableUnusedAccounts } from './disable-unused-accounts.ts'
import { listAccounts } from './list-accounts.ts'

const invitation: FirstEntry = { by: 'invitation', origin: 'https://council.example' }
let store: Awaited<ReturnType<typeof testDatabase>>
let operator: Context
before(async () => {
  store = await testDatabase([mailOutbox, ...accessMigrations])
  operator = testContext(store.database)
})
after(() => store.close())

const add = (email: string, entry: FirstEntry = invitation, changes: Partial<NewAccount> = {}) =>
  addAccount(operator, { email, name: 'Yewande Castellan', roles: ['manager'], ...changes }, entry, at('08:00:00'))
const faults = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusal.faults.map((fault) => `${fault.field}: ${fault.message}`))

async function rows(table: 'access.account' | 'access.person'): Promise<number> {
  return store.database.read('test', async (reader) => (await reader.tables<AccessTables>().selectFrom(table).select('id').execute()).length)
}

async function invite(email: string): Promise<string> {
  const added = await add(email)
  const link = new URL(added.ok ? (added.value.invitation ?? '') : assert.fail())
  return `${link.pathname}${link.search}`
}

test('an invitation waits in the outbox with the link that the person chooses a password with', async () => {
  const added = await add('Invited@Example.test')
  assert.ok(added.ok)
  assert.equal(added.value.email, 'invited@example.test')
  const mails = await store.database.read('test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox').selectAll().execute())
  const mail = mails.find(({ recipient }) => recipient === 'invited@example.test')
  assert.match(mail?.text ?? '', /Dear Yewande Castellan/)
  assert.ok(mail?.text.includes(`\n${added.value.invitation}\n`))
})

test('the key of an invitation is kept only as its hash', async () => {
  const link = await invite('hashed@example.test')
  const kept = await store.database.read('test', (reader) => reader.tables<AccessTables>().selectFrom('access.invitation').selectAll().execute())
  assert.ok(kept.length > 0)
  assert.ok(!JSON.stringify(kept).includes(link.split('key=')[1] ?? ''))
})

test('an invitation is good once, and leads straight in', async () => {
  const link = await invite('once@example.test')
  const browser = new TestBrowser(operator)
  await browser.get(link)
  const weak = await browser.post('/sign-in/invitation', { password: 'Yewande-2023' })
  assert.match(weak.kind === 'page' ? weak.body.toString() : '', /harder to guess/)
  const entered = await browser.post('/sign-in/invitation', { password: 'six herons on a weir' })
  assert.deepEqual(entered.kind === 'moved' && entered.to, '/staff')
  assert.equal((await browser.session())?.email, 'once@example.test')
  const again = await new TestBrowser(operator).get(link)
  assert.match(again.kind === 'page' ? again.body.toString() : '', /has been used or has expired/)
})

test('an invitation is good for seven days, and no longer than the account is open', async () => {
  const [late, closed] = [await invite('late@example.test'), await invite('shut@example.test')]
  await disableAccount(operator, 'shut@example.test', 'left')
  const browser = new TestBrowser(operator)
  browser.now = new Date('2023-07-14T07:59:59Z')
  const shut = await browser.get(closed)
  assert.equal(shut.kind === 'page' && shut.status, 404)
  const open = await browser.get(late)
  assert.equal(open.kind === 'page' && open.status, 200)
  browser.now = new Date('2023-07-14T08:00:00Z')
  const over = await browser.post('/sign-in/invitation', { password: 'six herons on a weir' })
  assert.equal(over.kind === 'page' && over.status, 404)
})

test('what is wrong with a new account is said field by field, and nothing is kept', async () => {
  const before = [await rows('access.account'), await rows('access.person')]
  assert.deepEqual(faults(await add('not an address')), ['email: Give an e-mail address, as name@example.org'])
  const nameless = faults(await add('a@example.test', invitation, { name: ' ', roles: [] }))
  assert.deepEqual(nameless, ['name: Give the person’s name', 'roles: Give at least one role'])
  assert.deepEqual(faults(await add('b@example.test', invitation, { name: 'A\nBcc: c@example.test' })), ['name: Give the name on one line'])
  assert.match(faults(await add('c@example.test', { by: 'password', password: 'password1234' }))[0] ?? '', /^password: .*harder to guess/)
  assert.deepEqual([await rows('access.account'), await rows('access.person')], before)
})

test('an e-mail address has one account, whatever its case', async () => {
  await add('taken@example.test')
  const people = await rows('access.person')
  const again = await add('TAKEN@example.test')
  assert.equal(again.ok ? undefined : again.refusal.kind, 'conflict')
  assert.equal(await rows('access.person'), people)
})

test('disabling somebody who is not there, or twice, is refused', async () => {
  await add('gone@example.test')
  assert.ok((await disableAccount(operator, ' Gone@example.test', 'left')).ok)
  const [twice, nobody] = [await disableAccount(operator, 'gone@example.test', 'left'), await disableAccount(operator, 'who@example.test', 'left')]
  assert.deepEqual([twice, nobody].map((outcome) => (outcome.ok ? undefined : outcome.refusal.kind)), ['not-now', 'not-found'])
})

test('the list goes by e-mail address, a page at a time, with the roles held today', async () => {
  await add('z1@example.test', invitation, { roles: ['chair', 'councillor', 'chair'] })
  await add('z2@example.test')
  await disableAccount(operator, 'z2@example.test', 'left')
  const page = await listAccounts(operator, { limit: 2, after: 'z' })
  assert.deepEqual(page.ok && page.value.map(({ email, status, roles, lastUsed }) => [email, status, roles, lastUsed]), [
    ['z1@example.test', 'active', ['chair', 'councillor'], null],
    ['z2@example.test', 'disabled', [], null],
  ])
  const first = await listAccounts(operator, { limit: 1 })
  assert.equal(first.ok && first.value.length, 1)
})

test('accounts that nobody has used for ninety days are disabled, each with its own audit row', async () => {
  const before = await listAccounts(operator, { limit: 1000 })
  const open = before.ok ? before.value.filter(({ status }) => status === 'active').length : 0
  assert.ok(open > 2)
  assert.deepEqual(await disableUnusedAccounts(operator, new Date('2023-10-05T07:59:59Z'), 90), { ok: true, value: { disabled: 0 } })
  assert.deepEqual(await disableUnusedAccounts(operator, new Date('2023-10-05T09:00:00Z'), 90), { ok: true, value: { disabled: open } })
  const unused = await store.database.read('test', (reader) =>
    reader.tables<AccessTables>().selectFrom('access.audit').select('number').where('detail', '@>', '{"because": "unused"}').execute(),
  )
  assert.equal(unused.length, open)
})
