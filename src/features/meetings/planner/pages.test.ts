import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { placeText } from '../public/calendar-query.ts'
import { loadBodies, meetingsTestMigrations, panelFile } from '../work/testing.ts'
import { cancelPage } from './cancel-page.ts'
import { createMeetings } from './create-meetings.ts'
import { factsPage } from './facts-page.ts'
import { listPage } from './list-page.ts'
import { meetingsSection } from './meetings-section.ts'
import { movePage } from './move-page.ts'
import { planPage } from './plan-page.ts'

const today = date('2023-07-03')
const frame: [string, string][] = [
  ['body', 'panel'],
  ['pattern', 'second Tuesday'],
  ['from', '2023-09-01'],
  ['to', '2023-12-31'],
  ['minutes', '60'],
  ['kind', 'public'],
]

let store: TestStore
before(async () => {
  store = await testDatabase(meetingsTestMigrations)
  await loadBodies(app, panelFile)
  assert.ok((await createMeetings(
    context(),
    app,
    { body: 'panel', minutes: 60, kind: 'public', venue: 'Old Room' },
    [{ date: date('2023-10-10') }, { date: date('2024-02-06') }],
  )).ok)
})
after(() => store.close())

const context = (on = today) => testContext(store.database, { today: on })
// Nothing that these pages do needs files, the typesetter or the council's words: no agenda is published.
const app = { context, now: () => new Date('2023-07-03T09:00:00Z'), origin: 'https://council.example' } as unknown as MeetingsApp

function request(path: string, fields: readonly (readonly [string, string])[] = [], params: Record<string, string> = {}, on: LocalDate = today): StaffRequest {
  const session = { formToken: { field: 'token', value: 'secret' } } as unknown as StaffRequest['session']
  const { pathname, searchParams } = new URL(path, 'https://council.example')
  return {
    context: context(on),
    session,
    path: pathname,
    params,
    query: searchParams,
    form: postedForm(fields),
    today: on,
    now: app.now(),
    origin: app.origin,
  }
}

function shown(answer: StaffAnswer | undefined): { status: number; text: string } {
  assert.ok(answer?.kind === 'page', JSON.stringify(answer))
  return { status: answer.status ?? 200, text: answer.body.toString() }
}

const show = async (
  page: StaffPage<MeetingsApp>,
  path: string,
  params: Record<string,
  string> = {},
) => shown(await page.show?.(request(path, [], params), app))
const submit = (
  page: StaffPage<MeetingsApp>,
  fields: readonly (readonly [string, string])[],
  params: Record<string,
  string> = {},
) => page.submit?.(request('/staff/meetings/plan', fields, params), app)

async function meetingOf(day: string): Promise<{ meeting: string }> {
  const id = await store.database.read('operator:test', (reader) => meetingIdOn(reader, 'panel', date(day)))
  assert.ok(id)
  return { meeting: id }
}

test('a pattern is shown as dates to tick, of which those with a clash are not ticked', async () => {
  const page = await show(planPage, `/staff/meetings/plan?${new URLSearchParams(frame).toString()}`)
  assert.match(page.text, /4 dates, 1 with a clash/)
  assert.equal(page.text.match(/name="use-\d" type="checkbox" value="yes" checked/g)?.length, 3)
  assert.match(page.text, /This body meets on that day already/)
  assert.match(page.text, /Use Tuesday 17 October 2023/)
})

test('each date to tick says by when its agenda is published, and the form words each pattern apart', async () => {
  const page = await show(planPage, `/staff/meetings/plan?${new URLSearchParams(frame).toString()}`)
  assert.match(page.text, /Agenda published by Monday 2 October 2023/)
  assert.equal(page.text.match(/Agenda published by/g)?.length, 4)
  assert.match(page.text, /such as “second Tuesday of each month”, “last Thursday of every second month”/)
})

