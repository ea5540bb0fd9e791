import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { bodyFile } from '../../bodies/testing.ts'
import { loadBodies, meetingsTestMigrations } from '../work/testing.ts'
import { templatePage } from './edit-template.ts'

const terms = 'terms-of-reference: { source: Constitution, public-participation: { closes-at: "12:00", working-days-before: 3 } }\n'
const bodies = `${bodyFile('panel', 'The panel')}---\n${bodyFile('forum', 'The forum', terms)}`

let store: TestStore
// A template is kept without files, mail or the typesetter.
const app = { context: () => testContext(store.database) } as unknown as MeetingsApp
before(async () => {
  store = await testDatabase(meetingsTestMigrations)
  await loadBodies(app, bodies)
})
after(() => store.close())

const request = (body: string, fields: Readonly<Record<string, string>> = {}) =>
  ({
    context: testContext(store.database),
    session: { formToken: { field: 'token', value: 'secret' } },
    path: `/staff/templates/${body}`,
    params: { body },
    query: new URLSearchParams(),
    form: postedForm(Object.entries(fields)),
  }) as unknown as StaffRequest

function text(answer: StaffAnswer | undefined): string {
  assert.ok(answer?.kind === 'page', JSON.stringify(answer))
  return answer.body.toString()
}

const shown = async (body: string) => text(await templatePage.show?.(request(body), app))
const save = (body: string, fields: Readonly<Record<string, string>>) => templatePage.submit?.(request(body, fields), app)

const sent = { revision: '0', frame: 'panel', minutes: '120', attendance: 'in-person', webcast: 'no', 'days-draft': '10', 'days-clearance': '5', 'days-despatch': '1', 'planning-months': '12' }
const speakers = { 'item-1-title': 'Public Participation', 'item-1-place': 'opening', 'item-1-order': '1', 'item-1-standing': 'public-participation' }

test('a template that gives the public a turn warns where the terms of the body give it none, and only there', async () => {
  const warning = /its terms of reference provide for none, so the public pages take no request to speak/
  assert.doesNotMatch(await shown('panel'), warning)
  for (const body of ['panel', 'forum']) assert.deepEqual(await save(body, { ...sent, ...speakers }), { kind: 'moved', to: `/staff/templates/${body}?done=saved` })
  assert.match(await shown('panel'), warning)
  assert.match(await shown('panel'), /href="\/staff\/bodies\/panel\/participation"/)
  assert.doesNotMatch(await shown('forum'), warning)
})

test('rows to add stand behind a line until something is typed into one, and a refused form shows it as it was typed', async () => {
  const page = await shown('panel')
  const [items = '', spare = ''] = page.split('Add standing items')
  assert.match(items, /Standing item 1: Public Participation/)
  assert.doesNotMatch(items, /to be added/)
  assert.match(spare, /Standing item 2, to be added[^]*Standing item 4, to be added/)
  const refused = await save('panel', { ...sent, revision: '1', ...speakers, 'item-2-title': '', 'item-2-minutes': '15', 'item-3-title': 'Dates', 'item-3-place': 'closing', 'item-3-minutes': 'long' })
  assert.ok(refused?.kind === 'page' && refused.status === 400)
  const [typed = ''] = text(refused).split('Add standing items')
  assert.match(typed, /href="#item-3-minutes"/)
  assert.match(typed, /name="item-2-minutes"[^>]*value="15"/)
  assert.match(typed, /id="item-3-minutes"[^>]*value="long"/)
})

test('of two officers who edit a template the second sees what the first saved, and keeps what they typed', async () => {
  assert.equal((await save('panel', { ...sent, revision: '1', venue: 'Lakeview Room' }))?.kind, 'moved')
  const second = await save('panel', { ...sent, revision: '1', venue: 'Council Chamber' })
  assert.ok(second?.kind === 'page' && second.status === 409)
  assert.match(text(second), /Usual place[^]*Lakeview Room[^]*name="venue"[^>]*value="Council Chamber"/)
})

test('a body that is not there has no template', async () => {
  const answer = await templatePage.show?.(request('nobody'), app)
  assert.ok(answer?.kind === 'refused' && answer.refusal.kind === 'not-found')
})
