import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { addPerson } from '#access/accounts/testing.ts'
import type { AccountId, PersonId, Role } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { peopleWith } from '#access/people.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { time } from '#core/london-time.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../migrations/meetings.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ReportsTables } from '../reports/tables.ts'
import { filesInMemory } from '../testing.ts'
import { replaceTemplates } from '../templates/keep-template.ts'
import { bodyTemplate } from '../templates/body-template.ts'
import { templateFacts, templateItems } from '../templates/meeting-from-template.ts'
import { insertItem, insertMeeting } from '../work/keep-meeting.ts'
import { savePart } from '../work/keep-paper.ts'
import type { ItemId, ItemInWork, MeetingId, MeetingInWork } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { addStandingItems } from './add-standing-items.ts'
import { itemMark, newItemValues, reportOf, valuesOf, type ItemValues } from './item-values.ts'
import { addItem, editItem } from './keep-item.ts'
import { moveItem } from './move-item.ts'
import { orderMark, type Move } from './order.ts'
import { remindAuthor } from './remind-author.ts'
import { removeItem } from './remove-item.ts'
import { sightOf } from './who-may.ts'

const panel = 'slug: panel\nname: Children’s Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n'
const template = bodyTemplate.parse({
  body: 'panel',
  frame: 'board-cover-sheet',
  usual: { time: '10:00', minutes: 60 },
  standingItems: [
    { title: 'Apologies', standing: 'apologies', place: 'opening', minutes: 5 },
    { title: 'Work Programme', standing: 'work-programme', place: 'closing', minutes: 10 },
  ],
})
const item = (changes: Partial<ItemValues>): ItemValues => ({ ...newItemValues('consideration'), report: 'no', ...changes })
const now = new Date('2023-07-07T09:00:00Z')
const app = { now: () => now, origin: 'https://council.example' }

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  const context = (today: LocalDate = date('2023-07-07')) => testContext(store().database, { today })
  const read = async (id: MeetingId): Promise<MeetingInWork> => {
    const kept = await store().database.read('operator:test', (reader) => meetingInWork(reader, id))
    assert.ok(kept)
    return kept
  }
  let nextDay = 4
  /** A meeting in September 2023 with the standing items, a day later each time. */
  const plan = async (): Promise<MeetingId> => {
    nextDay += 1
    const day = date(`2023-09-${String(nextDay).padStart(2, '0')}`)
    const outcome = await store().database.write('operator:test', async (tx) => {
      const id = await insertMeeting(tx, templateFacts(template, day), now)
      if (id.ok) for (const [index, facts] of templateItems(template).entries()) await insertItem(tx, id.value, index + 1, facts)
      return id
    })
    return done(outcome)
  }
  const titles = async (id: MeetingId) => (await read(id)).items.map(({ number, facts }) => `${number} ${facts.title}`)
  const itemCalled = async (id: MeetingId, title: string): Promise<ItemInWork> => {
    const found = (await read(id)).items.find(({ facts }) => facts.title === title)
    assert.ok(found, title)
    return found
  }
  const move = async (id: MeetingId, title: string, to: Move) => {
    const order = (await read(id)).items.map((each) => each.id)
    return moveItem(context(), app, id, { item: (await itemCalled(id, title)).id, move: to, basedOn: orderMark(order) })
  }
  /** As the publication of an agenda leaves it. */
  const publish = async (id: MeetingId) => {
    const { facts, items } = await read(id)
    const meeting = { ...facts, items: items.map(({ number, facts: each }) => ({ ...each, number, papers: [] })) }
    await store().database.write('operator:test', (tx) =>
      tx
        .tables<MeetingsTables>()
        .insertInto('published.meetings')
        .values({ body: facts.body, meeting_date: facts.date, version: 1, meeting_time: null, status: 'agenda-published', is_public: true, has_agenda: true, note: 'Agenda published.', meeting: JSON.stringify(meeting), pack: null, pack_bytes: null, pack_pages: null })
        .execute(),
    )
  }
  let author: PersonId

  before(async () => {
    done(await bodiesImporter.load([filesInMemory({ 'bodies.yaml': panel })], { context }, () => undefined))
    await store().database.write('operator:test', (tx) => replaceTemplates(tx, [template]))
    await addPerson(context(), 'ada.lorne@example.test', ['director'], 'Ada Lorne')
    const [person] = await store().database.read('operator:test', (reader) => peopleWith(reader, date('2023-07-07'), ['director']))
    assert.ok(person)
    author = person.person
  })

  test('new business joins before the items that close the agenda, and the times follow from the minutes', async () => {
    const id = await plan()
    const sending = randomUUID() as ItemId
    done(await addItem(context(), app, id, item({ title: 'School places', minutes: '40' }), sending))
    // The form was sent twice: once is enough.
    done(await addItem(context(), app, id, item({ title: 'School places', minutes: '40' }), sending))
    assert.deepEqual(await titles(id), ['1 Apologies', '2 School places', '3 Work Programme'])
    assert.deepEqual((await read(id)).items.map(({ facts }) => facts.timing), [undefined, { from: '10:05', to: '10:45' }, { from: '10:45', to: '10:55' }])
  })

  test('an item that moves takes its new time with it, and a fixed time stays', async () => {
    const id = await plan()
    done(await addItem(context(), app, id, item({ title: 'School places', minutes: '40' })))
    done(await addItem(context(), app, id, item({ title: 'Budget', from: '11:00', to: '11:30' })))
    done(await move(id, 'Budget', 'up'))
    assert.deepEqual(await titles(id), ['1 Apologies', '2 Budget', '3 School places', '4 Work Programme'])
    assert.deepEqual((await itemCalled(id, 'Budget')).facts.timing, { from: '11:00', to: '11:30' })
    assert.deepEqual((await itemCalled(id, 'School places')).facts.timing, { from: '11:30', to: '12:10' })
  })

  test('standing items are not added twice', async () => {
    const id = await plan()
    done(await removeItem(context(), app, id, (await itemCalled(id, 'Apologies')).id, itemMark(await itemCalled(id, 'Apologies'))))
    assert.deepEqual(await titles(id), ['1 Work Programme'])
    done(await addStandingItems(context(), app, id))
    assert.deepEqual(await titles(id), ['1 Apologies', '2 Work Programme'])
    assert.equal(refusal(await addStandingItems(context(), app, id)), 'conflict')
    assert.equal(refusal(await addStandingItems(context(), app, id, 'Apologies')), 'conflict')
  })

  test('a move that rests on another order than the one that stands is refused', async () => {
    const id = await plan()
    const before = orderMark((await read(id)).items.map((each) => each.id))
    done(await addItem(context(), app, id, item({ title: 'Budget' })))
    const outcome = await moveItem(context(), app, id, { item: (await itemCalled(id, 'Work Programme')).id, move: 1, basedOn: before })
    assert.equal(refusal(outcome), 'conflict')
  })

  test('two officers who edit the same item: the second is refused; who edits another item is not', async () => {
    const id = await plan()
    const one = await itemCalled(id, 'Apologies')
    const other = await itemCalled(id, 'Work Programme')
    done(await editItem(context(), app, id, one.id, { ...valuesOf(one), title: 'Apologies and Welcome' }, itemMark(one)))
    assert.equal(refusal(await editItem(context(), app, id, one.id, { ...valuesOf(one), title: 'Welcome' }, itemMark(one))), 'conflict')
    done(await editItem(context(), app, id, other.id, { ...valuesOf(other), title: 'Programme of work' }, itemMark(other)))
    assert.deepEqual(await titles(id), ['1 Apologies and Welcome', '2 Programme of work'])
  })

  test('what the form does not show of an item stays: that it is a standing one', async () => {
    const id = await plan()
    const kept = await itemCalled(id, 'Apologies')
    done(await editItem(context(), app, id, kept.id, { ...valuesOf(kept), minutes: '' }, itemMark(kept)))
    assert.deepEqual((await itemCalled(id, 'Apologies')).facts, { title: 'Apologies', standing: 'apologies', toFollow: false, confidential: false })
  })

  test('an item that needs a report has one in the frame of its body, called as the item is until somebody writes in it', async () => {
    const id = await plan()
    done(await addItem(context(), app, id, item({ title: 'Budget', report: 'yes', author })))
    const first = await itemCalled(id, 'Budget')
    assert.deepEqual([reportOf(first)?.frame, reportOf(first)?.title, first.author], ['board-cover-sheet', 'Budget', author])
    done(await editItem(context(), app, id, first.id, { ...valuesOf(first), title: 'The budget' }, itemMark(first)))
    const renamed = await itemCalled(id, 'The budget')
    const paper = reportOf(renamed)
    assert.equal(paper?.title, 'The budget')
    done(await store().database.write('operator:test', (tx) => savePart(tx, { paper: paper.id, part: 'body', content: { markdown: 'It is short.' }, basedOn: 0, by: 'Ada Lorne', at: now })))
    const written = await itemCalled(id, 'The budget')
    const outcome = await editItem(context(), app, id, written.id, { ...valuesOf(written), report: 'no' }, itemMark(written))
    assert.equal(outcome.ok ? undefined : outcome.refusal.faults[0]?.field, 'report')
  })

  test('a report in which nobody has written goes when the item needs none', async () => {
    const id = await plan()
    done(await addItem(context(), app, id, item({ title: 'Budget', report: 'yes' })))
    const kept = await itemCalled(id, 'Budget')
    done(await editItem(context(), app, id, kept.id, { ...valuesOf(kept), report: 'no' }, itemMark(kept)))
    assert.deepEqual((await itemCalled(id, 'Budget')).papers, [])
  })

  test('once the agenda is published its items keep their numbers: none moves, none is removed, and a new one is the last', async () => {
    const id = await plan()
    await publish(id)
    assert.equal(refusal(await move(id, 'Apologies', 'down')), 'not-now')
    assert.equal(refusal(await removeItem(context(), app, id, (await itemCalled(id, 'Apologies')).id, itemMark(await itemCalled(id, 'Apologies')))), 'not-now')
    assert.equal(refusal(await addStandingItems(context(), app, id)), 'not-now')
    done(await addItem(context(), app, id, item({ title: 'Floods' })))
    assert.deepEqual(await titles(id), ['1 Apologies', '2 Work Programme', '3 Floods'])
    done(await removeItem(context(), app, id, (await itemCalled(id, 'Floods')).id, itemMark(await itemCalled(id, 'Floods'))))
    assert.deepEqual(await titles(id), ['1 Apologies', '2 Work Programme'])
  })

  test('an item that joins a published agenda with fewer than five clear working days to go needs the chair’s reason', async () => {
    const id = await plan()
    await publish(id)
    const { date: day } = (await read(id)).facts
    const late = await addItem(context(day), app, id, item({ title: 'Floods' }))
    assert.equal(late.ok ? undefined : late.refusal.faults[0]?.field, 'late-reason')
    done(await addItem(context(day), app, id, item({ title: 'Floods', 'late-reason': 'A school was flooded yesterday.' })))
    assert.equal((await itemCalled(id, 'Floods')).facts.lateReason, 'A school was flooded yesterday.')
  })

  test('an author is reminded once a day, by mail that names no exempt item', async () => {
    const id = await plan()
    const exempt = { openness: 'exempt', paragraph: '3', 'public-interest': 'A tender is open.' }
    done(await addItem(context(), app, id, item({ title: 'The Ashdown contract', report: 'yes', author, ...exempt })))
    const kept = await itemCalled(id, 'The Ashdown contract')
    done(await remindAuthor(context(), app, id, kept.id))
    assert.equal(refusal(await remindAuthor(context(), app, id, kept.id)), 'not-now')
    done(await remindAuthor(context(date('2023-07-08')), app, id, kept.id))
    const mails = await store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox').selectAll().execute())
    assert.deepEqual(mails.map((mail) => mail.recipient), ['ada.lorne@example.test', 'ada.lorne@example.test'])
    assert.ok(mails.every((mail) => !`${mail.subject}${mail.text}`.includes('Ashdown')))
    assert.match(mails[0]?.text ?? '', /item 2 .*\n\nHow it stands: Draft due/)
  })

  test('of an exempt item only officers, its author and those who were asked to clear it learn what it is', async () => {
    const id = await plan()
    done(await addItem(context(), app, id, item({ title: 'The Ashdown contract', report: 'yes', author, openness: 'exempt', paragraph: '3', 'public-interest': 'A tender is open.' })))
    const exempt = await itemCalled(id, 'The Ashdown contract')
    const paper = reportOf(exempt)
    assert.ok(paper)
    const asked = '00000000-0000-4000-8000-00000000000a' as PersonId
    await store().database.write('operator:test', (tx) =>
      tx
        .tables<ReportsTables>()
        .insertInto('work.clearances')
        .values({ paper: paper.id, kind: 'legal', officer: asked, officer_name: 'Ben Okoro', asked_by: author, asked_at: now, state: 'asked', answered_at: null, note: null, text_cleared: null })
        .execute(),
    )
    const meeting = await read(id)
    const isShownTo = async (person: PersonId, role: Role) => {
      const actor = { kind: 'person' as const, account: '00000000-0000-4000-8000-00000000000b' as AccountId, person, name: 'Somebody', roles: [role] }
      const sight = await store().database.read('operator:test', (reader) => sightOf(reader, meeting, { actor, may: (_actor, verb) => verb !== 'agendas.edit' || role === 'officer', today: date('2023-07-07') }))
      assert.equal(sight.isShown(await itemCalled(id, 'Apologies')), true)
      return sight.isShown(exempt)
    }
    const other = '00000000-0000-4000-8000-00000000000c' as PersonId
    assert.deepEqual([await isShownTo(author, 'director'), await isShownTo(asked, 'finance'), await isShownTo(other, 'officer')], [true, true, true])
    assert.deepEqual([await isShownTo(other, 'director'), await isShownTo(other, 'chair'), await isShownTo(other, 'auditor')], [false, false, false])
  })

  test('an item without an author or a report cannot be reminded of', async () => {
    const id = await plan()
    assert.equal(refusal(await remindAuthor(context(), app, id, (await itemCalled(id, 'Apologies')).id)), 'invalid')
  })

  test('the agenda of a cancelled meeting stays as it is', async () => {
    const id = await plan()
    await store().database.write('operator:test', (tx) =>
      tx.tables<MeetingsTables>().updateTable('work.meetings').set({ facts: JSON.stringify({ ...templateFacts(template, date('2023-12-01')), time: time('10:00'), status: 'cancelled' }) }).where('work.meetings.id', '=', id).execute(),
    )
    assert.equal(refusal(await addItem(context(), app, id, item({ title: 'Budget' }))), 'not-now')
  })
})

function done<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

function refusal(outcome: Outcome<unknown>): string | undefined {
  return outcome.ok ? undefined : outcome.refusal.kind
}
