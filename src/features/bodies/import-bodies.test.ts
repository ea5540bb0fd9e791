import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesExporter, importBodies } from './import-bodies.ts'
import { bodiesMigrations } from './migrations/bodies.ts'
import { changeBody } from './next-edition.ts'
import { publishedBodies, publishedBody } from './published-bodies.ts'

const council = 'slug: council\nname: County Council\nkind: council\npurpose: Sets the budget.\nmeets-in-public: true\n'
const cabinet = `slug: cabinet
name: Cabinet
kind: cabinet
purpose: Decides.
meets-in-public: true
reports-to: [{ body: council, cadence: monthly }]
members:
  - { seat: Leader, organisation: County Council, capacity: chair, votes: all, person: Ines Marlowe, from: 2021-05-10 }
`

eachDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations], (store) => {
  const load = (...texts: string[]) => importBodies(testContext(store().database), texts.map((text, index) => ({ name: `${index}.yaml`, text })))
  const published = () => store().database.readPublished((reader) => publishedBodies(reader))

  test('bodies are loaded and published at once', async () => {
    const loaded = await load(council, cabinet)
    assert.deepEqual(loaded, { ok: true, value: { bodies: 2, memberships: 1, published: 2 } })
    assert.deepEqual((await published()).map((body) => body.name), ['Cabinet', 'County Council'])
  })

  test('loading the same again publishes nothing', async () => {
    assert.deepEqual(await load(council, cabinet), { ok: true, value: { bodies: 2, memberships: 1, published: 0 } })
  })

  test('a changed body is a new edition', async () => {
    await load(cabinet.replace('Decides.', 'Decides and answers for it.'))
    const found = await store().database.readPublished((reader) => publishedBody(reader, 'cabinet'))
    assert.equal(found?.edition, 2)
    assert.equal(found.body.purpose, 'Decides and answers for it.')
  })

  test('a body to which others report is loaded again alone, and they report to it still', async () => {
    const loaded = await load(council.replace('Sets the budget.', 'Sets the budget and the plans.'))
    assert.deepEqual(loaded, { ok: true, value: { bodies: 1, memberships: 0, published: 1 } })
    const found = await published()
    assert.equal(found.find((body) => body.slug === 'council')?.purpose, 'Sets the budget and the plans.')
    assert.deepEqual(found.find((body) => body.slug === 'cabinet')?.reportsTo, [{ body: 'council', cadence: 'monthly' }])
  })

  test('two officers who change a body at the same moment both change it, be it one to which others report', async () => {
    const says = (words: string) => changeBody(testContext(store().database), 'council', {}, (body) => ({ ok: true, value: { ...body, purpose: `${body.purpose} ${words}` } }))
    const done = await Promise.all([says('It meets.'), says('It votes.')])
    assert.deepEqual(done.map((one) => one.ok), [true, true])
    const purpose = (await published()).find((body) => body.slug === 'council')?.purpose ?? ''
    for (const words of ['It meets.', 'It votes.']) assert.ok(purpose.includes(words), purpose)
  })

  test('members do not vanish from the record: they end on a day, or the entry says what it corrects', async () => {
    const without = cabinet.slice(0, cabinet.indexOf('members:'))
    const refused = await load(without)
    assert.match(refused.ok ? '' : (refused.refusal.faults[0]?.message ?? ''), /would vanish from the record: Ines Marlowe \(Leader, from 2021-05-10\)/)
    assert.deepEqual((await published()).find((body) => body.slug === 'cabinet')?.members.length, 1)
    const ended = await load(cabinet.replace('from: 2021-05-10', 'from: 2021-05-10, to: 2023-05-18'))
    assert.equal(ended.ok, true)
    const corrected = await load(`${without}correction: The leader was never a member.\n`)
    assert.deepEqual(corrected, { ok: true, value: { bodies: 1, memberships: 0, published: 1 } })
    await load(cabinet)
  })

  test('a file with one fault changes nothing', async () => {
    const before = await published()
    const refused = await load(cabinet.replace('Decides.', 'Something else.'), 'slug: board\nname: Board\n')
    assert.equal(refused.ok, false)
    assert.deepEqual(await published(), before)
  })

  test('what was loaded is written out so that it loads again as the same', async () => {
    const written = await bodiesExporter.write({ context: () => testContext(store().database) })
    assert.ok(written.ok)
    const again = await load(String(written.value[0]?.body))
    assert.deepEqual(again, { ok: true, value: { bodies: 2, memberships: 1, published: 0 } })
  })

  test('what an officer changed here is not undone by a file that says what it said before; one that gives it as it stands is loaded', async () => {
    const panel = `slug: panel\nname: Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\nmembers:\n  - { seat: Chair, organisation: Council, capacity: chair, votes: all, person: Ben Okoro, from: 2021-05-10 }\n`
    const ended = panel.replace('2021-05-10 }', '2021-05-10, to: 2023-05-18 }')
    assert.ok((await load(panel)).ok)
    const end = await changeBody(testContext(store().database), 'panel', {}, (body) => ({ ok: true, value: { ...body, members: body.members.map((member) => ({ ...member, to: date('2023-05-18') })) } }))
    assert.ok(end.ok)
    const refused = await load(panel.replace('Asks.', 'Asks again.'))
    assert.deepEqual(refused.ok ? [] : [refused.refusal.kind, refused.refusal.faults.map(({ field }) => field)], ['conflict', ['panel: members']])
    assert.deepEqual(await load(ended.replace('Asks.', 'Asks again.')), { ok: true, value: { bodies: 1, memberships: 1, published: 1 } })
    assert.equal((await load(panel)).ok, false, 'what was changed here stays marked as changed here')
  })

  test('of a body that an older build loaded, what its officers changed since is known from the audit', async () => {
    const forget = () => store().database.queue('update work.bodies set loaded = null')
    await forget()
    assert.ok((await load(cabinet.replace('Decides.', 'Decides it all.'))).ok, 'nobody changed it here')
    await forget()
    const changed = await load('slug: panel\nname: The panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n')
    assert.deepEqual(changed.ok ? [] : [changed.refusal.kind, changed.refusal.faults.map(({ field }) => field)], ['conflict', ['panel: members']])
  })

  test('whoever may not load bodies is refused and changes nothing', async () => {
    const context = testContext(store().database, { may: () => false })
    const refused = await importBodies(context, [{ name: 'x.yaml', text: council.replace('Sets', 'Breaks') }])
    assert.equal(refused.ok ? '' : refused.refusal.kind, 'not-allowed')
    assert.ok(!(await published()).some((body) => body.purpose.startsWith('Breaks')))
  })
})
