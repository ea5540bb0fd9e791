import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { importMeetings } from '../import/import-meetings.ts'
import { filesInMemory } from '../testing.ts'
import { saveItem } from '../work/keep-meeting.ts'
import type { ItemFacts, ItemId } from '../work/meeting-in-work.ts'
import { meetingsTestMigrations } from '../work/testing.ts'
import { mayBeAdjourned } from './read-adjournment.ts'
import { calendarAround } from './calendar.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { changeFacts } from './change-facts.ts'
import { createMeetings } from './create-meetings.ts'
import { moveMeeting, readMove } from './move-meeting.ts'
import { proposalsOf } from './proposals.ts'
import { nothingClosedSince } from './still-published.ts'
import { at, done, frame, panelOn, seen } from './testing.ts'

const published = `body: panel
date: 2023-07-17
time: "10:00"
status: agenda-published
issued: 2023-07-06
items:
  - { number: 1, title: Apologies }
  - { number: 2, title: School places, appendices: [{ title: Map, file: map.md }] }
`

let store: TestStore
const { folder, context, app, begin, atHand, inPublic } = panelOn(() => store)
before(async () => {
  store = await testDatabase(meetingsTestMigrations)
  await begin()
  done(await importMeetings(app(), [filesInMemory({ 'meeting.yaml': published, 'map.md': '---\ntitle: Map\n---\n\nHere.\n' })], () => undefined))
  done(await createMeetings(context(), app(), frame, at('2023-10-10')))
})
after(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const move = async (from: string, to: string) => {
  const found = await atHand(from)
  const typed = { date: to, time: '10:00', reason: 'The room floods', lateReason: 'It cannot wait' }
  const read = await store.database.read('operator:test', (reader) => readMove(reader, found, typed, context().today))
  return read.ok ? moveMeeting(context(), app(), seen(found), found, read.value) : read
}
const messages = (outcome: Outcome<unknown>) => (outcome.ok ? '' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)].join(' '))

test('while something that staff closed to the public is still published, the meeting is neither moved, cancelled nor adjourned', async () => {
  const item = (await atHand('2023-07-17')).meeting.items[1] ?? assert.fail()
  const closings: readonly (readonly [Partial<ItemFacts>, RegExp])[] = [
    [{ exempt: { paragraph: 3, reason: 'A bidder could use it.' } }, /Item 2 was marked exempt and is still published as it was/],
    [{ confidential: true }, /Item 2 was marked confidential/],
    [{ withdrawn: 'The figures are wrong.' }, /Item 2 was withdrawn/],
    [{ withdrawnPapers: [{ paper: 'appendix-1', reason: 'The map is wrong.' }] }, /A paper of item 2 was withdrawn/],
  ]
  for (const [closed, words] of closings) {
    await store.database.write('operator:test', (tx) => saveItem(tx, item.id, { ...item.facts, ...closed }, undefined))
    const found = await atHand('2023-07-17')
    assert.match(messages(await move('2023-07-17', '2023-07-24')), words)
    assert.match(messages(await cancelMeeting(context(), app(), seen(found), { reason: 'Nobody comes' })), words)
    assert.match(messages(mayBeAdjourned(found, date('2023-07-17'))), words)
  }
  assert.equal((await inPublic('2023-07-17'))?.version, 1)
  await store.database.write('operator:test', (tx) => saveItem(tx, item.id, item.facts, undefined))
  done(await move('2023-07-17', '2023-07-24'))
})

test('while the public title of a withheld item waits to be published, the meeting does not move with the title that stands', () => {
  const exempt = { paragraph: 3, reason: 'A bidder could use it.' }
  const item = { id: 'item' as ItemId, number: 2, facts: { title: 'Buying Firm', exempt, toFollow: false, confidential: false }, papers: [] }
  const said = (title: string, facts: Partial<ItemFacts>) => messages(nothingClosedSince({ meeting: { items: [{ ...item, facts: { ...item.facts, ...facts } }] }, standing: { meeting: { items: [{ number: 2, title, exempt, papers: [] }] } } } as unknown as Parameters<typeof nothingClosedSince>[0]))
  assert.match(said('Buying Firm', { withheld: { publicTitle: 'A purchase' } }), /What the public is told of item 2 was changed and is still published as it was/)
  assert.deepEqual([said('Buying Firm', {}), said('A purchase', { withheld: { publicTitle: 'A purchase' } })], ['', ''])
})

test('the day that a published meeting left is not planned again, and its page goes on saying where the meeting went', async () => {
  const left = /moved to Monday 24 July 2023, and the page of that day says so/
  assert.match(messages(await createMeetings(context(), app(), frame, at('2023-07-17', '2023-07-18'))), left)
  assert.match(messages(await move('2023-10-10', '2023-07-17')), left)
  const file = 'body: panel\ndate: 2023-07-17\nstatus: planned\n'
  assert.match(messages(await importMeetings(app(), [filesInMemory({ 'meeting.yaml': file })], () => undefined)), /moved/)
  assert.equal((await inPublic('2023-07-17'))?.meeting.movedTo, '2023-07-24')
  const calendar = await store.database.read('operator:test', (reader) => calendarAround(reader, { from: date('2023-07-17'), to: date('2023-07-17') }))
  const [proposal] = proposalsOf(frame, at('2023-07-17'), calendar, context().today)
  assert.ok(proposal?.clashes.some(({ kind, words }) => kind === 'same-body' && left.test(words)))
})

test('a meeting may move back to the day that it left', async () => {
  done(await move('2023-07-24', '2023-07-17'))
  assert.equal((await inPublic('2023-07-17'))?.meeting.movedTo, undefined)
  assert.equal((await inPublic('2023-07-24'))?.meeting.movedTo, '2023-07-17')
})

test('meetings are planned only for years whose bank holidays are known, at times that London clocks show that day', async () => {
  assert.match(messages(await createMeetings(context(), app(), frame, at('2033-05-10'))), /bank holidays/i)
  const skipped = [{ date: date('2024-03-31'), time: '01:30' as never }]
  assert.match(messages(await createMeetings(context(), app(), frame, skipped)), /There is no 1\.30 am on Sunday 31 March 2024/)
})

test('a webcast is at a web address, and place, office and title are written on one line', async () => {
  const typed = { time: '', minutes: '', title: '', venue: '', attendance: 'in-person', webcast: '', office: '', phone: '', email: '', alsoInvited: '', note: '', tellsMembers: false }
  const change = async (changes: Partial<typeof typed>) => changeFacts(context(), app(), seen(await atHand('2023-10-10')), { ...typed, ...changes })
  for (const webcast of ['javascript:alert(1)', 'ftp://council.example/live']) assert.match(messages(await change({ webcast })), /beginning with https:/)
  for (const field of ['venue', 'title', 'office', 'phone'] as const) assert.match(messages(await change({ office: 'Scrutiny', [field]: 'One\r\nBcc: two' })), /on one line/, field)
  done(await change({ webcast: 'https://council.example/live', venue: 'Lakeview Room' }))
})
