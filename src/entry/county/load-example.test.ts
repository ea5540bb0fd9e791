import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Application } from '../application.ts'
import { importers } from '../features.ts'
import { testApplication } from '../testing.ts'
import { keepExampleAccounts } from './example-accounts.ts'
import { readCounty } from './county-store.ts'
import { isEmptyStore, loadExample } from './load-example.ts'

/** Those that come before meetings, which take a minute and on which all others rest. */
const quickly = importers.slice(0, importers.findIndex(({ what }) => what === 'meetings'))
let app: Application
let close: () => Promise<void>
before(async () => {
  ;({ app, close } = await testApplication())
})
after(() => close())

test('an empty store takes the example: its name, its day, and a mark that it is whole', async () => {
  assert.equal(await isEmptyStore(app.database), true)
  const loaded = await loadExample(app, quickly, 'worcestershire', () => undefined)
  assert.ok(loaded.ok, JSON.stringify(loaded))
  assert.ok((loaded.value['bodies'] ?? 0) > 20)
  assert.deepEqual((await app.database.readPublished(readCounty))?.example, { name: 'worcestershire', whole: true, today: '2023-07-03' })
  assert.equal(app.clock.today(), '2023-07-03')
  assert.equal(await isEmptyStore(app.database), false)
})

test('loaded again, it replaces what it brought', async () => {
  assert.ok((await loadExample(app, quickly, 'worcestershire', () => undefined)).ok)
})

test('the password is made once and said once; a password in the settings holds from then on', async () => {
  const keep = (setting?: string) => keepExampleAccounts(app.context(), setting, app.now())
  const first = await keep()
  assert.ok(first.ok && first.value.kind === 'made' && first.value.password.length >= 12)
  assert.deepEqual(await keep(), { ok: true, value: { kind: 'as-before' } })
  assert.deepEqual(await keep('nine grey geese fly'), { ok: true, value: { kind: 'as-set' } })
})

test('a store with a council of its own does not take the example', async () => {
  const own = await testApplication()
  try {
    const bodies = importers.find(({ what }) => what === 'bodies') ?? assert.fail()
    const text = 'slug: council\nname: Council\nkind: council\npurpose: Decides.\nmeets-in-public: true\n'
    const file = { name: 'own.yaml', bytes: Buffer.from(text), text: () => ({ ok: true, value: text }) as const, beside: async () => assert.fail() }
    assert.ok((await bodies.load([file], own.app, () => undefined)).ok)
    const refused = await loadExample(own.app, quickly, 'worcestershire', () => undefined)
    assert.equal(refused.ok ? '' : refused.refusal.kind, 'conflict')
    assert.equal(own.app.county.current(), undefined)
  } finally {
    await own.close()
  }
})

test('in production the example’s day is not today', async () => {
  const { app: production, close } = await testApplication({
    NODE_ENV: 'production',
    SECRET_KEY: 'correct-horse-battery-staple-0123456789',
    EXAMPLE: 'worcestershire',
  })
  try {
    assert.ok((await loadExample(production, quickly, 'worcestershire', () => undefined)).ok)
    assert.notEqual(production.clock.today(), '2023-07-03')
  } finally {
    await close()
  }
})
