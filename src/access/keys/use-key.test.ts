import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { changeRoles } from '../accounts/change-roles.ts'
import { disableAccount } from '../accounts/disable-account.ts'
import { addPerson } from '../accounts/testing.ts'
import type { Context } from '../act.ts'
import { accessMigrations } from '../migrations.ts'
import { signIn } from '../sign-in/sign-in.ts'
import type { AccessTables } from '../tables.ts'
import { at, testContext } from '../testing.ts'
import { addKey } from './add-key.ts'
import { listKeys } from './list-keys.ts'
import { revokeKey } from './revoke-key.ts'
import { useKey } from './use-key.ts'

const day = 86_400_000

eachDatabase(accessMigrations, (store) => {
  let admin: Context
  let visitor: Context
  before(() => {
    admin = testContext(store().database)
    visitor = testContext(store().database, { actor: { kind: 'public' }, door: 'api' })
  })

  let networks = 0
  const newNetwork = (): string => `198.51.100.${(networks += 1)}`
  const show = (key: string, address = newNetwork(), now = at('10:00:00')) => useKey(visitor, { authorization: `Bearer ${key}`, address, now, unusedDays: 90 })
  const message = (outcome: Outcome<unknown>) => (outcome.ok ? 'it holds' : `${outcome.refusal.kind}: ${outcome.refusal.message}`)

  async function keyFor(email: string, days = 365): Promise<{ key: string; mark: string }> {
    await addPerson(admin, email, ['officer'])
    const added = await addKey(admin, email, { name: 'Web publishing', days }, at('09:00:00'))
    return added.ok ? added.value : assert.fail(message(added))
  }

  test('a key lets its account in with the roles that it holds today, and nobody else', async () => {
    const { key, mark } = await keyFor('holder@example.test')
    const held = await show(key)
    assert.deepEqual(held.ok ? [held.value.actor.name, held.value.actor.roles, held.value.mark] : [], ['Rosalind Ashdown', ['officer'], mark])
    await changeRoles(admin, 'holder@example.test', ['auditor'])
    const changed = await show(key)
    assert.deepEqual(changed.ok ? changed.value.actor.roles : [], ['auditor'])
  })

  test('of a key the database keeps a hash and the mark by which it is recognised', async () => {
    const { key, mark } = await keyFor('hashed-key@example.test')
    const rows = await store().database.read('test', (reader) => reader.tables<AccessTables>().selectFrom('access.api_key').selectAll().where('mark', '=', mark).execute())
    assert.equal(rows.length, 1)
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(key.slice(13)))
    assert.match(key, new RegExp(`^gtk_${mark}_[\\w-]{43}$`))
  })

  test('a key that has expired does not hold, from the moment at which its days are over', async () => {
    const { key } = await keyFor('expired@example.test', 3)
    assert.ok((await show(key, newNetwork(), new Date(at('08:59:59').getTime() + 3 * day))).ok)
    assert.match(message(await show(key, newNetwork(), new Date(at('09:00:00').getTime() + 3 * day))), /^not-allowed: This key has expired/)
  })

  test('a revoked key does not hold from the next request on, and is revoked once', async () => {
    const { key, mark } = await keyFor('revoked@example.test')
    assert.ok((await show(key)).ok)
    assert.ok((await revokeKey(admin, mark)).ok)
    assert.match(message(await show(key)), /^not-allowed: This key was revoked/)
    assert.match(message(await revokeKey(admin, mark)), /^not-found/)
  })

  test('the keys of an account that is closed are dead, and stay so where it is opened again', async () => {
    const { key } = await keyFor('closed-key@example.test')
    await disableAccount(admin, 'closed-key@example.test', 'left')
    assert.match(message(await show(key)), /^not-allowed/)
    await store().database.write('test', (tx) => tx.tables<AccessTables>().updateTable('access.account').set({ status: 'active' }).where('email', '=', 'closed-key@example.test').execute())
    assert.match(message(await show(key)), /^not-allowed: This key was revoked/)
  })

  test('the key of an account that nobody has used for ninety days does not hold, as its password would not', async () => {
    const { key } = await keyFor('asleep@example.test')
    assert.match(message(await show(key, newNetwork(), new Date(at('08:00:00').getTime() + 90 * day))), /^not-allowed: The account of this key is closed/)
  })

  test('the account of a key that is used daily stays in use', async () => {
    const { key } = await keyFor('awake@example.test')
    for (const days of [60, 120]) assert.ok((await show(key, newNetwork(), new Date(at('10:00:00').getTime() + days * day))).ok)
    const listed = await listKeys(admin, { limit: 10, email: 'Awake@example.test' })
    assert.deepEqual(listed.ok ? listed.value.map(({ lastUsedOn }) => lastUsedOn) : [], [date('2023-11-04')])
  })

  test('a wrong key, half a key and another scheme are refused alike, and recorded', async () => {
    const { key } = await keyFor('wrong-key@example.test')
    const refused = 'not-allowed: There is no such key. Check that it was copied whole.'
    for (const wrong of [`${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`, key.slice(0, 30), `gtk_00000000${key.slice(12)}`, '', "' or true --"]) assert.equal(message(await show(wrong)), refused, wrong)
    const basic = await useKey(visitor, { authorization: `Basic ${key}`, address: newNetwork(), now: at('10:00:00'), unusedDays: 90 })
    assert.equal(message(basic), refused)
    const rows = await store().database.read('test', (reader) => reader.tables<AccessTables>().selectFrom('access.audit').select(['actor', 'door', 'outcome']).where('verb', '=', 'access.use-key').orderBy('number', 'desc').limit(6).execute())
    assert.deepEqual(new Set(rows.map(({ actor, door, outcome }) => `${actor} ${door} ${outcome}`)), new Set(['public api refused']))
  })

  test('after ten wrong keys within five minutes a network waits, and yet a right key comes in and passwords are not counted with them', async () => {
    const { key } = await keyFor('limits@example.test')
    const network = newNetwork()
    for (let tried = 0; tried < 10; tried += 1) assert.match(message(await show(`gtk_${String(tried).padStart(8, '0')}${key.slice(12)}`, network)), /^not-allowed/)
    assert.match(message(await show('gtk_0', network)), /^not-now: There were too many attempts/)
    assert.ok((await show(key, network)).ok)
    assert.match(message(await signIn(visitor, { email: 'limits@example.test', password: 'not it at all', address: network }, { now: at('10:00:00'), unusedDays: 90 })), /^invalid/)
    assert.match(message(await show('gtk_0', network, at('10:05:01'))), /^not-allowed/)
  })

  test('a key is for an open account, has a name, and holds for two years at most', async () => {
    const asked = (email: string, name: string, days: number) => addKey(admin, email, { name, days }, at('09:00:00'))
    await addPerson(admin, 'asks@example.test')
    assert.match(message(await asked('nobody@example.test', 'Feed', 10)), /^not-found/)
    const refused = await asked('asks@example.test', ' ', 731)
    assert.deepEqual(refused.ok ? [] : refused.refusal.faults.map(({ field }) => field), ['name', 'days'])
    for (const days of [0, 1.5, -1]) assert.match(message(await asked('asks@example.test', 'Feed', days)), /^invalid/)
    await disableAccount(admin, 'asks@example.test', 'left')
    assert.match(message(await asked('asks@example.test', 'Feed', 10)), /^not-now/)
  })
})
