import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { bodiesImporter, bodiesMigrations, body as bodyShape } from '#features/bodies'
import { meetingsMigrations } from '../migrations/meetings.ts'
import { turnState } from '../planner/turn-state.ts'
import { publishedMeeting } from '../publication/published-meetings.ts'
import { announce } from '../planner/announce.ts'
import { replaceTemplates } from '../templates/keep-template.ts'
import { bodyTemplate } from '../templates/body-template.ts'
import { templateFacts, templateItems } from '../templates/meeting-from-template.ts'
import { filesInMemory } from '../testing.ts'
import { insertItem, insertMeeting } from '../work/keep-meeting.ts'
import type { MeetingFacts, MeetingId } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { itemMark } from './item-values.ts'
import { placeOnNextAgenda } from './place-on-next-agenda.ts'
import { removeItem } from './remove-item.ts'

const panel = 'slug: panel\nname: Children’s Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n'
const template = bodyTemplate.parse({
  body: 'panel',
  standingItems: [
    { title: 'Apologies', standing: 'apologies', place: 'opening' },
    { title: 'Work Programme', standing: 'work-programme', place: 'closing' },
  ],
})
const at = new Date('2023-07-03T09:00:00Z')
const after = date('2023-07-03')
const outstanding = { origin: 'actions', title: 'What is outstanding' }

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  const write = <T>(work: Parameters<ReturnType<typeof store>['database']['write']>[1]) => store().database.write('operator:test', work) as Promise<T>
  const context = () => testContext(store().database, { today: after })
  const plan = (day: LocalDate, change: Partial<MeetingFacts> = {}) =>
    write<MeetingId>(async (tx) => {
      const facts = { ...templateFacts(template, day), ...change }
      const made = await insertMeeting(tx, facts, at)
      assert.ok(made.ok)
      for (const [index, item] of templateItems(template).entries()) await insertItem(tx, made.value, index + 1, item)
      return made.value
    })
  const agenda = async (id: MeetingId) => (await store().database.read('operator:test', (reader) => meetingInWork(reader, id)))?.items.map(({ number, facts }) => `${number} ${facts.title}`)
  const place = () => write<Awaited<ReturnType<typeof placeOnNextAgenda>>>((tx) => placeOnNextAgenda(tx, { body: 'panel', after }, outstanding))
  let cancelled: MeetingId
  let issued: MeetingId
  let next: MeetingId

  before(async () => {
    const loaded = await bodiesImporter.load([filesInMemory({ 'bodies.yaml': panel })], { context }, () => undefined)
    assert.ok(loaded.ok)
    await write((tx) => replaceTemplates(tx, [template]))
    await plan(date('2023-07-01'))
    cancelled = await plan(date('2023-07-10'), { status: 'cancelled' })
    issued = await plan(date('2023-07-11'), { status: 'agenda-published' })
    await plan(date('2023-07-12'), { privateDevelopment: true })
    next = await plan(date('2023-09-20'))
    await plan(date('2023-11-20'))
  })

  test('what puts itself on an agenda joins the first meeting to come whose agenda is not published, before the items that close it', async () => {
    assert.deepEqual(await place(), { meeting: next, date: '2023-09-20', isNew: true })
    assert.deepEqual(await agenda(next), ['1 Apologies', '2 What is outstanding', '3 Work Programme'])
    for (const id of [cancelled, issued]) assert.deepEqual(await agenda(id), ['1 Apologies', '2 Work Programme'])
  })

  test('an agenda takes each origin once', async () => {
    assert.deepEqual(await place(), { meeting: next, date: '2023-09-20', isNew: false })
    assert.equal((await agenda(next))?.length, 3)
  })

  test('what an officer takes off an agenda does not come back to it', async () => {
    const meeting = await store().database.read('operator:test', (reader) => meetingInWork(reader, next))
    const item = meeting?.items.find(({ facts }) => facts.origin === 'actions')
    assert.ok(item)
    const removed = await removeItem(context(), { now: () => at }, next, item.id, itemMark(item))
    assert.ok(removed.ok, JSON.stringify(removed))
    assert.equal((await place())?.isNew, false)
    assert.deepEqual(await agenda(next), ['1 Apologies', '2 Work Programme'])
  })

  test('an agenda that is still empty begins with the standing items of its body, before what puts itself there and after it', async () => {
    const empty = await write<MeetingId>(async (tx) => {
      const made = await insertMeeting(tx, templateFacts(template, date('2023-12-05')), at)
      assert.ok(made.ok)
      return made.value
    })
    const placed = await write((tx) => placeOnNextAgenda(tx, { body: 'panel', after: date('2023-12-01') }, { ...outstanding, origin: 'updates', title: 'Updates' }))
    assert.deepEqual(placed, { meeting: empty, date: '2023-12-05', isNew: true })
    assert.deepEqual(await agenda(empty), ['1 Apologies', '2 Updates', '3 Work Programme'])
  })

  test('on an agenda with planned minutes what puts itself there has ten of them, or its own, so that the times add up', async () => {
    const timed = await plan(date('2023-12-12'), { time: '10:00' as never })
    await write((tx) => insertItem(tx, timed, 3, { title: 'School places', toFollow: false, confidential: false, minutes: 30 }))
    const coming = (origin: string, minutes?: number) =>
      write((tx) => placeOnNextAgenda(tx, { body: 'panel', after: date('2023-12-11') }, { origin, title: origin, ...(minutes === undefined ? {} : { minutes }) }))
    await coming('usual')
    await coming('own', 25)
    const meeting = await store().database.read('operator:test', (reader) => meetingInWork(reader, timed))
    const minutes = (origin: string) => meeting?.items.find(({ facts }) => facts.origin === origin)?.facts.minutes
    assert.deepEqual([minutes('usual'), minutes('own')], [10, 25])
  })

  test('where no meeting is planned nothing is placed', async () => {
    assert.equal(await write((tx) => placeOnNextAgenda(tx, { body: 'panel', after: date('2024-01-01') }, outstanding)), undefined)
  })

  test('a meeting that was held says so in public; one that is cancelled, or whose minutes are confirmed, stays as it is', async () => {
    const body = bodyShape.parse({ slug: 'panel', name: 'Children’s Panel', kind: 'scrutiny-panel', purpose: 'Asks.', meetsInPublic: true })
    const turn = (id: MeetingId, status: 'held' | 'minutes-draft' | 'minutes-confirmed') => write<Awaited<ReturnType<typeof turnState>>>((tx) => turnState(tx, id, { status, note: `Now ${status}.`, at }))
    await write((tx) => announce(tx, { ...templateFacts(template, date('2023-07-11')), status: 'agenda-published' }, body, at))
    for (const status of ['held', 'minutes-draft', 'minutes-confirmed'] as const) assert.ok((await turn(issued, status)).ok, status)
    const standing = await store().database.readPublished((reader) => publishedMeeting(reader, 'panel', date('2023-07-11')))
    assert.equal(standing?.meeting.status, 'minutes-confirmed')
    assert.equal(standing.note, 'Now minutes-confirmed.')
    assert.equal((await turn(issued, 'minutes-draft')).ok, false)
    const refused = await turn(cancelled, 'held')
    assert.ok(!refused.ok && /cancelled/.test(refused.refusal.message))
  })
})
