import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { CommandOutcome } from '#platform/command/command.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { accessCommands } from './commands.ts'
import { accessMigrations } from './migrations.ts'
import { at, testContext } from './testing.ts'

let store: Awaited<ReturnType<typeof testDatabase>>
let dataDir: string
before(async () => {
  store = await testDatabase([mailOutbox, ...accessMigrations])
  dataDir = await mkdtemp(join(tmpdir(), 'golden-thread-'))
})
after(async () => {
  await store.close()
  await rm(dataDir, { recursive: true })
})

function run(name: string, words: readonly string[], options: Record<string, string | string[]> = {}): Promise<CommandOutcome> {
  const found = accessCommands.find((candidate) => candidate.name === name)
  assert.ok(found?.needs === 'application')
  const defaults = Object.entries(found.options ?? {}).flatMap(([option, { default: value }]) => (value === undefined ? [] : [[option, value]]))
  const app = { context: () => testContext(store.database), origin: 'https://council.example', now: () => at('09:00:00'), config: { dataDir } }
  const io = { json: false, say: () => {}, progress: () => {} }
  return found.run({ words, options: { ...Object.fromEntries(defaults), ...options } }, io, app)
}

const text = (outcome: CommandOutcome): string => (outcome.ok ? outcome.value.text : outcome.refusal.message)

test('somebody is added with an invitation, listed and disabled', async () => {
  const added = await run('user add', ['Tobias@example.test'], { name: 'Tobias Whitlock', role: ['partnership', 'officer'] })
  assert.match(text(added), /^Added tobias@example\.test\.[^]*https:\/\/council\.example\/sign-in\/invitation\?key=[\w-]{43}$/)
  assert.equal(text(await run('user list', [])), 'tobias@example.test  Tobias Whitlock  officer, partnership  active, never used')
  assert.equal(text(await run('user disable', ['tobias@example.test'])), 'Disabled tobias@example.test.')
  assert.match(text(await run('user list', [])), /no role {2}disabled/)
})

test('a first password is read from a file, and held to the rule', async () => {
  const file = join(dataDir, 'password')
  await writeFile(file, 'six herons on a weir\n')
  const person = { name: 'Niamh Pemberton-Rao', role: ['practitioner'], 'password-file': file }
  assert.match(text(await run('user add', ['niamh@example.test'], person)), /password given/)
  await writeFile(file, 'password1234\n')
  const weak = await run('user add', ['weak@example.test'], person)
  assert.equal(weak.ok ? undefined : weak.refusal.faults[0]?.field, 'password')
  assert.match(text(await run('user add', ['x@example.test'], { ...person, 'password-file': join(dataDir, 'missing') })), /cannot be read/)
})

test('a role that does not exist, and a call without a name, are wrong usage', async () => {
  for (const options of [{ name: 'Niamh', role: ['wizard'] }, { role: ['chair'] }, { name: 'Niamh' }]) {
    const outcome = await run('user add', ['y@example.test'], options)
    assert.ok(!outcome.ok && 'usage' in outcome)
  }
  assert.ok('usage' in (await run('user list', [], { limit: 'many' })))
})

test('a sound audit answers with an anchor, which is kept in the data folder', async () => {
  const outcome = await run('audit verify', [])
  const anchor = /^The audit is whole: \d+ rows\.\nAnchor (\d+:[\da-f]{64})$/.exec(text(outcome))?.[1]
  assert.equal((await readFile(join(dataDir, 'audit-anchor'), 'utf8')).trim(), anchor)
  assert.ok((await run('audit verify', [], { anchor: [anchor ?? ''] })).ok)
  assert.ok('usage' in (await run('audit verify', [], { anchor: ['12'] })))
})

test('an end that was cut together with the count is found by the anchor in the data folder', async () => {
  await store.database.owner(async (tx) => {
    for (const query of [
      sql`alter table access.audit disable trigger user`,
      sql`delete from access.audit where number > 1`,
      sql`update access.audit_head set number = 1, hash = (select hash from access.audit)`,
      sql`alter table access.audit enable trigger user`,
    ]) await query.execute(tx.tables())
  })
  const outcome = await run('audit verify', [])
  assert.equal(outcome.ok ? undefined : outcome.refusal.kind, 'conflict')
  assert.match(text(outcome), /does not contain the anchor/)
  await rm(join(dataDir, 'audit-anchor'))
  assert.ok((await run('audit verify', [])).ok)
})