test('a nonsense pattern comes back with what was typed', async () => {
  const page = await show(
    planPage,
    '/staff/meetings/plan?body=panel&pattern=%3Cb%3Ewhenever&from=soon&to=2023-12-31&minutes=60&kind=public&venue=Old+Room',
  )
  assert.equal(page.status, 400)
  assert.match(page.text, /value="&lt;b&gt;whenever"/)
  assert.match(page.text, /value="soon"/)
  assert.match(page.text, /value="Old Room"/)
  assert.match(page.text, /href="#pattern"/)
})

test('a body that is not there, or not named, is asked for', async () => {
  assert.equal((await show(planPage, '/staff/meetings/plan')).status, 200)
  assert.equal((await show(planPage, '/staff/meetings/plan?body=nobody')).status, 404)
})

test('a clash that the officer had not been shown is shown before anything is created', async () => {
  const rows: readonly [string, string][] = [...frame, ['date-0', '2023-12-25'], ['time-0', '10:00'], ['use-0', 'yes'], ['deed', 'create']]
  const unseen = shown(await submit(planPage, rows))
  assert.equal(unseen.status, 409)
  assert.match(unseen.text, /Monday 25 December 2023: It is a bank holiday: Christmas Day\./)
  const again = await submit(planPage, [...rows, ['seen', '2023-12-25 not-worked']])
  assert.deepEqual(again, { kind: 'moved', to: '/staff/meetings?body=panel&done=planned' })
})

test('a form that names no date creates nothing and says so, whatever was pressed, with what was typed and no button to create', async () => {
  for (const deed of [[], [['deed', 'create']], [['deed', 'use-0-2023-10-17']], [['deed', 'nonsense'], ['date-x', '2023-10-17']]] as const) {
    const page = shown(await submit(planPage, [...frame, ['venue', 'Old Room'], ...deed]))
    assert.equal(page.status, 400)
    assert.match(page.text, /href="#pattern">There are no dates here, so nothing was created\. Give a pattern and press “Show the dates”/)
    assert.match(page.text, /value="second Tuesday"[\s\S]*value="Old Room"/)
    assert.doesNotMatch(page.text, /0 dates|Create the ticked meetings/)
  }
})

test('a suggestion is taken at a press, and dates that cannot be read are named by their rows', async () => {
  const used = shown(await submit(planPage, [...frame, ['date-0', '2023-10-10'], ['time-0', '10:00'], ['deed', 'use-0-2023-10-17']]))
  assert.match(used.text, /value="2023-10-17"/)
  assert.match(used.text, /1 date, none with a clash/)
  const wrong = shown(await submit(planPage, [...frame, ['date-0', '31 February'], ['time-0', 'noon'], ['use-0', 'yes'], ['deed', 'create']]))
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /value="31 February"/)
  assert.match(wrong.text, /href="#date-0"[\s\S]*href="#time-0"/)
})

test('a move is first told, then done; what was typed is kept when it is changed once more', async () => {
  const params = await meetingOf('2024-02-06')
  const typed = [['revision', '1'], ['date', '13 February 2024'], ['time', '10:00'], ['reason', 'A flood']] as const
  const told = shown(await submit(movePage, typed, params))
  assert.match(told.text, /will meet on Tuesday 13 February 2024, 10\.00 am in place of Tuesday 6 February 2024/)
  assert.match(told.text, /It is then due by Monday 5 February 2024/)
  assert.match(told.text, /nobody is sent an e-mail/)
  assert.match(shown(await submit(movePage, [...typed, ['step', 'change']], params)).text, /A flood/)
  const stale = shown(await submit(movePage, [...typed, ['revision', '0'], ['step', 'do']], params))
  assert.equal(stale.status, 409)
  assert.match(stale.text, /A flood/)
  assert.deepEqual(
    await submit(movePage, [...typed, ['step', 'do']], params),
    { kind: 'moved', to: '/staff/meetings?body=panel&from=2024-02-13&done=moved' },
  )
})

