import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { testDatabase } from '#platform/database/testing.ts'
import type { Context } from '../act.ts'
import { roles } from '../actor.ts'
import { accessMigrations } from '../migrations.ts'
import { TestBrowser } from '../sign-in/testing.ts'
import { at, testContext } from '../testing.ts'
import { addExampleAccounts, setExamplePassword } from './example-accounts.ts'
import { listAccounts } from './list-accounts.ts'

let store: Awaited<ReturnType<typeof testDatabase>>
let operator: Context
before(async () => {
  store = await testDatabase(accessMigrations)
  operator = testContext(store.database)
})
after(() => store.close())

async function canSignIn(email: string, password: string): Promise<boolean> {
  const browser = new TestBrowser(operator)
  await browser.get('/sign-in')
  await browser.post('/sign-in', { email, password })
  return (await browser.session()) !== undefined
}

test('a password that is too short for the example is refused', async () => {
  const added = await addExampleAccounts(operator, 'short', at('08:00:00'))
  assert.match(added.ok ? '' : (added.refusal.faults[0]?.message ?? ''), /at least 12/)
})

test('the example has one account for each role, on any day of the packs, and adding them again adds none', async () => {
  const added = await addExampleAccounts(operator, 'example-password', at('08:00:00'))
  assert.equal(added.ok && added.value.added.length, 12)
  assert.deepEqual(await addExampleAccounts(operator, 'another-password', at('08:00:00')), { ok: true, value: { added: [] } })
  const listed = await listAccounts(testContext(store.database, { today: date('2016-11-01') }), { limit: 100 })
  const expected = roles.toSorted().map((role) => [`${role}@example.test`, [role]])
  assert.deepEqual(listed.ok && listed.value.map(({ email, roles }) => [email, roles]), expected)
  assert.ok(await canSignIn('officer@example.test', 'example-password'))
})

test('a password set for the example at a later start replaces the former one', async () => {
  assert.deepEqual(await setExamplePassword(operator, 'example-password'), { ok: true, value: { changed: 0 } })
  assert.deepEqual(await setExamplePassword(operator, 'a later password'), { ok: true, value: { changed: 12 } })
  assert.equal(await canSignIn('admin@example.test', 'a later password'), true)
  assert.equal(await canSignIn('admin@example.test', 'example-password'), false)
})
