import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { refuse } from '#core/outcome.ts'
import { membersOn, publishedBodies, quorumFinding } from '#features/bodies'
import type { Application } from '../application.ts'
import { importers } from '../features.ts'
import { testApplication } from '../testing.ts'
import { keepExampleAccounts } from './example-accounts.ts'
import { readCounty } from './county-store.ts'
import { exampleNews, newsLine } from './example-news.ts'
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
  assert.ok((loaded.value.loaded['bodies']?.['bodies'] ?? 0) > 20)
  assert.deepEqual((await app.database.readPublished(readCounty))?.example, { name: 'worcestershire', whole: true, today: '2023-07-03' })
  assert.equal(app.clock.today(), '2023-07-03')
  assert.equal(await isEmptyStore(app.database), false)
})

test('loaded again, it loads all the same', async () => {
  assert.ok((await loadExample(app, quickly, 'worcestershire', () => undefined)).ok)
})

test('every body of the example whose quorum is a share of its seats has seats to take it of, and a number that they can reach', async () => {
  const bodies = await app.database.readPublished(publishedBodies)
  const shares = bodies.filter((body) => body.termsOfReference?.quorum?.share !== undefined)
  assert.ok(shares.length >= 10)
  for (const body of shares) {
    const voting = membersOn(body.members, date('2023-07-03')).filter(({ votes }) => votes === 'all').length
    const { needed } = quorumFinding(body.termsOfReference?.quorum ?? assert.fail(), [], voting)
    assert.ok(needed > 0 && needed <= voting, `${body.slug}: ${needed} of ${voting}`)
  }
})

test('a store that this build filled has all of the example; what a later build adds or changes is named in one line with the command that brings it', async () => {
  const none = await exampleNews(app, quickly, 'worcestershire')
  assert.deepEqual(none, { ok: true, value: { missing: [], changed: [] } })
  assert.equal(none.ok && newsLine(none.value), undefined)
  const [templates = assert.fail(), ...others] = quickly.toReversed()
  const later = [...others, { ...templates, inExample: ['templates/*.yaml', 'county.yaml'] }, ...importers.filter(({ what }) => what === 'lead-members')]
  const news = await exampleNews(app, later, 'worcestershire')
  assert.deepEqual(news, { ok: true, value: { missing: ['lead-members'], changed: ['templates'] } })
  assert.match(news.ok ? (newsLine(news.value) ?? '') : '', /^[^\n]*lead-members not loaded yet; templates changed since[^\n]*npx golden-thread example load$/)
})

test('what is refused when it is loaded again, because it was worked on, stays as it is; the rest is loaded, and the store stays whole', async () => {
  const worked = quickly.map((importer) => (importer.what === 'bodies' ? { ...importer, load: async () => refuse('conflict', 'A body was worked on here.') } : importer))
  const again = await loadExample(app, worked, 'worcestershire', () => undefined)
  assert.ok(again.ok, JSON.stringify(again))
  assert.deepEqual([Object.keys(again.value.loaded), again.value.left.map(({ what }) => what)], [['county', 'templates'], ['bodies']])
  assert.equal(app.county.current()?.example?.whole, true)
})

test('every import is recorded in the audit by its own word, and never with the name of a file', async () => {
  const rows = await app.database.queue("select subject_kind, subject_id, detail from access.audit where verb like '%.import'")
  assert.deepEqual([...new Set(rows.rows.map((row) => (row as { subject_kind: string }).subject_kind))].toSorted(), quickly.map(({ what }) => what).toSorted())
  assert.doesNotMatch(JSON.stringify(rows.rows), /\.yaml|worcestershire\//)
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