test('a move onto a bank holiday or a weekend is done only once it is ticked that it is meant so', async () => {
  const params = await meetingOf('2024-02-13')
  const typed = [['revision', '2'], ['date', '24 February 2024'], ['time', '10:00'], ['reason', 'A flood']] as const
  assert.match(shown(await submit(movePage, typed, params)).text, /Saturday 24 February 2024 is not a working day \(Saturday\)/)
  const unsure = shown(await submit(movePage, [...typed, ['step', 'do']], params))
  assert.equal(unsure.status, 400)
  assert.match(unsure.text, /Tick that it is meant so/)
  const done = await submit(movePage, [...typed, ['step', 'do'], ['sure', 'yes']], params)
  assert.equal(done?.kind, 'moved')
})

test('facts that somebody else has changed meanwhile are refused with what was typed, beside what stands', async () => {
  const params = await meetingOf('2023-10-10')
  const typed = [['attendance', 'in-person'], ['venue', 'New Room']] as const
  assert.deepEqual(
    await submit(factsPage, [...typed, ['revision', '1']], params),
    { kind: 'moved', to: `/staff/meetings/${params.meeting}/facts?done=published` },
  )
  const stale = shown(await submit(factsPage, [...typed, ['venue', 'Third Room'], ['revision', '1']], params))
  assert.equal(stale.status, 409)
  assert.match(stale.text, /value="Third Room"/)
  assert.match(stale.text, /As it stands now: New Room/)
})

test('the form of the facts says how many members an e-mail would reach, and offers none where it is nobody', async () => {
  const page = await show(factsPage, '/staff/meetings/x/facts', await meetingOf('2023-10-10'))
  assert.match(page.text, /No member of this body has an account here, so nobody is sent an e-mail/)
  assert.doesNotMatch(page.text, /name="tell"/)
})

test('nobody meets who is not there: an address without a meeting is not found', async () => {
  for (const page of [cancelPage, movePage, factsPage]) {
    for (const meeting of ['nothing', '00000000-0000-4000-8000-000000000000']) {
      const answer = await page.show?.(request('/staff/meetings/x', [], { meeting }), app)
      assert.ok(answer?.kind === 'refused' && answer.refusal.kind === 'not-found')
    }
  }
})

test('the list says when each agenda is due, and a day that is none is named', async () => {
  const page = await show(listPage, '/staff/meetings?body=panel')
  assert.match(page.text, /Monday 2 October 2023, in 91 days/)
  const wrong = await show(listPage, '/staff/meetings?from=yesterday')
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /value="yesterday"/)
})

test('of meetings whose day passed without an agenda the latest stand first, on “Your work” and in the whole list, which goes a year back', async () => {
  const days = ['2023-11-01', '2023-11-08', '2023-11-15', '2023-11-22', '2023-11-29', '2023-12-06'].map(date)
  assert.ok((await createMeetings(context(), app, { body: 'panel', minutes: 60, kind: 'public', venue: 'Old Room' }, days.map((day) => ({ date: day })))).ok)
  const later = date('2023-12-07')
  const daysIn = (text: string) => [...text.matchAll(/hidden">, (\d+ \w+ 2023)<\/span><\/(?:a|div)>/g)].map(([, day]) => day)
  const section = String(await meetingsSection(request('/staff', [], {}, later), app))
  assert.deepEqual(daysIn(section.slice(section.indexOf('What became of these?'))), ['6 December 2023', '29 November 2023', '22 November 2023', '15 November 2023', '8 November 2023'])
  assert.match(section, /href="\/staff\/meetings\?need=passed">All that passed without an agenda/)
  const list = shown(await listPage.show?.(request('/staff/meetings?need=passed', [], {}, later), app))
  assert.match(list.text, /Meetings since Tuesday 6 December 2022, newest first/)
  assert.deepEqual(daysIn(list.text).slice(0, 3), ['6 December 2023', '29 November 2023', '22 November 2023'])
  const next = shown(await listPage.show?.(request(`/staff/meetings?need=passed&after=${placeText({ date: date('2023-11-15'), body: 'panel' })}`, [], {}, later), app))
  assert.deepEqual(daysIn(next.text)[0], '8 November 2023')
})
