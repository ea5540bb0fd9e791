import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { disableAccount } from '#access/accounts/disable-account.ts'
import { actorKey, type Role } from '#access/actor.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { calendarFeedPage } from './calendar/calendar-feed.ts'
import { renewCalendar, revokeCalendar } from './calendar/calendar-store.ts'
import { changesBetween } from './changes/changes-between.ts'
import { markRead } from './changes/readings.ts'
import { changedItems } from './coming/changed-items.ts'
import { membersMeetings } from './coming/members-meetings.ts'
import { copyMaterial, membersPack } from './copies/build-copy.ts'
import { keptCopy, prepareCopy } from './copies/kept-copies.ts'
import { keepNote, removeNote, rewriteNote } from './notes/keep-note.ts'
import { notesOn } from './notes/note-store.ts'
import { notesByItem } from './notes/placed-notes.ts'
import { openPack, readPack } from './rights/open-reading.ts'
import { meetingsTestMigrations } from '../work/testing.ts'
import { asPerson, audited, correctPanel, day, loadPanel, now, panelMeeting, readingApp } from './testing.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-reading-'))
})
after(() => rm(folder, { recursive: true, force: true }))

eachDatabase(meetingsTestMigrations, (store) => {
  const app = () => readingApp(store().database, openContentStore(folder))
  const read = async (role: Role, address: { body: string; date: typeof day; version?: number } = panelMeeting) => {
    const context = await asPerson(store().database, role)
    return readPack(context, address, (reader) => openPack(reader, context, address))
  }
  const opened = async (role: Role, version?: number) => {
    const found = await read(role, { ...panelMeeting, ...(version === undefined ? {} : { version }) })
    assert.ok(found.ok, JSON.stringify(found))
    return found.value
  }

  before(() => loadPanel(app()))

  test('the exempt papers are read by the members of the body, co-opted ones too, and by its officers', async () => {
    for (const role of ['councillor', 'coopted', 'officer'] as const) {
      const pack = await opened(role)
      assert.match(JSON.stringify(pack.papers), /4711/, role)
      assert.equal(pack.meeting.items[1]?.title, 'The school that is for sale', role)
      assert.deepEqual(pack.meeting.items[1]?.withheld[0]?.pages?.part, 'exempt', role)
    }
  })

  test('a councillor of another body, a director and an analyst see what the public sees', async () => {
    for (const role of ['chair', 'director', 'analyst'] as const) {
      const pack = await opened(role)
      assert.doesNotMatch(JSON.stringify([pack.meeting, pack.papers]), /4711|school that is|The sale/, role)
      assert.match(JSON.stringify(pack.papers), /buses in the county/, role)
    }
  })

  test('a private meeting is opened by its members only, and another’s attempt is recorded', async () => {
    const session = { body: 'panel', date: date('2023-09-05') }
    const own = await read('coopted', session)
    assert.equal(own.ok && own.value.meeting.venue, 'Room 4')
    const other = await read('chair', session)
    assert.equal(!other.ok && other.refusal.kind, 'not-allowed')
    const rows = await audited(store().database, await asPerson(store().database, 'chair'), 'packs.read-withheld')
    assert.deepEqual(rows.map(({ outcome }) => outcome), ['refused'])
  })

  test('in a member’s list a private session has its place, in another’s it has not', async () => {
    const { database } = store()
    const listed = async (role: Role, isForMembers: boolean) => {
      const context = await asPerson(database, role)
      const meetings = await database.read(actorKey(context.actor), (reader) => membersMeetings(reader, context.actor.person, { isForMembers, from: day, order: 'first-to-last', limit: 10 }))
      return meetings.map(({ date: on, venue }) => [on, venue])
    }
    assert.deepEqual(await listed('councillor', true), [['2023-07-07', 'County Hall'], ['2023-09-05', 'Room 4']])
    assert.deepEqual(await listed('chair', false), [['2023-07-07', 'County Hall'], ['2023-09-05', undefined]])
  })

  test('the database shows a note to its person alone, an officer’s transaction sees none', async () => {
    const { database } = store()
    const councillor = await asPerson(database, 'councillor')
    const kept = await keepNote(councillor, panelMeeting, { paper: 'item-1-report', block: 0, quote: 'fallen to forty', words: 'Ask why.' }, now)
    assert.ok(kept.ok, JSON.stringify(kept))
    const seen = (actor: string) => database.read(actor, (reader) => reader.tables<{ 'work.notes': { words: string } }>().selectFrom('work.notes').select('work.notes.words').execute())
    assert.deepEqual(await seen(actorKey(councillor.actor)), [{ words: 'Ask why.' }])
    for (const role of ['officer', 'coopted', 'admin'] as const) assert.deepEqual(await seen(actorKey((await asPerson(database, role)).actor)), [], role)
    for (const actor of ['operator:test', 'public']) assert.deepEqual(await seen(actor), [], actor)
    const backedUp = await database.owner((tx) => tx.tables<{ 'work.notes': { words: string } }>().selectFrom('work.notes').select('work.notes.words').execute())
    assert.deepEqual(backedUp, [{ words: 'Ask why.' }])
    const officer = await asPerson(database, 'officer')
    assert.equal((await rewriteNote(officer, kept.value.id, 1, 'Mine now.', now)).ok, false)
    assert.equal((await removeNote(officer, kept.value.id)).ok, false)
    assert.deepEqual(await seen(actorKey(councillor.actor)), [{ words: 'Ask why.' }])
  })

  test('nobody can write a note in another’s name', async () => {
    const { database } = store()
    const [officer, councillor] = [await asPerson(database, 'officer'), await asPerson(database, 'councillor')]
    const forged = database.write(actorKey(officer.actor), (tx) =>
      tx
        .tables<{ 'work.readings': { person: string; body: string; meeting_date: string; version: number; read_at: Date } }>()
        .insertInto('work.readings')
        .values({ person: councillor.actor.person, body: 'panel', meeting_date: day, version: 1, read_at: now })
        .execute(),
    )
    await assert.rejects(forged, /row-level security/)
  })

  test('a note on a paper that one may not read, or on words that do not stand there, is refused', async () => {
    const [chair, coopted] = [await asPerson(store().database, 'chair'), await asPerson(store().database, 'coopted')]
    const onSale = { paper: 'item-2-report', block: 0, quote: '', words: 'Dear.' }
    const refused = await keepNote(chair, panelMeeting, onSale, now)
    assert.equal(!refused.ok && refused.refusal.kind, 'not-found')
    assert.equal((await keepNote(coopted, panelMeeting, onSale, now)).ok, true)
    const invented = await keepNote(coopted, panelMeeting, { ...onSale, quote: 'It is cheap' }, now)
    assert.equal(!invented.ok && invented.refusal.faults[0]?.field, 'quote')
    const empty = await keepNote(coopted, panelMeeting, { ...onSale, words: ' ' }, now)
    assert.equal(!empty.ok && empty.refusal.faults[0]?.field, 'words')
  })

  test('of two windows that change a note the second is told', async () => {
    const coopted = await asPerson(store().database, 'coopted')
    const kept = await keepNote(coopted, panelMeeting, { paper: 'item-1-report', block: 1, quote: '', words: 'One.' }, now)
    assert.ok(kept.ok)
    assert.equal((await rewriteNote(coopted, kept.value.id, 1, 'Two.', now)).ok, true)
    const late = await rewriteNote(coopted, kept.value.id, 1, 'Three.', now)
    assert.equal(!late.ok && late.refusal.kind, 'conflict')
    assert.equal((await removeNote(coopted, kept.value.id)).ok, true)
  })

  test('the members’ pack holds the exempt part and the reader’s name on each page, the command’s and the member’s own alike', async () => {
    const made = await membersPack(app(), panelMeeting, { name: 'Cllr Isla Dunmore' })
    assert.ok(made.ok, JSON.stringify(made))
    const { texts, labels } = await readPdf(made.value.pdf)
    assert.match(texts.join(' '), /4711/)
    assert.ok(labels.includes('E1'), labels.join(' '))
    assert.deepEqual(texts.filter((text) => !text.includes('Cllr Isla Dunmore')), [])
  })

  test('a member’s own copy is kept under their name; who is no member gets none', async () => {
    const { database } = store()
    const coopted = await asPerson(database, 'coopted')
    const material = await database.read(actorKey(coopted.actor), (reader) => copyMaterial(reader, coopted, panelMeeting))
    assert.ok(material.ok)
    const [made, again] = await Promise.all([prepareCopy(app(), coopted, panelMeeting, material.value), prepareCopy(app(), coopted, panelMeeting, material.value)])
    assert.ok(made.ok && again.ok)
    const kept = await database.read(actorKey(coopted.actor), (reader) => keptCopy(reader, coopted.actor.person, material.value))
    assert.equal(kept?.checksum, made.value.checksum)
    const bytes = await app().files.get(made.value.checksum)
    assert.match((await readPdf(bytes ?? new Uint8Array())).texts[0] ?? '', /Jonah Pettigrew/)
    const chair = await asPerson(database, 'chair')
    const refused = await database.read(actorKey(chair.actor), (reader) => copyMaterial(reader, chair, panelMeeting))
    assert.equal(!refused.ok && refused.refusal.kind, 'not-allowed')
  })

  test('the private calendar has the private sessions of one’s bodies, and nothing of papers', async () => {
    const councillor = await asPerson(store().database, 'councillor')
    const made = await renewCalendar(councillor, now)
    assert.ok(made.ok)
    const calendar = await feed(made.value.token)
    assert.match(calendar, /private development session/)
    assert.match(calendar, /LOCATION:Room 4/)
    assert.doesNotMatch(calendar, /school|sale|property/i)
    assert.equal(await feed(`${made.value.token}x`), 'not-found')
  })

  test('a renewed address ends the one before, a revoked one ends, and so does that of a disabled account', async () => {
    const coopted = await asPerson(store().database, 'coopted')
    const [first, second] = [await renewCalendar(coopted, now), await renewCalendar(coopted, now)]
    assert.ok(first.ok && second.ok)
    assert.equal(await feed(first.value.token), 'not-found')
    assert.notEqual(await feed(second.value.token), 'not-found')
    assert.ok((await revokeCalendar(coopted)).ok)
    assert.equal(await feed(second.value.token), 'not-found')
    const analyst = await asPerson(store().database, 'analyst')
    const third = await renewCalendar(analyst, now)
    assert.ok(third.ok)
    assert.notEqual(await feed(third.value.token), 'not-found')
    assert.ok((await disableAccount(app().context(), 'analyst@example.test', 'left')).ok)
    assert.equal(await feed(third.value.token), 'not-found')
  })

  async function feed(token: string): Promise<string> {
    const context = { ...app().context(), actor: { kind: 'public' } as const }
    const found = await calendarFeedPage.answer({ context, params: { token: `${token}.ics` }, today: day, now, origin: 'http://localhost' }, undefined)
    return found.kind === 'file' ? String(found.body) : found.kind
  }

  test('a new version tells which items changed since one read, and notes find their place in it', async () => {
    const { database } = store()
    const coopted = await asPerson(database, 'coopted')
    const { person } = coopted.actor
    assert.ok((await markRead(coopted, { ...panelMeeting, version: 1 }, now)).ok)
    for (const [block, words] of [[0, 'So few?'], [1, 'In May already.']] as const) {
      assert.ok((await keepNote(coopted, panelMeeting, { paper: 'item-1-report', block, quote: '', words }, now)).ok)
    }
    await correctPanel(app())
    const changed = await database.read(actorKey(coopted.actor), async (reader) => {
      const meetings = await membersMeetings(reader, person, { bodies: ['panel'], isForMembers: true, from: day, order: 'first-to-last', limit: 1 })
      assert.deepEqual(meetings.map(({ version, readVersion }) => [version, readVersion]), [[2, 1]])
      return changedItems(reader, [{ ...panelMeeting, version: 2, readVersion: 1 }], true)
    })
    assert.deepEqual([...changed], [['panel/2023-07-07', [1]]])
    const [earlier, later] = [await opened('coopted', 1), await opened('coopted', 2)]
    assert.deepEqual(changesBetween(earlier, later).items.map(({ number, papers }) => [number, papers[0]?.kind]), [[1, 'changed']])
    const notes = await database.read(actorKey(coopted.actor), (reader) => notesOn(reader, person, panelMeeting))
    const placed = notesByItem(later, notes).flatMap((item) => item.notes).filter(({ note }) => note.item === 1)
    assert.deepEqual(placed.map(({ note, place }) => [note.words, place.state]), [['So few?', 'changed'], ['In May already.', 'gone']])
    assert.ok((await markRead(coopted, { ...panelMeeting, version: 2 }, now)).ok)
    assert.deepEqual((await markRead(coopted, { ...panelMeeting, version: 1 }, now)), { ok: true, value: { version: 2 } })
  })
})
