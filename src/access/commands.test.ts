import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { CommandOutcome } from '#platform/command/command.ts'
import { date } from '#core/dates.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { Context } from './act.ts'
import { accessCommands } from './commands.ts'
import { accessMigrations } from './migrations.ts'
import { TestBrowser } from './sign-in/testing.ts'
import type { AccessTables } from './tables.ts'
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

type Options = Record<string, string | string[] | boolean>

function run(name: string, words: readonly string[], options: Options = {}, changes: Partial<Context> = {}): Promise<CommandOutcome> {
  const found = accessCommands.find((candidate) => candidate.name === name)
  assert.ok(found?.needs === 'application')
  const defaults = Object.entries(found.options ?? {}).flatMap(([option, { default: value }]) => (value === undefined ? [] : [[option, value]]))
  const app = { context: () => testContext(store.database, changes), origin: 'https://council.example', now: () => at('09:00:00'), config: { dataDir } }
  const io = { json: false, folder: process.cwd(), say: () => {}, progress: () => {} }
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

test('somebody who has forgotten the password is invited again, and only the last link is good', async () => {
  const link = (outcome: CommandOutcome) => new URL(/https:\S+/.exec(text(outcome))?.[0] ?? assert.fail(text(outcome)))
  const first = link(await run('user add', ['quentin@example.test'], { name: 'Quentin Marsh', role: ['auditor'] }))
  const second = link(await run('user invite', ['Quentin@example.test']))
  const browser = new TestBrowser(testContext(store.database))
  const statusOf = async ({ pathname, search }: URL) => {
    const answer = await browser.get(`${pathname}${search}`)
    return answer.kind === 'page' ? answer.status : assert.fail()
  }
  assert.deepEqual([await statusOf(first), await statusOf(second)], [404, 200])
  assert.match(text(await run('user invite', ['nobody@example.test'])), /no account for nobody@example\.test/)
})

test('a disabled account is invited only to be opened again, and then holds no role until it is given one', async () => {
  await run('user add', ['rhoda@example.test'], { name: 'Rhoda Ellery', role: ['chair'] })
  await run('user disable', ['rhoda@example.test'])
  assert.match(text(await run('user invite', ['rhoda@example.test'])), /is disabled.*--reopen/)
  assert.match(text(await run('user roles', ['rhoda@example.test'], { role: ['chair'] })), /is disabled/)
  assert.match(text(await run('user invite', ['rhoda@example.test'], { reopen: true })), /golden-thread user roles rhoda@example\.test/)
  assert.match(text(await run('user list', [])), /rhoda@example\.test {2}Rhoda Ellery {2}no role {2}active/)
  assert.equal(text(await run('user roles', ['rhoda@example.test'], { role: ['chair', 'officer', 'chair'] })), 'From today rhoda@example.test holds: chair, officer.')
})

test('from the day of a change the new roles are held and no other, what was held before stays on record, and the audit says which', async () => {
  await run('user add', ['silas@example.test'], { name: 'Silas Orme', role: ['analyst', 'finance'] })
  const later = { today: date('2023-08-01') }
  await run('user roles', ['silas@example.test'], { role: ['finance', 'auditor'] }, later)
  const rows = await store.database.read('test', (reader) =>
    reader
      .tables<AccessTables>()
      .selectFrom('access.account_role as held')
      .innerJoin('access.account as account', 'account.id', 'held.account')
      .select(['held.role', 'held.held_from', 'held.held_until'])
      .where('account.email', '=', 'silas@example.test')
      .orderBy('held.held_from')
      .orderBy('held.role')
      .execute(),
  )
  assert.deepEqual(rows.map(({ role, held_from: from, held_until: until }) => [role, from, until]), [
    ['analyst', '2023-07-07', '2023-08-01'],
    ['finance', '2023-07-07', '2023-08-01'],
    ['auditor', '2023-08-01', null],
    ['finance', '2023-08-01', null],
  ])
  const audit = await store.database.read('test', (reader) =>
    reader.tables<AccessTables>().selectFrom('access.audit').select(['verb', 'detail']).orderBy('number', 'desc').limit(1).execute(),
  )
  assert.deepEqual(audit, [{ verb: 'accounts.change-roles', detail: { roles: 'auditor, finance' } }])
})

test('a role that does not exist is wrong usage', async () => {
  for (const [name, options] of [['user add', { name: 'Niamh', role: ['wizard'] }], ['user roles', { role: ['wizard'] }]] as const) {
    const outcome = await run(name, ['y@example.test'], { ...options, role: [...options.role] })
    assert.ok(!outcome.ok && 'usage' in outcome)
  }
  assert.ok('usage' in (await run('user list', [], { limit: 'many' })))
})

test('a sound audit answers with an anchor, which is kept in the data folder', async () => {
  const outcome = await run('audit verify', [])
  const anchor = /^The audit is whole: \d+ rows\.\nAnchor (\d+:[\da-f]{64})\nNo earlier anchor was compared/.exec(text(outcome))?.[1]
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
