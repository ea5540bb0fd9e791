import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { PersonId } from '#access/actor.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { calendarPage } from '../public/calendar-page.ts'
import { calendarFeed, newsFeed } from '../public/feeds.ts'
import { publicApi } from '../public/api.ts'
import { meetingEntries } from '../reading/coming/meeting-entries.ts'
import { membersMeetings } from '../reading/coming/members-meetings.ts'
import { importMeetings } from '../import/import-meetings.ts'
import { filesInMemory } from '../testing.ts'
import { createMeetings } from './create-meetings.ts'
import { listPage } from './list-page.ts'
import { meetingsInWork } from './meetings-in-work.ts'
import { moveMeeting } from './move-meeting.ts'
import { meetingsTestMigrations } from '../work/testing.ts'
import { at, done, frame, panelOn, seen } from './testing.ts'

const agenda = 'body: panel\ndate: 2023-07-17\ntime: "10:00"\nstatus: agenda-published\nissued: 2023-07-06\nitems:\n  - { number: 1, title: Apologies }\n'
const fromFile = 'body: panel\ndate: 2023-11-07\nstatus: cancelled\nmoved-to: 2023-11-14\n'

let store: TestStore
const { folder, context, app, begin, atHand } = panelOn(() => store)
const today = date('2023-07-07')

before(async () => {
  store = await testDatabase(meetingsTestMigrations)
  await begin()
  done(await importMeetings(app(), [filesInMemory({ 'one.yaml': agenda }), filesInMemory({ 'two.yaml': fromFile })], () => undefined))
  done(await createMeetings(context(), app(), frame, at('2023-10-10')))
  await move('2023-10-10', date('2023-10-17'))
  await move('2023-07-17', date('2023-07-18'))
})
after(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function move(from: string, to: LocalDate): Promise<void> {
  const found = await atHand(from)
  done(await moveMeeting(context(), app(), seen(found), found, { date: to, reason: 'The room floods' }))
}

const asPublic = <T>(query: string, work: (request: PublicRequest) => Promise<T>): Promise<T> =>
  store.database.readPublished((read) =>
    work({ path: '/', params: {}, query: new URLSearchParams(query), today, origin: 'https://council.example', read, file: () => Promise.resolve(undefined) }),
  )

const ask = async (page: (request: PublicRequest) => Promise<Answer>, query = ''): Promise<string> => {
  const answer = await asPublic(query, page)
  assert.ok(answer.kind === 'page' || answer.kind === 'file')
  return answer.body.toString()
}

test('the day that a meeting left says in the public list and month where it went, and not that it was cancelled', async () => {
  const list = await ask(calendarPage)
  assert.match(list, /panel\/2023-10-10"[^]*?Moved to Tuesday 17 October 2023/)
  assert.doesNotMatch(list, /Cancelled/)
  const month = await ask(calendarPage, 'month=2023-10')
  assert.match(month, /panel\/2023-10-10">Children’s Panel<\/a> <strong>Moved to Tuesday 17 October 2023<\/strong>/)
  assert.match(month, /panel\/2023-10-17">Children’s Panel<\/a><\/li>/)
})

test('calendars strike the old day out and say where the meeting went, and the news says it too', async () => {
  const old = (await ask(calendarFeed)).replaceAll('\r\n ', '').split('BEGIN:VEVENT').find((event) => event.includes('panel.2023-10-10@'))
  assert.match(old ?? '', /DESCRIPTION:[^\r]*Moved to Tuesday 17 October 2023\. Details/)
  assert.match(old ?? '', /STATUS:CANCELLED/)
  const news = await ask(newsFeed)
  assert.match(news, /Moved to Tuesday 18 July 2023 from Monday 17 July 2023, 10\.00 am/)
  assert.doesNotMatch(news, /Cancelled/)
})

test('the list of the API says of the old day to which day the meeting moved', async () => {
  const list = publicApi.find(({ path }) => path === '/meetings')
  const answer = await asPublic('from=2023-10-10&to=2023-10-10', async (request) => list?.answer(request))
  assert.match(JSON.stringify(answer), /"status":"cancelled","movedTo":"2023-10-17"/)
})

test('members see in their list where the meeting went, and wait for no papers of the day it left', async () => {
  const meetings = await store.database.read('operator:test', (reader) => membersMeetings(reader, '00000000-0000-4000-8000-000000000000' as PersonId, { isForMembers: true, from: date('2023-10-01'), order: 'first-to-last', limit: 1 }))
  const list = meetingEntries({ meetings, changed: new Map(), touched: new Map(), today, headingLevel: 2 }).toString()
  assert.match(list, /Moved to Tuesday 17 October 2023/)
  assert.match(list, /No papers/)
  assert.doesNotMatch(list, /Cancelled|not published yet/)
})

test('staff see in their list where a meeting went that a file says was moved', async () => {
  const meetings = await store.database.read('operator:test', (reader) => meetingsInWork(reader, { from: date('2023-11-01'), need: 'all', limit: 1, today, knowsSession: () => true }))
  assert.deepEqual(meetings.map(({ status, movedTo }) => [status, movedTo]), [['cancelled', '2023-11-14']])
  const visit = { context: context(), path: '/staff/meetings', params: {}, query: new URLSearchParams('from=2023-11-01'), today }
  const page = await listPage.show?.(visit as never, app())
  assert.ok(page?.kind === 'page')
  assert.match(page.body.toString(), /Moved to Tuesday 14 November 2023/)
})
