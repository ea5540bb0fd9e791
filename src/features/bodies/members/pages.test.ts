import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '#access/accounts/testing.ts'
import { accessMigrations } from '#access/migrations.ts'
import { peopleWith } from '#access/people.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { importBodies } from '../import-bodies.ts'
import { bodiesMigrations } from '../migrations/bodies.ts'
import { publishedBody } from '../published-bodies.ts'
import { bodyMembersPage } from './body-members-page.ts'
import { membersPage } from './members-page.ts'

const seat = (person: string, until = '') => `  - { seat: Councillor, organisation: Council, capacity: voting, votes: all, person: ${person}, from: 2020-01-01${until} }\n`
const forum = `slug: forum\nname: Parents’ Forum\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\nmembers:\n${seat('Ada Lorne')}${seat('Ben Okoro')}${seat('Cy Dunne', ', to: 2020-12-31')}`
const today = date('2026-05-01')

let store: TestStore
const context = () => testContext(store.database, { today })
before(async () => {
  store = await testDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations])
  assert.ok((await importBodies(context(), [{ name: 'bodies.yaml', text: `${forum}---\nslug: circle\nname: Circle\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n` }])).ok)
  await addPerson(context(), 'ada@example.test', ['councillor'], 'Ada Lorne')
  await addPerson(context(), 'olive@example.test', ['officer'], 'Olive Reyes')
})
after(() => store.close())

const request = (address: string, fields: Readonly<Record<string, string>> = {}): StaffRequest => {
  const { pathname, searchParams } = new URL(address, 'https://council.example')
  const session = { formToken: { field: 'token', value: 'secret' } }
  const params = { body: pathname.split('/')[3] ?? '' }
  return { context: context(), session, path: pathname, params, query: searchParams, form: postedForm(Object.entries(fields)), today } as unknown as StaffRequest
}

function text(answer: StaffAnswer | undefined, status = 200): string {
  assert.ok(answer?.kind === 'page', JSON.stringify(answer))
  assert.equal(answer.status ?? 200, status)
  return answer.body.toString()
}

const members = '/staff/bodies/forum/members'
const show = async (page: StaffPage<unknown>, address: string) => text(await page.show?.(request(address), undefined))
const send = (page: StaffPage<unknown>, address: string, fields: Readonly<Record<string, string>>) => page.submit?.(request(address, fields), undefined)
const personOf = async (email: string) =>
  (await store.database.read('operator:test', (reader) => peopleWith(reader, today))).find((one) => one.email === email)?.person ?? assert.fail(email)

test('the accounts of members name those in office, those without an account first', async () => {
  assert.match(await show(membersPage, '/staff/members'), /0 of 2 members in office have one/)
  assert.deepEqual(await send(membersPage, '/staff/members', { member: 'Ada Lorne', person: await personOf('ada@example.test') }), { kind: 'moved', to: '/staff/members?done=linked&who=Ada%20Lorne' })
  const page = await show(membersPage, '/staff/members?done=linked&who=Ada%20Lorne')
  assert.match(page, /1 of 2 members in office have one/)
  assert.match(page, /Ada Lorne reads with this account from now on\./)
  assert.match(page, /Ben Okoro \(Parents’ Forum\)[^]*Ada Lorne \(Parents’ Forum\): ada@example\.test/)
  assert.doesNotMatch(page, /Cy Dunne/)
})

test('an account that looks like the wrong one is linked only once that is ticked, and the choice stays as it was made', async () => {
  const person = await personOf('olive@example.test')
  const unsure = text(await send(membersPage, '/staff/members', { member: 'Ben Okoro', person }), 400)
  assert.match(unsure, /href="#despite-role"[^]*name="despite-role"/)
  assert.match(unsure, /value="Ben Okoro" selected/)
  assert.match(unsure, new RegExp(`value="${person}" selected`))
  assert.equal((await send(membersPage, '/staff/members', { member: 'Ben Okoro', person, 'despite-role': 'yes' }))?.kind, 'moved')
  assert.deepEqual(await send(membersPage, '/staff/members', { member: 'Ben Okoro', person: 'nobody' }), { kind: 'moved', to: '/staff/members?done=unlinked&who=Ben%20Okoro' })
})

