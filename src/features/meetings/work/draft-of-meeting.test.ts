import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { importMeetings } from '../import/import-meetings.ts'
import { filesInMemory } from '../testing.ts'
import { draftOf, meetingWithText } from './draft-of-meeting.ts'
import { changeMeeting, insertItem, insertMeeting, numberItems } from './keep-meeting.ts'
import { insertPaper, savePart } from './keep-paper.ts'
import type { MeetingFacts } from './meeting-in-work.ts'
import { meetingIdOn, meetingInWork, paperInWork } from './read-work.ts'
import { eachMeetingsDesk, panelFile } from './testing.ts'

const meeting = `body: panel
date: 2023-07-07
time: "10:00"
status: agenda-published
issued: 2023-06-29
contact: { office: Scrutiny, email: scrutiny@example.test }
items:
  - { number: 1, title: Apologies, standing: apologies }
  - number: 3
    title: A contract
    timing: { from: "10:05", to: "10:35" }
    exempt: { paragraph: 3, reason: It would harm the tender. }
    withheld: { public-title: A matter of business, decided-by: Monitoring Officer, review-on: 2024-01-01 }
    report: contract.md
    public-version: open.md
    appendices:
      - { title: "Appendix 1: Plan", file: appendix.md }
      - { title: "Appendix 2: Minutes of the board", note: Not printed. }
`
const contract = `---
title: The contract
frame: board-cover-sheet
author: A director
priorities: [{ name: Best start, touched: true }]
recommendations: [note the price]
implications: [{ heading: Legal, text: None. }]
background-papers: []
---

The price is 4711 pounds.

![A plan](plan.svg)
`
const files = {
  'meeting.yaml': meeting,
  'contract.md': contract,
  'open.md': '---\ntitle: What can be said\nframe: panel\n---\n\nA contract is to be let.\n',
  'appendix.md': '---\ntitle: "Appendix 1: Plan"\n---\n\nThe plan.\n',
  'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
}
const day = date('2023-07-07')
const now = new Date('2023-07-01T09:00:00Z')
const planned: MeetingFacts = { body: 'panel', date: date('2023-09-05'), attendance: 'in-person', webcast: false, public: true, privateDevelopment: false, status: 'planned', alsoInvited: [] }

eachMeetingsDesk(panelFile, ({ store, app }) => {

  before(async () => {
    const meetings = await importMeetings(app(), [filesInMemory(files)], () => undefined)
    assert.ok(meetings.ok, JSON.stringify(meetings))
  })

  test('what was loaded and is kept says what its file said', async () => {
    const kept = await store().database.read('operator:test', async (reader) => {
      const id = await meetingIdOn(reader, 'panel', day)
      return id === undefined ? undefined : meetingWithText(reader, id)
    })
    assert.ok(kept)
    const draft = await draftOf(kept, app().files)
    assert.ok(draft.ok, JSON.stringify(draft))
    assert.equal(draft.value.fingerprint, kept.meeting.fingerprint)
    assert.deepEqual(draft.value.papers.map((paper) => paper.id), ['item-3-report', 'item-3-public-version', 'item-3-appendix-1', 'item-3-appendix-2'])
    assert.equal(draft.value.papers[0]?.text?.frame?.implications[0]?.text, 'None.')
  })

  test('a file does not undo what staff have changed since it was loaded', async () => {
    const changed = await store().database.write('operator:test', async (tx) => {
      const id = await meetingIdOn(tx.reader, 'panel', day)
      assert.ok(id)
      return changeMeeting(tx, id, 1, now)
    })
    assert.deepEqual(changed, { ok: true, value: 2 })
    const again = await importMeetings(app(), [filesInMemory(files)], () => undefined)
    assert.ok(!again.ok)
    assert.equal(again.refusal.kind, 'conflict')
  })

  test('of two changes that rest on the same revision the second is refused', async () => {
    const outcomes = await store().database.write('operator:test', async (tx) => {
      const id = await insertMeeting(tx, planned, now)
      assert.ok(id.ok)
      return [await changeMeeting(tx, id.value, 1, now), await changeMeeting(tx, id.value, 1, now), await insertMeeting(tx, planned, now)]
    })
    assert.deepEqual(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.refusal.kind)), ['done', 'conflict', 'conflict'])
  })

  test('items are numbered in the order given, and a part of a report is saved only over the revision it rests on', async () => {
    const paper = await store().database.write('operator:test', async (tx) => {
      const id = await insertMeeting(tx, { ...planned, date: date('2023-10-03') }, now)
      assert.ok(id.ok)
      const first = await insertItem(tx, id.value, 1, { title: 'First', toFollow: false, confidential: false })
      const second = await insertItem(tx, id.value, 2, { title: 'Second', toFollow: false, confidential: false })
      await numberItems(tx, [second, first])
      const kept = await meetingInWork(tx.reader, id.value)
      assert.deepEqual(kept?.items.map((item) => item.facts.title), ['Second', 'First'])
      return insertPaper(tx, first, { kind: 'report', position: 0, title: 'School places', frame: 'panel' })
    })
    const save = (markdown: string, basedOn: number, by: string, minute: number) =>
      store().database.write('operator:test', (tx) => savePart(tx, { paper, part: 'body', content: { markdown }, basedOn, by, at: new Date(Date.UTC(2023, 6, 1, 9, minute)) }))
    assert.deepEqual(await save('One.', 0, 'Ada Lorne', 0), { ok: true, value: 1 })
    assert.deepEqual(await save('One and a half.', 1, 'Ada Lorne', 3), { ok: true, value: 2 })
    const other = await save('Two.', 1, 'Ben Okoro', 4)
    assert.ok(!other.ok && other.refusal.kind === 'conflict')
    const [standing, changes] = await store().database.read('operator:test', async (reader) => [
      await paperInWork(reader, paper),
      await reader.tables<{ 'work.paper_changes': { paper: string; revision: number } }>().selectFrom('work.paper_changes').select('work.paper_changes.revision').where('work.paper_changes.paper', '=', paper).execute(),
    ])
    assert.equal(standing?.parts.body?.markdown, 'One and a half.')
    assert.deepEqual(changes, [{ revision: 2 }], 'saves of one writer in the same ten minutes are one entry of the history')
  })
})
