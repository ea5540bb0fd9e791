import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, date } from '#core/dates.ts'
import { placeOnNextAgenda } from '../agenda/place-on-next-agenda.ts'
import { createMeetings } from '../planner/create-meetings.ts'
import type { AgendasTurned, FollowAgendas } from '../later-parts.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { askPublication } from './ask-publication.ts'
import { runPublication } from './run-publication.ts'
import { eachPublishingDesk, early, makeMeeting, meetingDay, officer, refusalOf, unwrap } from './testing.ts'

const later = date('2023-09-20')

eachPublishingDesk(({ database, app, kept, standing }) => {
  const turned: AgendasTurned[] = []
  /** What is outstanding, as a later feature puts it on the next agenda. */
  const followAgendas: FollowAgendas = async (tx, { body, context, app: { now } }) => {
    turned.push({ body, context, app: { now } })
    await placeOnNextAgenda(tx, { body, after: context.today }, { origin: 'actions', title: 'What is outstanding' })
  }
  const here = () => app({ followAgendas })
  const context = () => officer(database(), 'Ada Lorne')
  const titles = async (id: Parameters<typeof kept>[0]) => (await kept(id)).items.map(({ facts }) => facts.title)

  test('what still waits for an agenda joins it before it is first published, and the officer looks again', async () => {
    const { id } = await makeMeeting(database(), meetingDay, [{ title: 'Apologies', standing: 'apologies' }])
    const { revision } = await kept(id)
    const refused = refusalOf(await askPublication(context(), here(), id, { itemReasons: {}, revision }))
    assert.equal(refused.kind, 'conflict')
    assert.match(refused.message, /“What is outstanding” as item 2\. Nothing was published/)
    assert.deepEqual(await titles(id), ['Apologies', 'What is outstanding'])
    const asked = unwrap(await askPublication(context(), here(), id, { itemReasons: {}, revision: (await kept(id)).revision }))
    assert.equal(unwrap(await runPublication(context(), here(), asked)), 1)
    assert.deepEqual((await standing())?.meeting.items.map(({ title }) => title), ['Apologies', 'What is outstanding'])
  })

  test('a version that is published, and a meeting that is planned, is followed in the same deed', async () => {
    assert.equal(turned.length, 3, 'twice before it was published, and with it')
    const frame = { body: 'panel', kind: 'public' as const, minutes: 120 }
    unwrap(await createMeetings(context(), here(), frame as never, [{ date: later, time: '10:00' as never }] as never))
    const id = await database().read('operator:test', (reader) => meetingIdOn(reader, 'panel', later))
    assert.ok(id)
    assert.ok((await titles(id)).includes('What is outstanding'))
    assert.deepEqual(turned.map(({ body, context: { today } }) => `${body} ${today}`), Array.from({ length: 4 }, () => `panel ${early}`))
  })

  test('what is refused before the agenda could be published puts nothing on it', async () => {
    const day = addDays(later, 7)
    const { id } = await makeMeeting(database(), day, [])
    assert.equal(refusalOf(await askPublication(context(), here(), id, { itemReasons: {} })).kind, 'invalid')
    assert.equal(turned.length, 4)
  })
})
