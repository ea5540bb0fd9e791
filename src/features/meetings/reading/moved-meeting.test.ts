import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { addPerson } from '#access/accounts/testing.ts'
import { actorKey, type PersonId } from '#access/actor.ts'
import { peopleWith } from '#access/people.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { meetingAtHand } from '../planner/meeting-at-hand.ts'
import { moveMeeting } from '../planner/move-meeting.ts'
import { insertItem, insertMeeting } from '../work/keep-meeting.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { meetingsTestMigrations } from '../work/testing.ts'
import { changedItems } from './coming/changed-items.ts'
import { membersMeetings } from './coming/members-meetings.ts'
import { hasSeen, lastReading, markRead } from './changes/readings.ts'
import { keepNote } from './notes/keep-note.ts'
import { notesOn } from './notes/note-store.ts'
import { openPack, readPack } from './rights/open-reading.ts'
import { asPerson, day, loadPanel, now, panelMeeting, readingApp } from './testing.ts'

const newDay = date('2023-07-21')
const moved = { body: 'panel', date: newDay }

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-moved-'))
})
after(() => rm(folder, { recursive: true, force: true }))

eachDatabase(meetingsTestMigrations, (store) => {
  const app = () => readingApp(store().database, openContentStore(folder))
  let [author, newcomer]: [PersonId, PersonId] = ['' as PersonId, '' as PersonId]

  before(async () => {
    await loadPanel(app())
    author = await added('Rowan Ashby', 'rowan@example.test')
    newcomer = await added('Tamsin Vale', 'tamsin@example.test')
    await writes(author, day, 2)
    const member = await asPerson(store().database, 'coopted')
    assert.ok((await markRead(member, { ...panelMeeting, version: 1 }, now)).ok)
    assert.ok((await keepNote(member, panelMeeting, { paper: 'item-2-report', block: 0, quote: '', words: 'Too cheap.' }, now)).ok)
    await move(day, newDay)
    await planAnew(day, newcomer)
  })

  async function added(name: string, email: string): Promise<PersonId> {
    await addPerson(app().context(), email, ['director'], name)
    const people = await store().database.read('operator:test', (reader) => peopleWith(reader, day, ['director']))
    return people.find((one) => one.name === name)?.person ?? assert.fail(name)
  }

  /** Makes somebody the author of an item as it is kept now. */
  async function writes(person: PersonId, on: LocalDate, number: number): Promise<void> {
    await store().database.write('operator:test', (tx) =>
      sql`update work.items set author = ${person}::uuid from work.meetings as meeting
        where meeting.id = items.meeting and meeting.meeting_date = ${on}::date and items.number = ${number}`.execute(tx.tables()),
    )
  }

  async function move(from: LocalDate, to: LocalDate): Promise<void> {
    const context = testContext(store().database, { today: date('2023-07-01') })
    const found = await store().database.read('operator:test', async (reader) => meetingAtHand(reader, (await meetingIdOn(reader, 'panel', from)) ?? ''))
    assert.ok(found.ok)
    const { id, revision } = found.value.meeting
    const done = await moveMeeting(context, app(), { id, revision }, found.value, { date: to, reason: 'The room floods' })
    assert.ok(done.ok, JSON.stringify(done))
  }

  /** Another meeting on the day that is free now, however it came there, with two items by one author. */
  async function planAnew(on: LocalDate, by: PersonId): Promise<void> {
    await store().database.write('operator:test', async (tx) => {
      const facts = { body: 'panel', date: on, attendance: 'in-person', webcast: false, public: true, privateDevelopment: false, status: 'planned', alsoInvited: [] } satisfies MeetingFacts
      const made = await insertMeeting(tx, facts, now)
      assert.ok(made.ok)
      for (const [number, title] of [[1, 'Parks'], [2, 'Libraries']] as const) await insertItem(tx, made.value, number, { title, toFollow: false, confidential: false })
    })
    for (const number of [1, 2]) await writes(by, on, number)
  }

  async function readBy(person: PersonId, address: { body: string; date: LocalDate; version?: number }): Promise<string> {
    const context = { ...(await asPerson(store().database, 'director')) }
    const own = { ...context, actor: { ...context.actor, person } }
    const pack = await readPack(own, address, (reader) => openPack(reader, own, address))
    return pack.ok ? JSON.stringify([pack.value.meeting, pack.value.papers]) : pack.refusal.kind
  }

  test('the author of a meeting on the day of one that was moved away reads nothing that was withheld of that one', async () => {
    for (const version of [1, 2]) {
      const text = await readBy(newcomer, { ...panelMeeting, version })
      assert.match(text, /A matter of property/, `version ${version}`)
      assert.doesNotMatch(text, /4711|school that is|The sale/, `version ${version}`)
    }
    assert.doesNotMatch(await readBy(newcomer, moved), /4711|school that is/)
  })

  test('the author of a withheld report reads it on the day on which it stood, and on that to which it was moved', async () => {
    for (const address of [{ ...panelMeeting, version: 1 }, { ...panelMeeting, version: 2 }, moved]) assert.match(await readBy(author, address), /4711/, JSON.stringify(address))
  })

  test('another number that an item has got since gives its author no right to the one that had it', async () => {
    await store().database.write('operator:test', (tx) => sql`update work.items set number = 3 - items.number from work.meetings as meeting
      where meeting.id = items.meeting and meeting.meeting_date = ${newDay}::date`.execute(tx.tables()))
    await writes(newcomer, newDay, 2)
    assert.doesNotMatch(await readBy(newcomer, moved), /4711/)
    assert.match(await readBy(author, moved), /4711/)
  })

  test('members’ notes stand at the day to which their meeting was moved, and not at another meeting of the old day', async () => {
    const member = await asPerson(store().database, 'coopted')
    const words = (address: { body: string; date: LocalDate }) => store().database.read(actorKey(member.actor), async (reader) => (await notesOn(reader, member.actor.person, address)).map((note) => note.words))
    assert.deepEqual(await words(moved), ['Too cheap.'])
    assert.ok((await keepNote(member, moved, { paper: 'item-1-report', block: 0, quote: '', words: 'Still forty?' }, now)).ok)
    assert.deepEqual(await words(moved), ['Still forty?', 'Too cheap.'])
    await store().database.write('operator:test', (tx) => sql`insert into published.meetings select council, body, meeting_date, 3, meeting_time, 'planned', is_public, false, note, meeting - 'movedTo'
      from published.meetings where body = 'panel' and meeting_date = ${day}::date and version = 2`.execute(tx.tables()))
    await store().database.write('operator:test', (tx) => sql`insert into work.version_records select council, body, meeting_date, 3, id, '{}'
      from work.meetings where body = 'panel' and meeting_date = ${day}::date`.execute(tx.tables()))
    assert.deepEqual(await words(panelMeeting), [])
  })

  test('what a member read before the move counts as read before, and only what is different is new', async () => {
    const member = await asPerson(store().database, 'coopted')
    const { person } = member.actor
    await store().database.read(actorKey(member.actor), async (reader) => {
      const [listed] = await membersMeetings(reader, person, { bodies: ['panel'], isForMembers: true, from: newDay, order: 'first-to-last', limit: 1 })
      assert.deepEqual([listed?.date, listed?.readDate, listed?.readVersion], [newDay, day, 1])
      assert.deepEqual([...(await changedItems(reader, [{ ...moved, version: 1, readDate: day, readVersion: 1 }], true))], [])
      const last = await lastReading(reader, person, moved)
      assert.deepEqual(last && [last.date, last.version, hasSeen(last, { version: 1, meeting: { date: newDay } as never })], [day, 1, false])
    })
    assert.ok((await markRead(member, { ...moved, version: 1 }, now)).ok)
    const after = await store().database.read(actorKey(member.actor), (reader) => lastReading(reader, person, moved))
    assert.deepEqual([after?.date, after?.version, after?.isMarked], [newDay, 1, true])
  })
})
