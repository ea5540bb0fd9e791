import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { addPerson } from '#access/accounts/testing.ts'
import type { AccountId, Actor, PersonId, Role } from '#access/actor.ts'
import { peopleWith } from '#access/people.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { date } from '#core/dates.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { importMeetings } from '../import/import-meetings.ts'
import { panelOn, done } from '../planner/testing.ts'
import { meetingsInWork } from '../planner/meetings-in-work.ts'
import { filesInMemory } from '../testing.ts'
import { meetingsTestMigrations } from '../work/testing.ts'
import { saveItem } from '../work/keep-meeting.ts'
import { insertPaper } from '../work/keep-paper.ts'
import type { MeetingInWork } from '../work/meeting-in-work.ts'
import { agendaPage } from './agenda-page.ts'
import { itemMark, newItemValues, valuesOf, type ItemValues } from './item-values.ts'
import { addItem, editItem } from './keep-item.ts'
import { knownSessions } from './private-sessions.ts'
import { remindAuthor } from './remind-author.ts'

const session = 'body: panel\ndate: 2023-10-10\ntime: "10:00"\ntitle: Leadership of the service\nvenue: Lakeview Room\npublic: false\nstatus: planned\nitems:\n  - { number: 1, title: The interim director }\n'
const issued = 'body: panel\ndate: 2023-07-17\nstatus: agenda-published\nissued: 2023-07-06\nitems:\n  - { number: 1, title: The tender, exempt: { paragraph: 3, reason: A bidder could use it. } }\n'

let store: TestStore
const { folder, context, app, begin, atHand } = panelOn(() => store)
before(async () => {
  store = await testDatabase(meetingsTestMigrations)
  await begin()
  await addPerson(context(), 'di@example.test', ['director'], 'Di Hart')
  done(await importMeetings(app(), [filesInMemory({ 'one.yaml': session }), filesInMemory({ 'two.yaml': issued })], () => undefined))
})
after(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const meeting = async (day: string): Promise<MeetingInWork> => (await atHand(day)).meeting
async function personOf(email: string): Promise<PersonId> {
  return (await store.database.read('operator:test', (reader) => peopleWith(reader, date('2023-07-07')))).find((one) => one.email === email)?.person ?? assert.fail(email)
}

/** What somebody of this role reads at the meeting's address; only officers may edit. */
async function readBy(email: string, role: Role, day = '2023-10-10'): Promise<string> {
  const actor: Actor = { kind: 'person', account: '00000000-0000-4000-8000-00000000000b' as AccountId, person: await personOf(email), name: 'Somebody', roles: [role] }
  const may = (_actor: Actor, verb: string) => verb === 'meetings.see' || role === 'officer'
  const { id } = await meeting(day)
  const request = { context: { ...context(), actor, may }, path: `/staff/meetings/${id}`, params: { meeting: id }, query: new URLSearchParams(), today: date('2023-07-07'), session: { formToken: { field: 'token', value: 'secret' } } }
  const page = await agendaPage({}).show?.(request as unknown as StaffRequest, app())
  assert.ok(page?.kind === 'page')
  return `${page.title} ${page.body.toString()}`
}

test('of a private session others than its members, its officers and those who write for it learn its day and no more', async () => {
  for (const [email, role] of [['di@example.test', 'director'], ['cy@example.test', 'auditor'], ['cy@example.test', 'chair']] as const) {
    const page = await readBy(email, role)
    assert.match(page, /Tuesday 10 October 2023 [^]*A private session/)
    assert.doesNotMatch(page, /Leadership|Lakeview|interim director|10\.00/)
  }
  for (const [email, role] of [['ada@example.test', 'chair'], ['di@example.test', 'officer']] as const) assert.match(await readBy(email, role), /Leadership of the service[^]*The interim director/)
})

test('the list of meetings names a private session to those who know it, and to others its day', async () => {
  const shown = async (knowsSession: (body: string) => boolean) => {
    const [found] = await store.database.read('operator:test', (reader) => meetingsInWork(reader, { from: date('2023-10-01'), need: 'all', limit: 1, today: date('2023-07-07'), knowsSession }))
    return [found?.title, found?.venue, found?.time]
  }
  assert.deepEqual(await shown(() => false), ['A private session', undefined, undefined])
  assert.deepEqual(await shown((body) => body === 'panel'), ['Leadership of the service', 'Lakeview Room', '10:00'])
  const known = async (email: string) => {
    const actor: Actor = { kind: 'person', account: 'b' as AccountId, person: await personOf(email), name: 'Somebody', roles: ['councillor'] }
    return (await store.database.read('operator:test', (reader) => knownSessions(reader, { ...context(), actor, may: () => false })))('panel')
  }
  assert.deepEqual([await known('ben@example.test'), await known('cy@example.test')], [true, false])
})

const typed = (changes: Partial<ItemValues>): ItemValues => ({ ...newItemValues('consideration'), report: 'yes', ...changes })

test('an author reads their own item of a private session, and the mail that reminds them names it by its number', async () => {
  const { id } = await meeting('2023-10-10')
  const item = done(await addItem(context(), app(), id, typed({ title: 'The agency contract', author: await personOf('di@example.test') })))
  const page = await readBy('di@example.test', 'director')
  assert.match(page, /The agency contract/)
  assert.doesNotMatch(page, /interim director/)
  done(await remindAuthor(context(), app(), id, item))
  const mails = await store.database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox').selectAll().where('recipient', '=', 'di@example.test').execute())
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.text ?? '', /the report on item 2 /)
  assert.doesNotMatch(`${mails[0]?.subject}${mails[0]?.text}`, /agency|Leadership/)
})

