import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { importMeetings } from '../import/import-meetings.ts'
import { meetingToPublish, proposalOf } from '../publishing/to-publish.ts'
import { filesInMemory } from '../testing.ts'
import { meetingsTestMigrations } from '../work/testing.ts'
import { adjournMeeting } from './adjourn-meeting.ts'
import { createMeetings } from './create-meetings.ts'
import { readAdjournment } from './read-adjournment.ts'
import { at, done, frame, panelOn, seen } from './testing.ts'

const agenda = (day: string, business: string) => `body: panel
date: ${day}
time: "14:00"
venue: Lakeview Room
status: agenda-published
issued: 2023-06-27
items:
  - { number: 1, title: Apologies, standing: apologies, timing: { from: "14:00", to: "14:05" } }
  - { number: 2, title: ${business}, timing: { from: "14:05", to: "14:45" }, report: places.md }
  - { number: 3, title: Fares, timing: { from: "14:45", to: "15:00" } }
`

let store: TestStore
const { folder, context, app, begin, atHand, inPublic } = panelOn(() => store)
before(async () => {
  store = await testDatabase(meetingsTestMigrations)
  await begin()
  const file = [agenda('2023-07-05', 'School places'), agenda('2023-07-07', 'Foster carers'), agenda('2023-07-12', 'Young carers')].join('---\n')
  done(await importMeetings(app(), [filesInMemory({ 'meeting.yaml': file, 'places.md': '---\ntitle: A report\nframe: panel\nrecommendations: []\nimplications: []\nbackground-papers: []\n---\n\nPlaces are short.\n' })], () => undefined))
  done(await createMeetings(context(), app(), frame, at('2023-07-20')))
})
after(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const messages = (outcome: Outcome<unknown>) => (outcome.ok ? '' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)].join(' '))
const adjourn = async (from: string, to: string, numbers: readonly number[]) => {
  const found = await atHand(from)
  const items = found.meeting.items.filter(({ number }) => numbers.includes(number)).map(({ id }) => id)
  const read = await store.database.read('operator:test', (reader) => readAdjournment(reader, found, { date: to, time: '16:00', reason: 'No quorum', items }, context().today))
  return read.ok ? adjournMeeting(context(), app(), seen(found), found, read.value) : read
}
const onAgenda = async (day: string) => (await atHand(day)).meeting.items.map(({ facts }) => [facts.title, facts.carriedFrom])

test('a meeting is not adjourned to another hour of its own day', async () => {
  assert.match(messages(await adjourn('2023-07-05', '2023-07-05', [2])), /A break within the day is no adjournment/)
})

test('business that stands over to a meeting that the body has already joins its agenda as carried over, and makes no second meeting', async () => {
  done(await adjourn('2023-07-05', '2023-07-20', [1, 2, 3]))
  const carried = (await onAgenda('2023-07-20')).filter(([, from]) => from !== undefined)
  assert.deepEqual(carried, [['School places', '2023-07-05'], ['Fares', '2023-07-05']], 'it has apologies of its own')
  const { meeting } = await atHand('2023-07-20')
  assert.deepEqual([meeting.facts.time, meeting.facts.resumedFrom, meeting.facts.status], ['10:00', undefined, 'planned'])
  assert.deepEqual(meeting.items.map(({ number }) => number), meeting.items.map((_item, index) => index + 1))
  assert.equal(meeting.items.find(({ facts }) => facts.title === 'School places')?.papers.length, 1)
  const old = await inPublic('2023-07-05')
  assert.deepEqual([old?.meeting.status, old?.meeting.resumesOn], ['adjourned', '2023-07-20'])
  assert.match(old?.note ?? '', /what it did not finish stands over to the meeting of Thursday 20 July 2023\. No quorum\./)
})

test('business that stands over to a published agenda joins it at its end, and is no late item, since it was open to inspection before', async () => {
  done(await adjourn('2023-07-07', '2023-07-12', [2]))
  const { meeting } = await atHand('2023-07-12')
  assert.deepEqual(meeting.items.map(({ facts }) => facts.title), ['Apologies', 'Young carers', 'Fares', 'Foster carers'])
  assert.equal(meeting.items.length, 4)
  const proposal = await proposalOf(context(), app(), done(await store.database.read('operator:test', (reader) => meetingToPublish(reader, meeting.id))), { itemReasons: {} })
  assert.deepEqual([proposal.clearDays.isLateForNew, proposal.lateItems.length, proposal.isFirst], [true, 0, false])
})

test('a meeting that is over or was adjourned itself takes up no business of another', async () => {
  assert.match(messages(await adjourn('2023-07-07', '2023-07-20', [2])), /adjourned already/)
})
