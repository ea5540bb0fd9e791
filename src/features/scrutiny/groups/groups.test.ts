import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { actionsOf } from '#features/minutes'
import type { PublicRequest } from '#platform/http/answers.ts'
import { filesInMemory } from '../../meetings/testing.ts'
import { bringReports } from './agenda/bring-reports.ts'
import { leadMembersExporter, leadMembersImporter } from './import/lead-members-files.ts'
import { taskGroupsExporter, taskGroupsImporter } from './import/task-groups-files.ts'
import { leadsOfBodyPage, leadsPage } from './leads/leads-pages.ts'
import { groupsMigrations } from './migrations.ts'
import { editGroupPage, newGroupPage } from './task-groups/pages/edit-pages.ts'
import { groupPage } from './task-groups/pages/group-page.ts'
import { groupsPage } from './task-groups/pages/groups-page.ts'
import { taskGroupPages } from './task-groups/pages/public-pages.ts'
import { groupsOfBody, groupsSection } from './task-groups/pages/sections.ts'
import { eachScrutinyDesk, markupOf, today } from './testing.ts'
import { bringUpdates } from './updates/bring-updates.ts'
import { updatesOfItem, updatesSection } from './updates/sections.ts'
import { updatesPage } from './updates/updates-page.ts'

const typed = { title: 'Roads that developers build', 'commissioned-by': 'board', terms: 'Who pays?\n\n How long does approval take? ', lead: 'Cllr Otto Lane, chair of the panel', members: 'Cllr Dora Finch', starts: '10 January 2022', ends: '30/11/2022' }
const roads = { group: 'roads-that-developers-build' }

