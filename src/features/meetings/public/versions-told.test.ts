import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, type LocalDate } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import { retimeAgenda } from '../agenda/retime-agenda.ts'
import { importMeetings } from '../import/import-meetings.ts'
import { firstDayOf } from '../publication/first-day.ts'
import { askPublication } from '../publishing/ask-publication.ts'
import { publicationPages } from '../publishing/publication-pages.ts'
import { runPublication } from '../publishing/run-publication.ts'
import { publishPage } from '../publishing/publish-page.ts'
import { early, eachPublishingDesk, makeMeeting, officer, requestTo, shownOf, unwrap, writeReport } from '../publishing/testing.ts'
import { withdraw } from '../publishing/withdraw.ts'
import { filesInMemory } from '../testing.ts'
import { insertItem, saveItem } from '../work/keep-meeting.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { publicApi } from './api.ts'
import { meetingPage } from './meeting-page.ts'

eachPublishingDesk(({ database, app, publish, change, kept }) => {
  const context = () => officer(database(), 'Ada Lorne')
  const ask = (day: LocalDate, today: LocalDate) => ({ path: '/bodies/panel', params: { body: 'panel', date: day }, query: new URLSearchParams(), origin: 'https://council.example', today, file: () => Promise.resolve(undefined) })
  const pageOf = (day: LocalDate, today = early) =>
    database().readPublished(async (read) => {
      const answer = await meetingPage()({ ...ask(day, today), read })
      return answer.kind === 'page' ? String(answer.body) : ''
    })
  /** What the API answers at the address that ends so, checked as it is before it is sent. */
  const api = (end: string, day: LocalDate, today = early) =>
    database().readPublished(async (read) => {
      const resource = publicApi.find((one) => one.path.endsWith(end)) ?? assert.fail(end)
      const answer = unwrap(await resource.answer({ ...ask(day, today), ...(end === '/meetings' ? { params: {} } : {}), read }))
      return (answer.kind === 'list' ? answer.items : [answer.body]).map((one) => resource.response.parse(one) as Readonly<Record<string, unknown>>)
    })
  const withdrawn = async (id: MeetingId, number: number, what: string) => {
    const { items, revision } = await kept(id)
    const item = items[number - 1] ?? assert.fail('no such item')
    unwrap(await withdraw(context(), app(), { meeting: id, item: item.id, revision }, { what, reason: 'It comes in the autumn.' }))
  }

  test('a supplement whose paper was withdrawn is no part of the pack that was built again, and is led to with earlier versions only', async () => {
    const day = date('2023-08-01')
    const { id, items } = await makeMeeting(database(), day, [{ title: 'School places', report: 'There are 312.\n' }, { title: 'Budget', toFollow: true }])
    unwrap(await publish(id))
    const budget = items[1] ?? assert.fail()
    await writeReport(database(), budget, 'Budget', 'It is overspent.\n')
    await change(id, async (tx) => saveItem(tx, budget, { title: 'Budget', toFollow: false, confidential: false }, undefined))
    unwrap(await publish(id, { kind: 'supplement' }))
    assert.deepEqual((await api('/supplements', day)).map(({ standing }) => standing), ['beside-the-pack'])
    await withdrawn(id, 2, 'report')
    unwrap(await publish(id, { kind: 'withdrawal' }))
    assert.deepEqual((await api('/supplements', day)).map(({ number, standing }) => [number, standing]), [[1, 'withdrawn']])
    const [facts = '', versions = ''] = (await pageOf(day)).split('id="agenda"')
    assert.match(facts, /Supplement 1[^]*Withdrawn: papers that it brought are no longer part of the pack/)
    assert.doesNotMatch(facts, /supplements\/1"/)
    assert.match(versions, /Version 2<\/a>, published [^<]*<a class="govuk-link" href="\/bodies\/panel\/2023-08-01\/supplements\/1">/)
  })

  test('after a withdrawal the items whose time alone is another are not told as changed, and an item that joins is new', async () => {
    const day = date('2023-08-08')
    const { id } = await makeMeeting(database(), day, [1, 2, 3].map((number) => ({ title: `Matter ${number}`, minutes: 15 })), { time: time('10:00') })
    await change(id, (tx) => retimeAgenda(tx, id))
    unwrap(await publish(id))
    await withdrawn(id, 2, 'item')
    const asked = shownOf(await publishPage.show?.(requestTo(context(), '/x', { meeting: id }), app())).text
    assert.match(asked, /Item 3, [^]*has another time\./)
    assert.match(asked, /papers after it get other page numbers, and items after it other times/)
    unwrap(await publish(id, { kind: 'withdrawal' }))
    const page = await pageOf(day)
    assert.match(page, /Matter 3<\/a>\s*<strong[^>]*>\s*Time changed/)
    assert.doesNotMatch(page, /Matter 3<\/a>\s*<strong[^>]*>\s*Changed in version/)
    await change(id, (tx) => insertItem(tx, id, 4, { title: 'A closed school', toFollow: false, confidential: false }))
    unwrap(await publish(id))
    assert.match(await pageOf(day), /A closed school<\/a>\s*<strong[^>]*>\s*New in version 3/)
  })

  test('of a body without members’ accounts it is not said that the members have it', async () => {
    const { id } = await makeMeeting(database(), date('2023-08-15'), [{ title: 'Apologies', standing: 'apologies' }])
    const publication = unwrap(await askPublication(context(), app(), id, { itemReasons: {} }))
    unwrap(await runPublication(context(), app(), publication))
    const [page] = publicationPages
    const { text } = shownOf(await page?.show?.(requestTo(context(), '/x', { meeting: id, publication }), app()))
    assert.match(text, /The public has it\. No member of this body has an account here yet\./)
  })

  test('nobody is invited to a meeting whose day is over, and to one that is online to watch', async () => {
    const day = date('2023-08-22')
    const { id } = await makeMeeting(database(), day, [{ title: 'Apologies', standing: 'apologies' }], { attendance: 'online' })
    unwrap(await publish(id))
    assert.match(await pageOf(day), /Open to the public[^]*Yes, you may watch online/)
    assert.match(await pageOf(day, day), /you may watch online/)
    assert.doesNotMatch(await pageOf(day, date('2023-08-23')), /you may (?:watch|come)/)
  })

  test('a meeting whose day is over and of which nothing is recorded is not planned any more, in the API as on its page', async () => {
    const day = date('2023-08-29')
    const file = `body: panel\ndate: ${day}\nstatus: planned\nitems: []\n`
    unwrap(await importMeetings(app(), [filesInMemory({ 'meeting.yaml': file })], () => undefined))
    const statusOn = async (today: LocalDate) => [(await api('/bodies/{body}/meetings/{date}', day, today))[0]?.['status'], (await api('/meetings', day, today)).find((one) => one['date'] === day)?.['status']]
    assert.deepEqual(await statusOn(day), ['planned', 'planned'])
    assert.deepEqual(await statusOn(date('2023-08-30')), ['unrecorded', 'unrecorded'])
    assert.match(await pageOf(day, date('2023-08-30')), /no record that it was held/)
  })

  test('of what came in a file the day of its issue is told, or the day on which it was entered here, and never an hour', async () => {
    const [day, undated] = [date('2020-07-17'), date('2023-08-31')]
    const agenda = `body: panel\ndate: ${day}\nstatus: held\nissued: 2020-07-09\nitems: [{ number: 1, title: Apologies }]\n`
    for (const file of [agenda, `body: panel\ndate: ${undated}\nstatus: planned\nitems: []\n`]) unwrap(await importMeetings(app(), [filesInMemory({ 'meeting.yaml': file })], () => undefined))
    assert.match(await pageOf(day), /Version 1<\/a>, published 9 July 2020: /)
    assert.match(await pageOf(undated), /Version 1<\/a>, entered in this record on 20 June 2023: /)
    const [issued] = await api('/bodies/{body}/meetings/{date}', day)
    assert.deepEqual([issued?.['publishedAt'], issued?.['publishedOn'], issued?.['enteredOn']], [undefined, '2020-07-09', undefined])
    assert.equal((await api('/bodies/{body}/meetings/{date}', undated))[0]?.['enteredOn'], '2023-06-20')
  })

  test('of an agenda whose day of issue was only computed nothing says that it was published on that day, nor where the meeting goes on', async () => {
    const [first, second] = [date('2020-09-10'), date('2020-09-24')]
    const files = [
      `body: panel\ndate: ${first}\nstatus: adjourned\nresumes-on: ${second}\nissued: 2020-09-02\nissued-source: computed\nitems: [{ number: 1, title: Apologies }]\n`,
      `body: panel\ndate: ${second}\nstatus: planned\nresumed-from: ${first}\nitems: []\n`,
    ]
    for (const file of files) unwrap(await importMeetings(app(), [filesInMemory({ 'meeting.yaml': file })], () => undefined))
    assert.match(await pageOf(first), /Not stated; due by 2 September 2020[^]*Version 1<\/a>, entered in this record on 20 June 2023: /)
    assert.match(await pageOf(second), /which was adjourned, and takes up its agenda\./)
    assert.deepEqual(await database().readPublished((reader) => firstDayOf(reader, { body: 'panel', resumedFrom: first })), { date: first })
  })
})
