import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Role } from '#access/actor.ts'
import { addDays } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { interestsRooms } from '#features/interests'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { filesInMemory } from '../../testing.ts'
import { meetingsTestMigrations } from '../../work/testing.ts'
import { membersMeetings } from '../coming/members-meetings.ts'
import { openPack, readPack } from '../rights/open-reading.ts'
import { asPerson, day, loadPanel, panelMeeting, readingApp } from '../testing.ts'
import { ownTouched, ownTouchedInList } from './own-interests.ts'
import { promptHtml } from './prompt-html.ts'

const told = (name: string) => `member: ${name}\ninterests:\n  - { ref: sale, kind: employment, words: Agent for <the> sale, subjects: [for sale], from: 2020-01-01, told-on: 2023-06-01 }\n`

let folder = ''
let store: TestStore
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-prompts-'))
  store = await testDatabase(meetingsTestMigrations)
  const app = readingApp(store.database, openContentStore(folder))
  await loadPanel(app)
  const importer = interestsRooms.flatMap(({ importers = [] }) => importers)[0] ?? assert.fail()
  const loaded = await importer.load([filesInMemory({ 'interests.yaml': ['Cllr Isla Dunmore', 'Cllr Deborah Quennell'].map(told).join('---\n') })], app, () => undefined)
  assert.ok(loaded.ok, JSON.stringify(loaded))
})
after(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function touchedFor(role: Role, today = day) {
  const context = await asPerson(store.database, role)
  const whose = { session: { actor: context.actor } as never, today }
  const read = await readPack(context, panelMeeting, async (reader) => {
    const pack = await openPack(reader, context, panelMeeting)
    return pack.ok ? ok(await ownTouched(reader, whose, pack.value)) : pack
  })
  assert.ok(read.ok, JSON.stringify(read))
  return read.value
}

test('a member is reminded of an exempt item of their own body that mentions their interest; one of another body, who may not see it, is not', async () => {
  assert.deepEqual((await touchedFor('councillor')).map(({ item, mentions }) => [item.number, mentions[0]?.found]), [[2, 'for sale'.slice(4)]])
  assert.deepEqual(await touchedFor('chair'), [])
})

test('whoever told nothing is reminded of nothing, and nobody is once the meeting is over', async () => {
  assert.deepEqual(await touchedFor('coopted'), [])
  assert.deepEqual(await touchedFor('officer'), [])
  assert.deepEqual(await touchedFor('councillor', addDays(day, 1)), [])
})

test('lists look through public agendas alone', async () => {
  const context = await asPerson(store.database, 'councillor')
  const found = await store.database.read('operator:test', async (reader) => {
    const meetings = await membersMeetings(reader, context.actor.person, { isForMembers: true, order: 'first-to-last', limit: 10 })
    return ownTouchedInList(reader, { session: { actor: context.actor } as never, today: day }, meetings)
  })
  assert.deepEqual([...found], [])
})

test('the reminder says what was found, asks to consider it, gives no verdict, and shows what was typed as text', async () => {
  const page = String(promptHtml(await touchedFor('councillor')))
  assert.match(page, /Item 2[^]*“<bdi>sale<\/bdi>” \(in its title\)\. You told:[^]*Agent for &lt;the&gt; sale[^]*Consider whether to declare/)
  assert.doesNotMatch(page, /must|may not|leave/i)
  assert.equal(promptHtml([]), undefined)
})