eachScrutinyDesk(groupsMigrations, ({ store, app, as, audited, operator, agenda, publishAgenda, show, post }) => {
  const publicPage = async (path: string) => {
    const page = taskGroupPages.find((one) => one.path === (path === '/task-groups' ? path : '/task-groups/:group')) ?? assert.fail()
    return store().database.readPublished((read) => page.answer({ path, params: { group: path.split('/')[2] ?? '' }, query: new URLSearchParams(), today, origin: '', read, file: () => Promise.resolve(undefined) } satisfies PublicRequest))
  }
  const publicText = async (path: string) => {
    const answer = await publicPage(path)
    return answer.kind === 'page' ? answer.body.toString() : answer.kind
  }
  const revisionOf = async () => /name="revision" value="(\d+)"/.exec(markupOf(await show(groupPage, 'officer', roads)))?.[1] ?? assert.fail('no revision')
  const step = async (fields: Readonly<Record<string, string>>) => post(groupPage, 'officer', roads, { deed: 'step', revision: await revisionOf(), ...fields })

  test('an officer proposes a group, which nobody else learns of; what is missing is said at its field and nothing typed is lost', async () => {
    const refused = await post(newGroupPage, 'officer', {}, { title: '!!!', terms: 'Who pays?', starts: 'some day', ends: '1 May 2022' })
    const page = markupOf(refused)
    for (const field of ['title', 'commissioned-by', 'starts']) assert.match(page, new RegExp(`href="#${field}"`), field)
    assert.match(page, /value="some day"/)
    assert.deepEqual(await post(newGroupPage, 'officer', {}, typed), { kind: 'moved', to: '/staff/groups/roads-that-developers-build?done=proposed' })
    assert.match(markupOf(await post(newGroupPage, 'officer', {}, { ...typed, terms: 'Who pays?' })), /A group of this title is kept already/)
    assert.equal(await publicText('/task-groups/roads-that-developers-build'), 'not-found')
    assert.equal((await post(newGroupPage, 'auditor', {}, typed)).kind, 'refused')
  })

  test('a lead who is a role, a member whom nobody knows and a day that is none of the body’s meetings are refused on the page as in a file, at their fields', async () => {
    const fields = { title: 'Drains', 'commissioned-by': 'board', terms: 'Who clears them?' }
    const refused = markupOf(await post(newGroupPage, 'officer', {}, { ...fields, lead: 'Chair of the board', members: 'Cllr Dora Finch\nMickey Mouse, himself' }))
    assert.match(refused, /href="#lead">Chair of the board: No body’s record has[^]*href="#members">Mickey Mouse: No body’s record has[^]*value="Chair of the board"/)
    assert.match(markupOf(await step({ to: 'commissioned', 'commissioned-on': '2022-01-06' })), /href="#commissioned-on">This body has no meeting on this day/)
    assert.match(markupOf(await post(newGroupPage, 'officer', {}, { ...fields, 'commissioned-date': '2022-01-06' })), /This body has no meeting on this day/)
  })

  test('once commissioned it is public, with its terms and who sits on it, and late against its own end', async () => {
    assert.match(markupOf(await show(groupPage, 'officer', roads)), /name="commissioned-on"[^>]*value="2022-01-05"/, 'the last day on which the board met')
    assert.match(markupOf(await step({ to: 'commissioned', 'commissioned-on': '' })), /href="#commissioned-on"/)
    for (const to of ['', 'constructor', '__proto__']) assert.match(markupOf(await step({ to })), /Choose what happens with the group/, to)
    assert.equal((await step({ to: 'commissioned', 'commissioned-on': '5 January 2022', 'commissioned-at': '6' })).kind, 'moved')
    assert.equal((await step({ to: 'gathering' })).kind, 'moved')
    const page = await publicText('/task-groups/roads-that-developers-build')
    assert.match(page, /Gathering evidence[^]*Late by 215 days[^]*5 January 2022, item 6[^]*How long does approval take\?[^]*Leads it: <bdi>Cllr Otto Lane, chair of the panel/)
    assert.match(await publicText('/task-groups'), /Roads that developers build/)
    const body = await store().database.readPublished((read) => groupsOfBody({ read, today, query: new URLSearchParams() } as PublicRequest, { slug: 'board' } as never))
    assert.match(String(body), /Roads that developers build/)
    const section = await groupsSection({ context: as('officer'), today } as never, app())
    assert.match(String(section), /Late by 215 days/)
  })

  test('meetings and evidence are added in the order of their days and taken out again; nonsense is refused where it stands', async () => {
    const add = async (fields: Readonly<Record<string, string>>) => post(groupPage, 'officer', roads, { revision: await revisionOf(), ...fields })
    const bad = markupOf(await add({ deed: 'evidence', 'evidence-date': '31 June 2022', 'evidence-from': '', 'evidence-what': 'Figures <b>', 'evidence-link': 'javascript:alert(1)' }))
    for (const field of ['evidence-date', 'evidence-from', 'evidence-link']) assert.match(bad, new RegExp(`href="#${field}"`), field)
    assert.match(bad, /Figures &lt;b&gt;/)
    const piece = { deed: 'evidence', 'evidence-date': '2022-03-01', 'evidence-from': 'Head of Highways', 'evidence-what': 'Times of approval' }
    for (const [field, changed] of [['evidence-date', '2023-07-04'], ['evidence-from', 'Olive Reyes'], ['evidence-link', '/bodies/nobody'], ['evidence-link', '/task-groups/none']] as const) assert.match(markupOf(await add({ ...piece, [field]: changed })), new RegExp(`href="#${field}"`), changed)
    assert.equal((await add({ deed: 'evidence', 'evidence-date': '2022-03-01', 'evidence-from': 'Head of Highways', 'evidence-what': 'Times of approval', 'evidence-link': '/bodies/board' })).kind, 'moved')
    assert.equal((await add({ deed: 'evidence', 'evidence-date': '2022-02-01', 'evidence-from': 'A developer', 'evidence-what': 'A letter' })).kind, 'moved')
    assert.match(await publicText('/task-groups/roads-that-developers-build'), /A letter[^]*Times of approval/)
    assert.match(markupOf(await add({ deed: 'session', 'session-date': '2022-02-10', 'session-kind': 'party', 'session-about': 'Site' })), /href="#session-kind"/)
    assert.equal((await add({ deed: 'drop-evidence', place: '0' })).kind, 'moved')
    assert.doesNotMatch(await publicText('/task-groups/roads-that-developers-build'), /A letter/)
  })

  test('of two officers the second is told who was first, and keeps what they typed', async () => {
    const revision = await revisionOf()
    const edit = (title: string) => post(editGroupPage, 'officer', roads, { ...typed, 'commissioned-date': '2022-01-05', 'commissioned-item': '6', title, revision })
    assert.equal((await edit('Roads that developers build')).kind, 'moved')
    const second = await edit('Roads and drains')
    assert.ok(second.kind === 'page' && second.status === 409)
    assert.match(markupOf(second), /Olive Reyes changed this group[^]*What stands now[^]*value="Roads and drains"/)
  })

  test('a draft joins the next agenda and what it says stays within; comments are taken', async () => {
    assert.equal((await step({ to: 'draft', 'draft-on': '2023-06-01', 'draft-says': 'Approval is too slow.' })).kind, 'moved')
    assert.deepEqual(await agenda('2023-07-19'), ['1 Apologies', '2 Draft scrutiny report: Roads that developers build'])
    assert.equal((await post(groupPage, 'officer', roads, { deed: 'comment', revision: await revisionOf(), 'comment-by': 'Cabinet member', 'comment-says': 'Not everywhere.' })).kind, 'moved')
    assert.match(markupOf(await post(groupPage, 'officer', roads, { deed: 'comment', revision: await revisionOf(), 'comment-by': 'Olive Reyes', 'comment-says': 'No.' })), /href="#comment-by">Olive Reyes is a person/)
    assert.doesNotMatch(await publicText('/task-groups/roads-that-developers-build'), /too slow|Not everywhere/)
  })

  test('the final report joins the next agenda with what the group proposes, which is asked of nobody yet', async () => {
    const refused = markupOf(await step({ to: 'final', 'final-on': '2023-07-03', 'final-says': 'It can be quicker.', 'says-1': 'Publish times of approval', 'to-1': 'cabinet', 'says-3': 'Train staff' }))
    assert.match(refused, /href="#to-3"[^]*Publish times of approval/)
    assert.match(markupOf(await step({ to: 'final', 'final-on': '2023-05-31', 'final-says': 'It can be quicker.' })), /not before 3 July 2023, when its draft was commented on/)
    assert.match(markupOf(await step({ to: 'final', 'final-on': '2023-07-03', 'final-says': 'It can be quicker.', 'says-3': 'Train staff', 'to-3': 'Councillor Otto Lane' })), /href="#to-3">Councillor Otto Lane is a person/)
    assert.equal((await step({ to: 'final', 'final-on': '2023-07-03', 'final-says': 'It can be quicker.', 'says-1': 'Publish times of approval', 'to-1': 'cabinet', 'says-3': 'Train staff', 'to-3': 'Head of Highways' })).kind, 'moved')
    assert.deepEqual((await agenda('2023-07-19')).slice(1, 3), ['2 Draft scrutiny report: Roads that developers build', '3 Scrutiny report: Roads that developers build'])
    assert.deepEqual(await store().database.readPublished((reader) => actionsOf(reader, { limit: 10 })), [], 'the board has not agreed it')
    const page = await publicText('/task-groups/roads-that-developers-build')
    assert.match(page, /Reported[^]*215 days late[^]*It can be quicker\.[^]*commented: <bdi>Cabinet member[^]*What the group proposes[^]*Publish times of approval/)
    assert.doesNotMatch(page, /Not everywhere/)
    assert.deepEqual(await bringReports(operator()), { ok: true, value: { placed: 0 } })
  })

  test('task groups and lead members are loaded, written out and read again the same; a fault loads nothing', async () => {
    const file = (text: string) => [filesInMemory({ 'a.yaml': text })]
    const written = await taskGroupsExporter.write(app())
    assert.ok(written.ok)
    assert.deepEqual(await taskGroupsImporter.load(file(String(written.value[0]?.body)), app(), () => undefined), { ok: true, value: { 'task groups': 1, published: 0 } })
    const bad = await taskGroupsImporter.load(file('slug: x\ntitle: X\ncommissioned-by: nobody\nterms: [Why?]\nstanding: { stage: gathering }\n'), app(), () => undefined)
    assert.equal(!bad.ok && bad.refusal.faults[0]?.field, 'commissioned-by')
    const early = await taskGroupsImporter.load(file('slug: x\ntitle: X\ncommissioned-by: board\nterms: [Why?]\nstanding: { stage: final, on: 2022-01-01, says: Soon., recommendations: [], draft: { on: 2022-01-02, says: Later. } }\n'), app(), () => undefined)
    assert.deepEqual(!early.ok && early.refusal.faults.map(({ field, message }) => [field, message]), [['standing.on', 'Give a day that is not before 2 January 2022, when it had its draft']])
    const lead = 'area: The panel, follows: panel, person: Cllr Otto Lane'
    const leads = `body: board\nupdate-days: 14\nareas:\n  - { ${lead}, from: 2022-07-20 }\n  - { area: Crime, role: Champion, from: 2022-07-20 }\n`
    assert.deepEqual(await leadMembersImporter.load(file(leads), app(), () => undefined), { ok: true, value: { bodies: 1, areas: 2, published: 1 } })
    const back = await leadMembersExporter.write(app())
    assert.ok(back.ok)
    assert.deepEqual(await leadMembersImporter.load(file(String(back.value[0]?.body)), app(), () => undefined), { ok: true, value: { bodies: 1, areas: 2, published: 0 } })
    const twice = await leadMembersImporter.load(file(`${leads}  - { ${lead}, from: 2023-01-01 }\n`), app(), () => undefined)
    assert.equal(!twice.ok && twice.refusal.faults[0]?.field, 'areas[3].area')
  })

  test('who leads is added and ended on days, and nobody leads twice', async () => {
    const params = { body: 'board' }
    const send = async (fields: Readonly<Record<string, string>>) => post(leadsOfBodyPage, 'officer', params, { revision: /name="revision" value="(\d+)"/.exec(markupOf(await show(leadsOfBodyPage, 'officer', params)))?.[1] ?? '', ...fields })
    assert.match(markupOf(await send({ deed: 'add', area: 'Crime', person: 'Cllr Dora Finch', from: '2023-01-01' })), /Somebody leads for “Crime” on these days already/)
    assert.match(markupOf(await send({ deed: 'add', area: 'Flooding', person: 'Chair of the panel', follows: 'nobody', from: '2023-01-01' })), /href="#follows"[^]*href="#person">No body’s record has a member of this name on 1 January 2023/)
    assert.equal((await send({ deed: 'end', place: '1', to: '31 December 2022' })).kind, 'moved')
    assert.equal((await send({ deed: 'add', area: 'Crime', person: 'Cllr Dora Finch', from: '2023-01-01' })).kind, 'moved')
    assert.match(markupOf(await send({ deed: 'days', 'update-days': 'ten' })), /href="#update-days"/)
    assert.match(markupOf(await show(leadsPage, 'officer')), /The board[^]*>2</)
  })

  test('a lead member is chased, writes the update, and it stands on the next agenda; nobody writes another’s', async () => {
    const chased = String(await updatesSection({ context: as('lead'), today } as never, app()))
    assert.match(chased, /Your update: <bdi>The panel[^]*19 July 2023[^]*Due Wednesday 5 July 2023/)
    const late = String(await updatesSection({ context: as('officer', date('2023-07-06')), today: date('2023-07-06') } as never, app()))
    assert.match(late, /2 updates are late[^]*19 July 2023/)
    const mine = { body: 'board', area: 'The panel', revision: '0' }
    assert.equal((await post(updatesPage, 'lead', {}, { ...mine, area: 'Crime', words: 'Mine?' })).kind, 'refused')
    assert.match(markupOf(await post(updatesPage, 'lead', {}, { ...mine, words: ' ' })), /href="#words"/)
    assert.deepEqual(await post(updatesPage, 'lead', {}, { ...mine, words: 'The panel looked at places.\n\nMore in May.' }), { kind: 'moved', to: '/staff/member-updates?done=told' })
    assert.ok((await agenda('2023-07-19')).some((item) => item.endsWith('Member updates')))
    const again = await post(updatesPage, 'lead', {}, { ...mine, words: 'Other words' })
    assert.ok(again.kind === 'page' && again.status === 409, 'the first form is stale')
    assert.match(markupOf(again), /What stands now[^]*The panel looked at places[^]*Other words/)
    assert.equal(await updatesSection({ context: as('lead'), today } as never, app()), undefined)
  })

  test('what was told is public once the agenda is, and not before; where an agenda goes out without it, it is taken on', async () => {
    const item = (subjects: readonly string[]) => store().database.readPublished((read) => updatesOfItem({ read, today } as PublicRequest, { body: 'board', date: date('2023-07-19') } as never, { number: 4, subjects } as never, []))
    assert.deepEqual(await bringUpdates(operator(), app()), { ok: true, value: { published: 0 } })
    assert.equal(await item(['member-updates']), undefined)
    await publishAgenda('2023-07-19')
    assert.deepEqual(await bringUpdates(operator(), app()), { ok: true, value: { published: 1 } })
    assert.match(String(await item(['member-updates'])), /The panel<\/bdi>: <bdi>Cllr Otto Lane[^]*looked at places[^]*More in May/)
    assert.equal(await item([]), undefined)
    assert.equal((await post(updatesPage, 'chair', {}, { body: 'board', area: 'Crime', revision: '0', words: 'Speed.' })).kind, 'moved')
    assert.ok((await agenda('2023-09-20')).some((item) => item.endsWith('Member updates')))
    await publishAgenda('2023-09-20', '{"items": []}')
    assert.deepEqual(await bringUpdates(operator(), app()), { ok: true, value: { published: 0 } }, 'no meeting is left to take it on to')
    assert.match(markupOf(await show(updatesPage, 'chair')), /Speed\./)
  })

  test('those who may only read see everything and are given no form', async () => {
    const page = markupOf(await show(groupPage, 'auditor', roads))
    assert.doesNotMatch(page, /<form/)
    assert.doesNotMatch(markupOf(await show(groupsPage, 'auditor')), /Propose a group/)
    assert.match(markupOf(await show(leadsPage, 'officer')), /Bodies without lead members/)
    assert.doesNotMatch(markupOf(await show(leadsPage, 'auditor')), /Bodies without lead members/)
    assert.equal((await show(editGroupPage, 'auditor', roads)).kind, 'refused')
  })

  test('every form of groups, lead members and updates that is sent, whoever sends it and whatever is in it, leaves exactly one row in the audit', async () => {
    for (const page of [newGroupPage, editGroupPage, groupPage, leadsOfBodyPage, updatesPage]) {
      for (const who of ['officer', 'chair', 'lead', 'auditor'] as const) {
        for (const params of [roads, { group: 'none', body: 'nobody' }, { body: 'board' }]) {
          for (const fields of [{}, { deed: 'publish' }, { deed: 'nonsense', to: 'nonsense', revision: '-1', body: 'board', area: 'Crime' }, { deed: 'end', place: '99', to: '31 February', revision: '1' }]) {
            const before = await audited()
            await post(page, who, params, fields)
            assert.equal((await audited()) - before, 1, `${page.path} ${who} ${JSON.stringify({ params, fields })}`)
          }
        }
      }
    }
  })

  test('an hour in which nothing can be placed leaves no trace', async () => {
    const before = await audited()
    for (const bring of [bringUpdates, bringReports]) assert.ok((await bring(operator(), app())).ok)
    assert.equal(await audited(), before)
  })
})
