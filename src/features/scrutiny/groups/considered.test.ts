import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#core/dates.ts'
import { actionsOf } from '#features/minutes'
import type { PublicRequest } from '#platform/http/answers.ts'
import { filesInMemory } from '../../meetings/testing.ts'
import { bringReports } from './agenda/bring-reports.ts'
import { taskGroupsExporter, taskGroupsImporter } from './import/task-groups-files.ts'
import { groupsMigrations } from './migrations.ts'
import { groupPage } from './task-groups/pages/group-page.ts'
import { taskGroupPages } from './task-groups/pages/public-pages.ts'
import { groupOfItem, groupsSection } from './task-groups/pages/sections.ts'
import { eachScrutinyDesk, markupOf } from './testing.ts'

const group = (report: string) => `slug: places
title: School places
commissioned-by: board
terms: [How places are planned]
members: [{ name: Cllr Otto Lane }]
standing:
  stage: final
  on: 2023-06-20
  says: Places are planned late.
  recommendations:
    - { says: Plan places three years ahead, to: Cabinet, body: cabinet }
    - { says: Publish the plan, to: Director for children }
    - { says: Build a school, to: Cabinet, body: cabinet }
${report}`

const afterMeeting = date('2023-07-20')

eachScrutinyDesk(groupsMigrations, ({ store, app, as, agenda, operator, publishAgenda, show, post, write }) => {
  const load = (text: string, day = afterMeeting) => taskGroupsImporter.load([filesInMemory({ 'groups.yaml': text })], { ...app(), context: () => operator(day) }, () => undefined)
  const faultsOf = async (text: string) => {
    const loaded = await load(text)
    return loaded.ok ? [] : loaded.refusal.faults.map(({ field, message }) => `${field}: ${message}`)
  }
  const followed = async () => (await store().database.readPublished((reader) => actionsOf(reader, { body: 'board', limit: 10 }))).map(({ words, state, meeting, item }) => [words, state, meeting, item])
  const asRead = async (): Promise<PublicRequest> => ({ path: '/task-groups/places', params: { group: 'places' }, query: new URLSearchParams(), today: afterMeeting, origin: '', file: () => Promise.resolve(undefined) }) as never
  const publicPage = () =>
    store().database.readPublished(async (read) => {
      const answer = await taskGroupPages.find(({ path }) => path.endsWith(':group'))?.answer({ ...(await asRead()), read })
      return answer?.kind === 'page' ? answer.body.toString() : assert.fail('no page')
    })
  const itemPart = () => store().database.readPublished(async (read) => String(await groupOfItem({ ...(await asRead()), read }, { body: 'board' } as never, { subjects: ['task-group-places'] } as never, [])))
  const work = async () => String(await groupsSection({ context: as('officer', afterMeeting), today: afterMeeting } as never, app()))
  const revision = async () => /name="revision" value="(\d+)"/.exec(markupOf(await show(groupPage, 'officer', { group: 'places' })))?.[1] ?? ''
  const record = async (fields: Readonly<Record<string, string>>) => post(groupPage, 'officer', { group: 'places' }, { deed: 'considered', revision: await revision(), ...fields }, afterMeeting)

  test('what a group recommends is its proposal, in every place, until its body has agreed it: nobody is asked for anything', async () => {
    assert.deepEqual(await load(group(''), date('2023-07-03')), { ok: true, value: { 'task groups': 1, published: 1 } })
    assert.deepEqual(await followed(), [])
    for (const part of [await publicPage(), await itemPart(), markupOf(await show(groupPage, 'officer', { group: 'places' }))]) {
      assert.match(part, /These are the group’s proposals\. They are asked of nobody before the The board has agreed them at a meeting\.[^]*Publish the plan/)
    }
  })

  test('it is recorded only at a meeting that is recorded as held since the report', async () => {
    assert.match(markupOf(await show(groupPage, 'officer', { group: 'places' })), /Once one is recorded as held/)
    for (const on of ['2023-07-19', '2022-01-05', '2023-07-04', '']) assert.match(markupOf(await record({ 'considered-on': on, agreed: '1' })), /Choose the meeting that considered the report/, on)
    assert.deepEqual(await followed(), [])
  })

  test('what the body agreed is asked at that meeting and its item; what it did not agree is asked of nobody, and said to be so', async () => {
    await write((tx) => tx.tables<{ 'work.task_groups': { waits_for_agenda: boolean } }>().updateTable('work.task_groups').set({ waits_for_agenda: true }).execute())
    assert.deepEqual(await bringReports(operator()), { ok: true, value: { placed: 1 } })
    assert.deepEqual(await agenda('2023-07-19'), ['1 Apologies', '2 Scrutiny report: School places'])
    assert.doesNotMatch(await work(), /School places/)
    await publishAgenda('2023-07-19', '{"status": "held"}')
    await write((tx) => sql`insert into published.item_subjects (subject, body, body_name, meeting_date, version, item, title) values ('task-group-places', 'board', 'The board', '2023-07-19', 2, 2, 'Scrutiny report: School places')`.execute(tx.tables()))
    assert.match(await work(), /href="\/staff\/groups\/places"[^]*School places[^]*record what the The board made of it/)
    assert.match(markupOf(await record({ 'considered-on': '2023-07-19', 'considered-at': '9', agreed: '1' })), /href="#considered-at">The agenda of this meeting has no item of this number/)
    assert.deepEqual(await record({ 'considered-on': '2023-07-19', agreed: '2' }), { kind: 'moved', to: '/staff/groups/places?done=considered' })
    assert.deepEqual(await followed(), [['Publish the plan', 'asked', '2023-07-19', 2]])
    assert.doesNotMatch(await work(), /School places/)
    for (const part of [await publicPage(), await itemPart()]) assert.match(part, /considered the report on <a[^>]*href="\/bodies\/board\/2023-07-19"[^]*item 2, and agreed 1 of its 3 recommendations\.[^]*Publish the plan[^]*Not agreed by the The board[^]*Plan places three years ahead[^]*Build a school/)
  })

  test('what was recorded of it is put right: what it did not agree after all is taken back, and what it did is asked', async () => {
    assert.match(markupOf(await show(groupPage, 'officer', { group: 'places' })), /Correct what it made of the report/)
    assert.equal((await record({ 'considered-on': '2023-07-19', 'considered-at': '2', agreed: '1' })).kind, 'moved')
    assert.deepEqual(await followed(), [['Plan places three years ahead', 'asked', '2023-07-19', 2], ['Publish the plan', 'withdrawn', '2023-07-19', 2]])
  })

  test('a file says the same, is held to the calendar, and is written out again', async () => {
    const said = (considered: string) => group(`  considered: ${considered}\n`).replace('slug: places', 'slug: others')
    assert.match((await faultsOf(said('{ date: 2023-07-18 }'))).join(), /^standing\.considered\.date: This body has no meeting on this day/)
    assert.match((await faultsOf(said('{ date: 2022-01-05 }'))).join(), /standing\.considered\.date: Give a day that is not before 20 June 2023, when it reported/)
    assert.match((await faultsOf(said('{ date: 2023-09-20 }'))).join(), /standing\.considered\.date: Give a day that is not to come/)
    assert.deepEqual(await faultsOf(said('{ date: 2023-07-19, item: 2, not-agreed: [4] }')), ['standing.considered.not-agreed: The report has 3 recommendations. Give numbers of those.'])
    assert.equal((await load(said('{ date: 2023-07-19, item: 2, not-agreed: [1, 2, 3] }'))).ok, true)
    assert.equal((await followed()).length, 2, 'it agreed none')
    const written = await taskGroupsExporter.write(app())
    assert.ok(written.ok)
    const text = String(written.value[0]?.body)
    assert.match(text, /considered:\s+date: 2023-07-19\s+item: 2\s+not-agreed:\s+- 1/)
    assert.deepEqual(await load(text), { ok: true, value: { 'task groups': 2, published: 0 } })
  })
})