test('a day that is agreed with the author takes the place of the counted one, and is before the meeting', async () => {
  const kept = await meeting('2023-10-10')
  const item = kept.items.find(({ facts }) => facts.title === 'The agency contract') ?? assert.fail()
  const edit = (draftBy: string) => editItem(context(), app(), kept.id, item.id, { ...valuesOf(item), 'draft-by': draftBy }, itemMark(item))
  for (const wrong of ['soon', '10 October 2023']) {
    const refused = await edit(wrong)
    assert.deepEqual(refused.ok ? [] : refused.refusal.faults.map(({ field }) => field), ['draft-by'], wrong)
  }
  done(await edit('11 July 2023'))
  assert.match(await readBy('di@example.test', 'officer'), /Draft due Tuesday 11 July 2023[^]*Draft by \(agreed\)<\/dt><dd>Tuesday 11 July 2023/)
})

test('a paper that is withdrawn says so on the agenda, and the way to its withdrawal leads to its item', async () => {
  const kept = await meeting('2023-07-17')
  const [item] = kept.items
  assert.ok(item)
  await store.database.write('operator:test', async (tx) => {
    await insertPaper(tx, item.id, { kind: 'appendix', position: 1, title: 'Costs' })
    await saveItem(tx, item.id, { ...item.facts, withdrawnPapers: [{ paper: 'appendix-1', reason: 'It is wrong.' }] }, undefined)
  })
  const page = await readBy('di@example.test', 'officer', '2023-07-17')
  assert.match(page, /Papers withdrawn[^]*Costs<\/bdi>[^]*: withdrawn</)
  assert.match(page, new RegExp(`/after/items/${item.id}">Change the withdrawal of`))
  await store.database.write('operator:test', (tx) => saveItem(tx, item.id, item.facts, undefined))
})

test('an item that is published as withheld is not opened by editing it', async () => {
  const kept = await meeting('2023-07-17')
  const [item] = kept.items
  assert.ok(item)
  const refused = await editItem(context(), app(), kept.id, item.id, { ...valuesOf(item), openness: 'open' }, itemMark(item))
  assert.deepEqual(refused.ok ? [] : refused.refusal.faults.map(({ field }) => field), ['openness'])
  assert.match(JSON.stringify(refused), /Release it instead/)
  assert.ok((await editItem(context(), app(), kept.id, item.id, { ...valuesOf(item), openness: 'confidential' }, itemMark(item))).ok)
})