test('nobody is chosen beforehand, and a choice that changes nothing is refused', async () => {
  const nothing = text(await send(membersPage, '/staff/members', { member: '', person: '' }), 400)
  assert.match(nothing, /href="#member"[^]*href="#person"/)
  const unchanged = text(await send(membersPage, '/staff/members', { member: 'Ben Okoro', person: 'nobody' }), 400)
  assert.match(unchanged, /Ben Okoro has no account that could be taken away/)
  const again = text(await send(membersPage, '/staff/members', { member: 'Ada Lorne', person: await personOf('ada@example.test') }), 400)
  assert.match(again, /Ada Lorne reads with this account already/)
})

test('the members’ page of a body says who is in office and who reads with an account, and leads to naming one', async () => {
  const page = await show(bodyMembersPage, members)
  assert.match(page, /Ada Lorne[^]*Has one[^]*Ben Okoro[^]*href="\/staff\/members\?member=Ben%20Okoro">Name an account/)
  assert.doesNotMatch(page, /Cy Dunne/)
  assert.match(await show(membersPage, '/staff/members?member=Ben%20Okoro'), /value="Ben Okoro" selected/)
})

test('a new member of the name of an account is asked about and has no account until an officer links it', async () => {
  await addPerson(context(), 'ben@example.test', ['councillor'], 'Ben Okoro')
  const page = await show(bodyMembersPage, members)
  const address = `/staff/members?member=Ben%20Okoro&person=${await personOf('ben@example.test')}`
  assert.ok(page.includes('Is it the account of <bdi>ben@example.test</bdi>?') && page.includes(address.replace('&', '&amp;')), page)
  assert.match(await show(membersPage, address), new RegExp(`value="Ben Okoro" selected[^]*value="${await personOf('ben@example.test')}" selected`))
})

test('a name that reads with an account joins another body only once it is ticked that it is the same person', async () => {
  const typed = { deed: 'add', person: 'Ada Lorne', seat: 'Parent', organisation: 'Parents', capacity: 'co-opted', votes: 'none', from: '2026-04-14' }
  const unsure = text(await send(bodyMembersPage, '/staff/bodies/circle/members', typed), 400)
  assert.match(unsure, /href="#same-person"[^]*name="same-person"/)
  assert.equal((await send(bodyMembersPage, '/staff/bodies/circle/members', { ...typed, 'same-person': 'yes' }))?.kind, 'moved')
})

test('a member who cannot be added comes back with all that was typed, each fault at its field', async () => {
  const typed = { deed: 'add', person: 'Di <b>Hart', seat: '', organisation: 'Parents', capacity: 'co-opted', votes: 'none', from: 'soon' }
  const page = text(await send(bodyMembersPage, members, typed), 400)
  for (const field of ['seat', 'from']) assert.match(page, new RegExp(`href="#${field}"`))
  for (const kept of ['value="Di &lt;b&gt;Hart"', 'value="Parents"', 'value="co-opted" selected', 'value="soon"']) assert.ok(page.includes(kept), kept)
})

test('a member is added and a membership ended on the page, and the public reads both at once', async () => {
  const typed = { deed: 'add', person: 'Di Hart', seat: 'Parent', organisation: 'Parents', capacity: 'co-opted', votes: 'none', from: '2026-04-14' }
  assert.deepEqual(await send(bodyMembersPage, members, typed), { kind: 'moved', to: `${members}?done=added` })
  const mark = /<option value="([^"]*Ben Okoro[^"]*)"/.exec(await show(bodyMembersPage, members))?.[1]?.replaceAll('&quot;', '"') ?? assert.fail('no membership to end')
  const noDay = text(await send(bodyMembersPage, members, { deed: 'end', membership: mark, to: '' }), 400)
  assert.match(noDay, /href="#to"[^]*Ben Okoro[^"]*" selected/)
  assert.deepEqual(await send(bodyMembersPage, members, { deed: 'end', membership: mark, to: '2026-05-01' }), { kind: 'moved', to: `${members}?done=ended` })
  const found = await store.database.readPublished((reader) => publishedBody(reader, 'forum'))
  assert.deepEqual(found?.body.members.map(({ person, to }) => [person, to]), [['Ada Lorne', undefined], ['Ben Okoro', '2026-05-01'], ['Cy Dunne', '2020-12-31'], ['Di Hart', undefined]])
})

test('a body that is not there has no members’ page, and nobody joins it', async () => {
  const shown = await bodyMembersPage.show?.(request('/staff/bodies/nowhere/members'), undefined)
  const sent = await send(bodyMembersPage, '/staff/bodies/nowhere/members', { deed: 'end', membership: 'x', to: '2026-05-01' })
  for (const answer of [shown, sent]) assert.ok(answer?.kind === 'refused' && answer.refusal.kind === 'not-found')
})
