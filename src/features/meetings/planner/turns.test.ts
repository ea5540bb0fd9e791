import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import type { Reader } from '#platform/database/database.ts'
import { testContext } from '#access/testing.ts'
import { backTimetable } from '../agenda/back-timetable.ts'
import { importMeetings } from '../import/import-meetings.ts'
import { meetingBody } from '../public/meeting-page.ts'
import { firstDayOf } from '../publication/first-day.ts'
import { issuedMeeting } from '../publication/issued-meetings.ts'
import { publishedPapers } from '../publication/published-meetings.ts'
import { decidePublication } from '../publishing/decide-publication.ts'
import { standingsOfPapers } from '../reports/report-standing.ts'
import { meetingToPublish, proposalOf } from '../publishing/to-publish.ts'
import { filesInMemory } from '../testing.ts'
import { draftOf, meetingWithText } from '../work/draft-of-meeting.ts'
import { changeMeeting, deleteItem, insertItem, saveItem } from '../work/keep-meeting.ts'
import { adjournMeeting } from './adjourn-meeting.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { createMeetings } from './create-meetings.ts'
import { meetingsInWork } from './meetings-in-work.ts'
import { meetingsSection } from './meetings-section.ts'
import { moveMeeting, readMove, type TypedMove } from './move-meeting.ts'
import { readAdjournment } from './read-adjournment.ts'
import { meetingsTestMigrations } from '../work/testing.ts'
import { at, done, frame, panelOn, seen } from './testing.ts'

const published = {
  'meeting.yaml': `body: panel
date: 2023-07-17
time: "10:00"
venue: Lakeview Room
status: agenda-published
issued: 2023-07-06
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: School places, report: places.md }
`,
  'places.md': `---
title: School places
frame: panel
recommendations: []
implications: []
background-papers: []
---

There are enough.

![A plan](plan.svg)
`,
  'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
}

