import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { testContext } from '#access/testing.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import type { TypedInterest } from '../interest-form.ts'
import { endDispensation } from '../keeping/keep-dispensations.ts'
import { keepInterest, type Decision } from '../keeping/keep-interests.ts'
import { keptRegister } from '../kept-registers.ts'
import { allPublished, as, beginPanel, done, fileInMemory, interestsTestMigrations, today, typed } from '../testing.ts'
import { interestsExporter, interestsImporter } from './import-interests.ts'

let store: TestStore
before(async () => {
  store = await testDatabase(interestsTestMigrations)
  await beginPanel(store.database)
  done(await load(file))
})
after(() => store.close())

const app = { context: () => testContext(store.database, { today }), now: () => new Date() }
const load = (text: string) => interestsImporter.load([fileInMemory('interests.yaml', text)], app, () => undefined)
const days = '    from: 2020-05-01\n    told-on: 2023-06-29\n    registered-on: 2023-06-30\n'
const nursery = `  - ref: nursery\n    kind: employment\n    words: Gardener at Larkmead Nurseries\n    subjects: [Larkmead Nurseries]\n${days}`
const refuge = `  - ref: refuge\n    kind: employment\n    words: Keeper of Sorrel House\n    subjects: [Sorrel House]\n${days}`
const home = `  - ref: home\n    kind: land\n    words: House\n    subjects: [Merrow]\n    home: { address: 9 Secret Lane }\n${days}`
const leave = 'dispensations:\n  - { ref: places, matter: School places, may: speak, from: 2023-07-01, to: 2025-06-30, granted-by: Committee, granted-on: 2023-06-20, ground: c, reason: Many live there. }\n'
const file = `member: Ada Lorne\ninterests:\n${nursery}${refuge}${home}${leave}`

const register = () => store.database.read('operator:test', (reader) => keptRegister(reader, 'Ada Lorne'))
const refusedAt = async (text: string) => {
  const loaded = await load(text)
  return loaded.ok ? [] : loaded.refusal.faults.map(({ file: name, row, field, found }) => `${name} ${row} ${field} ${found}`)
}

async function decide(ref: string, changes: Partial<TypedInterest>, decision: Decision): Promise<void> {
  const one = (await register()).interests.find((interest) => interest.ref === ref) ?? assert.fail(ref)
  const asItStands = typed({ kind: one.kind, words: one.words, subjects: one.subjects.join('\n'), from: one.from, to: one.to ?? '', 'told-on': one.toldOn })
  done(await keepInterest(await as(store.database, 'olive@example.test'), 'Ada Lorne', one, { ...asItStands, ...changes }, decision, false))
}

async function exported(): Promise<string> {
  const [written] = done(await interestsExporter.write(app))
  return String(written?.body)
}

test('what the monitoring officer withheld here is not opened by the file that was loaded before: it is refused by file and field, and stays withheld', async () => {
  await decide('refuge', { reason: 'A threat.' }, 'withhold')
  assert.deepEqual(await refusedAt(file), ['interests.yaml 1 interests[2].sensitive refuge'])
  const refused = await load(file)
  assert.match(JSON.stringify(refused), /section 32\(2\)[^]*export interests/)
  assert.doesNotMatch(JSON.stringify(refused), /Sorrel|threat/)
  assert.doesNotMatch(await allPublished(store.database), /Sorrel/)
  assert.equal((await register()).interests.find(({ ref }) => ref === 'refuge')?.sensitive?.state, 'withheld')
})

test('a file that says what stands changes nothing, and an older one opens nothing after it', async () => {
  const before = await register()
  assert.deepEqual(done(await load(await exported())), { members: 1, interests: 3, published: 0 })
  assert.deepEqual(await register(), before)
  assert.deepEqual(await refusedAt(file), ['interests.yaml 1 interests[2].sensitive refuge'])
})

test('what a file withheld no other file opens, whatever it says of it; the monitoring officer does', async () => {
  const withheld = file.replace(nursery, `${nursery}    sensitive: { reason: A letter., state: withheld }\n`).replace(refuge, `${refuge}    sensitive: { reason: A threat., state: withheld }\n`)
  assert.deepEqual(done(await load(withheld)), { members: 1, interests: 3, published: 1 })
  assert.doesNotMatch(await allPublished(store.database), /Larkmead/)
  assert.deepEqual(await refusedAt(file), ['interests.yaml 1 interests[1].sensitive nursery', 'interests.yaml 1 interests[2].sensitive refuge'])
  assert.deepEqual(await refusedAt(withheld.replace('A threat., state: withheld', 'A threat., state: refused')), ['interests.yaml 1 interests[2].sensitive refuge'])
  await decide('nursery', {}, 'register')
  assert.match(await allPublished(store.database), /Larkmead/)
})

test('words, ends and addresses that were put right here are not undone, each named by its field and no address repeated', async () => {
  await decide('nursery', { words: 'Gardener', to: '2023-06-30' }, 'save')
  await decide('home', { home: 'yes', address: '4 Hidden Row' }, 'save')
  const stands = await exported()
  const older = file.replace(refuge, `${refuge}    sensitive: { reason: A threat., state: withheld }\n`)
  assert.deepEqual((await refusedAt(older)).toSorted(), ['home', 'sensitive', 'to', 'words'].map((field) => (field === 'home' ? 'interests.yaml 1 interests[3].home home' : `interests.yaml 1 interests[1].${field} nursery`)).toSorted())
  assert.doesNotMatch(JSON.stringify(await load(older)), /Secret Lane|Hidden Row/)
  assert.deepEqual(done(await load(stands)), { members: 1, interests: 3, published: 0 })
})

test('a dispensation that was ended here is not drawn out again by a file, and one that nobody touched is not counted as changed', async () => {
  const [leaveKept] = (await register()).dispensations
  assert.equal(leaveKept?.revision, 1, 'loading it again as it stands changed nothing')
  done(await endDispensation(await as(store.database, 'olive@example.test'), 'Ada Lorne', leaveKept, '2023-12-31'))
  const older = (await exported()).replace('2023-12-31', '2025-06-30')
  assert.deepEqual(await refusedAt(older), ['interests.yaml 1 dispensations[1].to places'])
})

test('a file may still change what nobody changed here', async () => {
  const newer = (await exported()).replace('Keeper of Sorrel House', 'Warden of Sorrel House')
  assert.deepEqual(done(await load(newer)), { members: 1, interests: 3, published: 0 })
  assert.equal((await register()).interests.find(({ ref }) => ref === 'refuge')?.words, 'Warden of Sorrel House')
  assert.doesNotMatch(await allPublished(store.database), /Sorrel/)
})
