import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { importBodies } from '../import-bodies.ts'
import { bodiesMigrations } from '../migrations/bodies.ts'
import { publishedBody } from '../published-bodies.ts'
import { participationPage } from './participation-page.ts'

const forum = 'slug: forum\nname: Parents’ Forum\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n'
const address = '/staff/bodies/forum/participation'
const rule = { heard: 'yes', 'closes-at': '12:00', 'days-before': '1', 'minutes-in-all': '30', 'minutes-each': '', 'response-days': '10', source: 'Council Constitution, part 4' }

let store: TestStore
const context = () => testContext(store.database, { today: date('2026-05-01') })
before(async () => {
  store = await testDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations])
  assert.ok((await importBodies(context(), [{ name: 'bodies.yaml', text: forum }])).ok)
})
after(() => store.close())

function send(fields: Readonly<Record<string, string>>): Promise<StaffAnswer> {
  const request = { context: context(), session: { formToken: { field: 'token', value: 'secret' } }, path: address, params: { body: 'forum' }, query: new URLSearchParams(), form: postedForm(Object.entries(fields)) }
  return participationPage.submit?.(request as unknown as StaffRequest, undefined) ?? assert.fail('it takes a form')
}

async function edition() {
  return (await store.database.readPublished((reader) => publishedBody(reader, 'forum'))) ?? assert.fail('it is public')
}

function refusedWith(answer: StaffAnswer, status: number): string {
  assert.ok(answer.kind === 'page' && answer.status === status, JSON.stringify(answer))
  return answer.body.toString()
}

test('of a rule that cannot be used each fault stands at its field beside what was typed', async () => {
  const page = refusedWith(await send({ ...rule, 'closes-at': 'noon', 'days-before': '', 'minutes-in-all': '0', source: '', 'based-on': 'none' }), 400)
  for (const field of ['closes-at', 'days-before', 'minutes-in-all', 'source']) assert.ok(page.includes(`href="#${field}"`), field)
  assert.match(page, /value="noon"/)
})

test('the rule by which the public may speak is public at once, and taken away again', async () => {
  assert.deepEqual(await send({ ...rule, 'based-on': 'none' }), { kind: 'moved', to: `${address}?done=saved` })
  const { body, edition: number } = await edition()
  assert.deepEqual([number, body.termsOfReference?.source, body.termsOfReference?.publicParticipation], [
    2,
    'Council Constitution, part 4',
    { closesAt: '12:00', workingDaysBefore: 1, minutesInAll: 30, writtenResponseDays: 10 },
  ])
  assert.equal((await send({ ...rule, heard: 'no', 'based-on': '12:00 1 30  10' })).kind, 'moved')
  assert.equal((await edition()).body.termsOfReference?.publicParticipation, undefined)
})

test('a rule that somebody else changed meanwhile is not overwritten', async () => {
  const page = refusedWith(await send({ ...rule, 'minutes-each': '7', 'based-on': '09:00 5   ' }), 409)
  assert.match(page, /value="7"/)
  assert.match(page, /name="based-on" value="none"/)
})