eachDatabase(meetingsTestMigrations, (store) => {
  const { folder, context, app, begin, atHand, inPublic, mails } = panelOn(store)
  const move = async (from: string, typed: Partial<TypedMove> & { date: string }) => {
    const found = await atHand(from)
    const read = await store().database.read(
      'operator:test',
      (reader) => readMove(reader, found, { time: '10:00', reason: 'The room floods', lateReason: '', ...typed }, context().today),
    )
    return read.ok ? moveMeeting(context(), app(), seen(found), found, read.value) : read
  }

  before(async () => {
    await begin()
    done(await importMeetings(app(), [filesInMemory(published)], () => undefined))
    done(await createMeetings(context(), app(), frame, at('2023-09-12', '2023-10-10')))
    done(await createMeetings(context(), app(), { ...frame, kind: 'development' }, at('2023-12-05')))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  test('a planned meeting that is moved keeps its record, and each day names the other in public', async () => {
    const before = await atHand('2023-10-10')
    assert.deepEqual(done(await move('2023-10-10', { date: '17 October 2023' })), { told: 2 })
    const there = await atHand('2023-10-17')
    assert.equal(there.meeting.id, before.meeting.id)
    const [old, fresh] = [await inPublic('2023-10-10'), await inPublic('2023-10-17')]
    assert.deepEqual([old?.version, old?.meeting.status, old?.meeting.movedTo], [2, 'cancelled', '2023-10-17'])
    assert.equal(old?.note, 'The meeting was moved to Tuesday 17 October 2023, 10.00 am. The room floods.')
    assert.deepEqual([fresh?.version, fresh?.meeting.status, fresh?.meeting.movedFrom], [1, 'planned', '2023-10-10'])
    assert.equal((await mails(/^Moved: Children’s Panel, Tuesday 10 October 2023$/)).length, 2)
    done(await move('2023-10-17', { date: '2023-10-10' }))
    assert.deepEqual(
      [(await inPublic('2023-10-10'))?.version, (await inPublic('2023-10-10'))?.meeting.status],
      [3, 'planned'],
      'it may come back to the day it left',
    )
  })

  test('a move to a day on which the body meets, to the past, to nowhere and without a reason is refused', async () => {
    const fields = async (typed: Partial<TypedMove> & { date: string }) => {
      const outcome = await move('2023-10-10', typed)
      assert.ok(!outcome.ok)
      return outcome.refusal.faults.map(({ field }) => field)
    }
    assert.deepEqual(await fields({ date: '2023-09-12' }), ['date'])
    assert.deepEqual(await fields({ date: '2023-07-06' }), ['date'])
    assert.deepEqual(await fields({ date: '2023-10-10' }), ['date'])
    assert.deepEqual(await fields({ date: '2099-10-10' }), ['date'])
    assert.deepEqual(await fields({ date: 'soon', time: 'late', reason: '' }), ['date', 'time', 'reason'])
  })

  test('a published agenda moves with its papers and pictures in a new pack, and stays in step with what is kept', async () => {
    const early = await move('2023-07-17', { date: '2023-07-13' })
    assert.ok(!early.ok)
    assert.deepEqual(
      early.refusal.faults.map(({ field }) => field),
      ['late-reason'],
      'the agenda of 6 July has four clear working days before 13 July',
    )
    const before = await inPublic('2023-07-17')
    done(await move('2023-07-17', { date: '2023-07-18' }))
    const [old, fresh] = [await inPublic('2023-07-17'), await inPublic('2023-07-18')]
    assert.deepEqual([old?.version, old?.meeting.status, old?.pack], [2, 'cancelled', before?.pack])
    assert.deepEqual(
      [fresh?.version, fresh?.meeting.status, fresh?.meeting.issued, fresh?.pack?.pages],
      [1, 'agenda-published', '2023-07-06', before?.pack?.pages],
    )
    assert.deepEqual(fresh?.meeting.items, before?.meeting.items)
    assert.notEqual(fresh?.pack?.checksum, before?.pack?.checksum)
    const papers = (day: string, version: number) => store().database.readPublished((reader) => publishedPapers(reader, { body: 'panel', date: date(day), version }))
    assert.deepEqual(await papers('2023-07-18', 1), await papers('2023-07-17', 1))
    assert.deepEqual(await papers('2023-07-17', 2), await papers('2023-07-17', 1))
    const { meeting } = await atHand('2023-07-18')
    const kept = await store().database.read('operator:test', (reader) => meetingWithText(reader, meeting.id))
    assert.ok(kept)
    assert.equal(done(await draftOf(kept, app().files)).fingerprint, meeting.fingerprint, 'it stays in step with what is published')
    assert.equal(meeting.editedAt, undefined)
  })

  test('a file does not call a meeting together again on the day from which it was moved', async () => {
    const loaded = await importMeetings(app(), [filesInMemory(published)], () => undefined)
    assert.ok(!loaded.ok)
    assert.match(loaded.refusal.faults[0]?.message ?? '', /moved here to 2023-07-18/)
    assert.equal((await inPublic('2023-07-17'))?.version, 2)
  })

  test('an agenda that moves to another hour is published with the times that follow from it, and fixed times stay', async () => {
    const file = `body: panel
date: 2023-09-19
time: "10:00"
status: agenda-published
issued: 2023-07-06
items:
  - { number: 1, title: Apologies, standing: apologies, minutes: 5 }
  - { number: 2, title: School places, minutes: 40, timing: { from: "10:05", to: "10:45" } }
  - { number: 3, title: The guest, timing: { from: "16:00", to: "16:30" } }
  - { number: 4, title: The tender, minutes: 15, timing: { from: "16:30", to: "16:45" }, exempt: { paragraph: 3, reason: A bidder could use it. } }
`
    done(await importMeetings(app(), [filesInMemory({ 'meeting.yaml': file })], () => undefined))
    done(await move('2023-09-19', { date: '2023-09-20', time: '14:00' }))
    const times = (items: readonly { readonly timing?: { readonly from: string; readonly to: string } | undefined }[] | undefined) => items?.map(({ timing }) => timing && `${timing.from}–${timing.to}`)
    const expected = [undefined, '14:05–14:45', '16:00–16:30', '16:30–16:45']
    assert.deepEqual(times((await inPublic('2023-09-20'))?.meeting.items), expected)
    const { meeting } = await atHand('2023-09-20')
    assert.deepEqual(times(meeting.items.map(({ facts }) => facts)), expected)
    const issued = await store().database.read('operator:test', (reader) => issuedMeeting(reader, 'panel', date('2023-09-20')))
    assert.deepEqual(times(issued?.meeting.items), expected)
    const kept = await store().database.read('operator:test', (reader) => meetingWithText(reader, meeting.id))
    assert.ok(kept)
    assert.deepEqual([done(await draftOf(kept, app().files)).fingerprint, meeting.editedAt], [meeting.fingerprint, undefined], 'it stays in step with what is published')
  })

  test('what was not published when an agenda moves stays unpublished', async () => {
    const { meeting } = await atHand('2023-07-18')
    const item = meeting.items[1]
    assert.ok(item)
    await store().database.write('operator:test', async (tx) => {
      done(await changeMeeting(tx, meeting.id, meeting.revision, app().now()))
      await saveItem(tx, item.id, { ...item.facts, title: 'Not for the public yet' }, undefined)
    })
    done(await move('2023-07-18', { date: '2023-07-24' }))
    const shown = await inPublic('2023-07-24')
    assert.deepEqual(shown?.meeting.items.map(({ title }) => title), ['Apologies', 'School places'])
    const kept = await atHand('2023-07-24')
    assert.equal(kept.meeting.items[1]?.facts.title, 'Not for the public yet')
    assert.notEqual(kept.meeting.editedAt, undefined)
    await store().database.write('operator:test', (tx) => saveItem(tx, item.id, item.facts, undefined))
  })

  test('a meeting is adjourned on its day, and the items that go on are published for a new one as they stand, with their papers', async () => {
    const found = await atHand('2023-07-24')
    const typed = { date: '2023-07-31', time: '14:00', reason: 'The alarm rang', items: found.meeting.items.slice(1).map(({ id }) => id) }
    const read = (today: string) => store().database.read('operator:test', (reader) => readAdjournment(reader, found, typed, date(today)))
    const early = await read('2023-07-20')
    assert.ok(!early.ok && early.refusal.kind === 'not-now')
    const today = date('2023-07-24')
    const adjournment = done(await read('2023-07-24'))
    done(await adjournMeeting(context(today), app(), seen(found), found, adjournment))
    const [old, fresh] = [await inPublic('2023-07-24'), await inPublic('2023-07-31')]
    assert.deepEqual([old?.meeting.status, old?.meeting.resumesOn, old?.meeting.items.length], ['adjourned', '2023-07-31', 2])
    assert.deepEqual([fresh?.meeting.status, fresh?.meeting.resumedFrom, fresh?.meeting.issued], ['agenda-published', '2023-07-24', '2023-07-06'])
    assert.deepEqual(fresh?.meeting.items.map(({ number, title, papers }) => [number, title, papers.map(({ id, held }) => [id, held])]), [[1, 'School places', [['item-1-report', true]]]])
    const papers = (day: string, version: number) => store().database.readPublished((reader) => publishedPapers(reader, { body: 'panel', date: date(day), version }))
    assert.deepEqual((await papers('2023-07-31', 1)).map(({ blocks }) => blocks), (await papers('2023-07-24', 1)).map(({ blocks }) => blocks))
    assert.ok((fresh?.pack?.pages ?? 0) > 0)
    const { meeting } = await atHand('2023-07-31')
    assert.deepEqual(
      meeting.items.map(({ number, facts, papers }) => [number, facts.title, papers.map(({ isHeld }) => isHeld)]),
      [[1, 'School places', [true]]],
    )
    const report = meeting.items[0]?.papers[0]?.id ?? assert.fail()
    const standings = await store().database.read('operator:test', (reader) => standingsOfPapers(reader, [report]))
    assert.equal(standings.get(report)?.state, 'handed-in', 'nobody writes it any more')
    const turned = await atHand('2023-07-24')
    const again = await adjournMeeting(context(today), app(), seen(turned), turned, { ...adjournment, date: date('2023-08-01') })
    assert.ok(!again.ok && again.refusal.kind === 'not-now')
  })

  test('a meeting that goes on takes up the agenda of its first day: it is not late, no reason is asked for, and pages say what it resumes', async () => {
    const { meeting } = await atHand('2023-07-31')
    const today = date('2023-07-26')
    const read = <T>(reading: (reader: Reader) => Promise<T>) => store().database.read('operator:test', reading)
    const propose = async () => proposalOf(context(today), app(), done(await read((reader) => meetingToPublish(reader, meeting.id))), { itemReasons: {} })
    const proposal = await propose()
    assert.deepEqual([proposal.clearDays.isLate, proposal.lateItems.length], [false, 0])
    assert.match(proposal.clearDays.words, /^It resumes the meeting of Monday 24 July 2023, adjourned, whose agenda was open to inspection before it/)
    assert.deepEqual([proposal.kind, proposal.findings.filter(({ severity }) => severity === 'stops')], [undefined, []], 'what was published stands as it is')
    assert.deepEqual(await read((reader) => meetingsInWork(reader, { from: meeting.facts.date, need: 'late', limit: 9, today, knowsSession: () => true })), [])
    const timetable = backTimetable(meeting.facts, { draft: 10, clearance: 5, despatch: 1 })
    assert.match(timetable.ok ? '' : timetable.refusal.message, /^It resumes the meeting of Monday 24 July 2023/)
    const shown = await inPublic('2023-07-31')
    assert.ok(shown)
    const words = (page: unknown) => String(page).replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')
    const firstDay = await store().database.readPublished((reader) => firstDayOf(reader, shown.meeting))
    assert.match(words(meetingBody({ ...shown, firstDay }, '/x', today)), /Resumes the meeting of Monday 24 July 2023, which was adjourned; its agenda was published on 6 July 2023\./)
    assert.doesNotMatch(words(meetingBody({ ...shown, firstDay }, '/x', today)), /Agenda published by/)
  })

  test('an item that is new to a meeting that goes on needs its five clear working days, or the chair’s reason', async () => {
    const { meeting } = await atHand('2023-07-31')
    const today = date('2023-07-26')
    const added = await store().database.write('operator:test', (tx) => insertItem(tx, meeting.id, 2, { title: 'Something new', toFollow: false, confidential: false }))
    const found = done(await store().database.read('operator:test', (reader) => meetingToPublish(reader, meeting.id)))
    const proposal = await proposalOf(context(today), app(), found, { itemReasons: {} })
    assert.deepEqual([proposal.clearDays.isLate, proposal.lateItems.map(({ title }) => title)], [false, ['Something new']])
    const decided = decidePublication({ ...proposal, findings: [] }, { kind: proposal.kind ?? 'agenda', itemReasons: {} }, today)
    assert.match(decided.ok ? '' : (decided.refusal.faults[0]?.message ?? ''), /Give the chair’s reason for the urgency of item 2/)
    await store().database.write('operator:test', (tx) => deleteItem(tx, added))
  })

  test('a planned meeting whose day passes without an agenda stays among what needs the officer, until it is cancelled', async () => {
    const passed = (today: string) => store().database.read('operator:test', (reader) => meetingsInWork(reader, { from: date('2023-01-01'), need: 'passed', limit: 9, today: date(today), knowsSession: () => true }))
    assert.deepEqual(await passed('2023-10-10'), (await passed('2023-10-10')).filter(({ date: day }) => day < '2023-10-10'))
    assert.ok((await passed('2023-10-11')).some(({ date: day }) => day === '2023-10-10'))
    const page = String((await meetingsSection({ context: testContext(store().database, { today: date('2023-10-11') }), today: date('2023-10-11') } as unknown as Parameters<typeof meetingsSection>[0], app())) ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    assert.match(page, /Its day was Tuesday 10 October 2023\. Was it not held\? Cancel it with the reason.*Passed without an agenda/)
  })

  test('a cancelled meeting says so with the reason, stays in the calendar, and cannot be cancelled again', async () => {
    const found = await atHand('2023-10-10')
    assert.deepEqual(done(await cancelMeeting(context(), app(), seen(found), { reason: 'No business' })), { told: 2 })
    const shown = await inPublic('2023-10-10')
    assert.deepEqual([shown?.meeting.status, shown?.note], ['cancelled', 'The meeting is cancelled. No business.'])
    const again = await cancelMeeting(context(), app(), seen(await atHand('2023-10-10')), { reason: 'Again' })
    assert.ok(!again.ok && again.refusal.kind === 'not-now')
    const loaded = await importMeetings(
      app(),
      [filesInMemory({ 'meeting.yaml': 'body: panel\ndate: 2023-10-10\nstatus: planned\n' })],
      () => undefined,
    )
    assert.ok(!loaded.ok && loaded.refusal.kind === 'conflict', 'a file does not undo it')
    const nowhere = await cancelMeeting(context(), app(), { id: 'nowhere', revision: 1 }, { reason: 'No' })
    assert.ok(!nowhere.ok && nowhere.refusal.kind === 'not-found')
  })

  test('the list is narrowed to agendas to be published and to those that are late', async () => {
    const titles = (need: 'all' | 'to-publish' | 'late', today: string) =>
      store().database.read(
        'operator:test',
        async (reader) => (await meetingsInWork(
          reader,
          { from: date(today), need, limit: 20, today: date(today), body: 'panel', knowsSession: () => true },
        )).map((meeting) => meeting.date),
      )
    const next = await titles('to-publish', '2023-07-07')
    assert.ok(!next.includes(date('2023-07-31')) && next.includes(date('2023-09-12')))
    assert.ok(!next.includes(date('2023-10-10')) && !next.includes(date('2023-12-05')) && !next.includes(date('2023-07-24')))
    assert.deepEqual(await titles('late', '2023-07-24'), [], 'the meeting of 31 July takes up the agenda of an earlier day')
    assert.deepEqual(await titles('late', '2023-09-04'), [], '4 September leaves five clear working days before 12 September')
    assert.deepEqual(await titles('late', '2023-09-05'), ['2023-09-12'])
  })
})
