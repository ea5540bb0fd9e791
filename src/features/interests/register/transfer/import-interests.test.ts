import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { testContext } from '#access/testing.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { allPublished, beginPanel, done, fileInMemory, interestsTestMigrations, today } from '../testing.ts'
import { interestsExporter, interestsImporter } from './import-interests.ts'

let store: TestStore
before(async () => {
  store = await testDatabase(interestsTestMigrations)
  await beginPanel(store.database)
})
after(() => store.close())

const app = { context: () => testContext(store.database, { today }), now: () => new Date() }
const load = (text: string) => interestsImporter.load([fileInMemory('interests.yaml', text)], app, () => undefined)
const home = "  - ref: home\n    kind: land\n    words: House\n    subjects: [Merrow]\n    home: { address: '9 Secret Lane' }\n    from: 2015-01-01\n    told-on: 2023-06-29\n    registered-on: 2023-06-30\n"
const refuge = '  - ref: refuge\n    kind: employment\n    words: Keeper of Sorrel House\n    subjects: [Sorrel House]\n    from: 2019-01-01\n    told-on: 2023-06-29\n    registered-on: 2023-06-30\n    sensitive: { reason: A threat., state: withheld }\n'
const leave = 'dispensations:\n  - { ref: places, matter: School places, may: speak, from: 2023-07-01, to: 2025-06-30, granted-by: Committee, granted-on: 2023-06-20, ground: c, reason: Many live there. }\n'
const ada = `member: Ada Lorne\ninterests:\n${home}${refuge}${leave}`

test('registers load, publish what may be read, and loaded again change nothing', async () => {
  assert.deepEqual(done(await load(ada)), { members: 1, interests: 2, published: 1 })
  assert.deepEqual(done(await load(ada)), { members: 1, interests: 2, published: 0 })
  assert.doesNotMatch(await allPublished(store.database), /Secret Lane|Merrow|Sorrel|threat/)
})

test('what is exported loads again as it was, addresses and all', async () => {
  const [file] = done(await interestsExporter.write(app))
  assert.match(String(file?.body), /9 Secret Lane/)
  assert.deepEqual(done(await load(String(file?.body))), { members: 1, interests: 2, published: 0 })
})

test('an interest that is left out would vanish from the register, and is refused; one that ended has a last day', async () => {
  const refused = await load(`member: Ada Lorne\ninterests:\n${refuge}`)
  assert.deepEqual(refused.ok ? [] : refused.refusal.faults.map(({ found }) => found), ['home', 'places'])
  assert.deepEqual(done(await load(ada.replace("    from: 2015-01-01\n", '    from: 2015-01-01\n    to: 2023-05-31\n'))), { members: 1, interests: 2, published: 1 })
})

test('a register holds no day that is still to come: not of telling, registering, beginning, ending or granting', async () => {
  const days = { 'told-on: 2023-06-29\n    registered-on: 2023-06-30': 'told-on: 2034-02-28\n    registered-on: 2035-06-03', 'from: 2019-01-01': 'from: 2039-04-01', 'granted-on: 2023-06-20': 'granted-on: 2034-01-01' }
  const wrong = Object.entries(days).reduce((text, [day, toCome]) => text.replace(day, toCome), `told-on: 2036-01-01\n${ada.replace(home, home.replace("    from: 2015-01-01\n", "    from: 2015-01-01\n    to: 2024-01-01\n"))}`)
  const refused = await load(wrong)
  assert.deepEqual(refused.ok ? [] : refused.refusal.faults.map(({ field }) => field ?? '').toSorted(), ['dispensations[1].granted-on', 'interests[1].registered-on', 'interests[1].to', 'interests[1].told-on', 'interests[2].from', 'told-on'])
  assert.doesNotMatch(await allPublished(store.database), /203\d-/)
})

test('each fault is named by file, row and field, and nothing is loaded', async () => {
  const wrong = `member: Nobody Known\ninterests:\n${home}${home}---\nmember: Ben Okoro\ninterests:\n${refuge.replace('state: withheld', 'state: secret')}---\nmember: Ben Okoro\ninterests:\n${refuge.replace('2023-06-30', '2023-06-01')}`
  const first = await load(wrong)
  assert.match(JSON.stringify(first), /sensitive\.state/)
  const second = await load(wrong.replace('state: secret', 'state: withheld'))
  assert.deepEqual(second.ok ? [] : second.refusal.faults.map(({ row, field }) => `${row} ${field}`), ['1 member', '1 interests[2].ref', '31 member', '31 interests[1].registered-on'])
})
