import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CommandOutcome } from '#platform/command/command.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { addPerson } from '../accounts/testing.ts'
import type { Context } from '../act.ts'
import { accessMigrations } from '../migrations.ts'
import type { AccessTables } from '../tables.ts'
import { at, testContext } from '../testing.ts'
import { keyCommands } from './key-commands.ts'

let store: Awaited<ReturnType<typeof testDatabase>>
before(async () => {
  store = await testDatabase(accessMigrations)
  await addPerson(testContext(store.database), 'feed@example.test', ['officer'])
})
after(() => store.close())

function run(name: string, words: readonly string[], options: Record<string, string> = {}, changes: Partial<Context> = {}, now = at('09:00:00')): Promise<CommandOutcome> {
  const found = keyCommands.find((candidate) => candidate.name === name)
  assert.ok(found?.needs === 'application')
  const defaults = Object.entries(found.options ?? {}).flatMap(([option, { default: value }]) => (value === undefined ? [] : [[option, value]]))
  const app = { context: () => testContext(store.database, changes), now: () => now }
  return found.run({ words, options: { ...Object.fromEntries(defaults), ...options } }, { json: false, folder: '/', say: () => {}, progress: () => {} }, app)
}

const text = (outcome: CommandOutcome): string => (outcome.ok ? outcome.value.text : outcome.refusal.message)

test('a key is printed once, listed by its mark alone, and revoked', async () => {
  const added = text(await run('api-key add', ['Feed@example.test'], { name: 'Web publishing', days: '30' }))
  assert.match(added, /^A key for feed@example\.test, “Web publishing”, until 6 August 2023\./)
  const [, key = '', mark = ''] = /\n(gtk_([0-9a-f]{8})_[\w-]{43})$/.exec(added) ?? assert.fail(added)
  const listed = text(await run('api-key list', ['feed@example.test']))
  assert.equal(listed, `${mark}  feed@example.test  Web publishing  until 6 August 2023, never used`)
  assert.match(text(await run('api-key list', [], {}, {}, new Date('2024-01-01T00:00:00Z'))), /expired 6 August 2023/)
  assert.equal(text(await run('api-key revoke', [key])), `Revoked the key ${mark}.`)
  assert.match(text(await run('api-key list', [])), /revoked, never used/)
  assert.equal(text(await run('api-key list', [], { after: mark })), 'There are no keys.')
})

test('each key that is made or revoked is one row of the audit, which does not have the key', async () => {
  const added = text(await run('api-key add', ['feed@example.test'], { name: 'Reader' }))
  const rows = await store.database.read('test', (reader) => reader.tables<AccessTables>().selectFrom('access.audit').select(['verb', 'subject_kind', 'subject_id', 'outcome', 'detail']).orderBy('number', 'desc').limit(1).execute())
  const [, mark = '', secret = ''] = /gtk_([0-9a-f]{8})_([\w-]{43})/.exec(added) ?? assert.fail(added)
  assert.deepEqual([rows[0]?.verb, rows[0]?.subject_kind, rows[0]?.subject_id, rows[0]?.outcome], ['accounts.add-key', 'api-key', mark, 'done'])
  assert.ok(!JSON.stringify(rows).includes(secret))
})

test('a line that cannot be meant is wrong usage, and what is no mark is refused', async () => {
  for (const outcome of [await run('api-key add', ['feed@example.test'], { name: 'Reader', days: 'many' }), await run('api-key list', [], { limit: '0' })]) assert.ok(!outcome.ok && 'usage' in outcome)
  assert.match(text(await run('api-key revoke', ['Web publishing'])), /by its mark/)
  assert.match(text(await run('api-key revoke', ['00000000'])), /no key 00000000 in use/)
})

test('nobody makes, lists or revokes keys who may not', async () => {
  for (const [name, words, options] of [['api-key add', ['feed@example.test'], { name: 'Mine' }], ['api-key list', [], {}], ['api-key revoke', ['00000000'], {}]] as const) {
    const refused = await run(name, words, options, { may: () => false })
    assert.equal(refused.ok ? 'done' : refused.refusal.kind, 'not-allowed', name)
  }
})
