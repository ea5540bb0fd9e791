import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../migrations/meetings.ts'
import { filesInMemory } from '../testing.ts'
import { insertItem, insertMeeting } from '../work/keep-meeting.ts'
import { meetingInWork } from '../work/read-work.ts'
import { usualTemplate } from './body-template.ts'
import { templatesExporter, templatesImporter } from './import-templates.ts'
import { keptTemplate, saveTemplate, templateOf } from './keep-template.ts'
import { templateFacts, templateItems } from './meeting-from-template.ts'

const panel = 'slug: panel\nname: Children’s Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n'
const template = `body: panel
frame: panel
standing-items:
  - { title: Work Programme, standing: work-programme, place: closing, minutes: 10 }
  - { title: Apologies and Welcome, standing: apologies, place: opening, minutes: 2 }
usual: { time: "10:00", venue: Council Chamber, webcast: true, also-invited: [All county councillors] }
days: { draft: 12, clearance: 6, despatch: 0 }
clearances: [legal, finance]
`

eachDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  const app = () => ({ context: () => testContext(store().database) })
  const now = new Date('2023-07-01T09:00:00Z')
  const load = (text: string) => templatesImporter.load([filesInMemory({ 'templates.yaml': text })], app(), () => undefined)

  before(async () => {
    const loaded = await bodiesImporter.load([filesInMemory({ 'bodies.yaml': panel })], app(), () => undefined)
    assert.ok(loaded.ok)
  })

  test('a body without a template of its own has the usual one', async () => {
    assert.deepEqual(await store().database.read('operator:test', (reader) => templateOf(reader, 'cabinet')), usualTemplate('cabinet'))
  })

  test('the usual agenda gives the public a turn only where the terms of the body do', async () => {
    const standing = async () => (await store().database.read('operator:test', (reader) => templateOf(reader, 'panel'))).standingItems.map((item) => item.standing)
    assert.deepEqual(await standing(), ['apologies', 'interests', 'minutes'])
    const terms = 'terms-of-reference: { source: Constitution, public-participation: { closes-at: "12:00", working-days-before: 3 } }\n'
    assert.ok((await bodiesImporter.load([filesInMemory({ 'bodies.yaml': `${panel}${terms}` })], app(), () => undefined)).ok)
    assert.deepEqual(await standing(), ['apologies', 'interests', 'public-participation', 'minutes'])
  })

  test('a template is loaded, written out and read again the same', async () => {
    assert.deepEqual(await load(template), { ok: true, value: { templates: 1 } })
    const kept = await store().database.read('operator:test', (reader) => templateOf(reader, 'panel'))
    assert.deepEqual([kept.days.draft, kept.usual.minutes, kept.standingItems.length], [12, 120, 2])
    const written = await templatesExporter.write(app())
    assert.ok(written.ok)
    assert.deepEqual(await load(String(written.value[0]?.body)), { ok: true, value: { templates: 1 } })
    assert.deepEqual(await store().database.read('operator:test', (reader) => templateOf(reader, 'panel')), kept)
  })

  test('a template of an unknown body, one given twice and a timetable that runs backwards are refused, and nothing is loaded', async () => {
    for (const [text, field] of [
      ['body: nobody\n', 'body'],
      [`${template}---\n${template}`, 'body'],
      ['body: panel\ndays: { draft: 1, clearance: 5, despatch: 0 }\n', 'days'],
    ] as const) {
      const refused = await load(text)
      assert.ok(!refused.ok, text)
      assert.equal(refused.refusal.faults[0]?.field, field)
    }
  })

  test('a meeting made from a template is as its body’s meetings usually are, with the opening items before the closing ones', async () => {
    await load(template)
    const meeting = await store().database.write('operator:test', async (tx) => {
      const kept = await templateOf(tx.reader, 'panel')
      const id = await insertMeeting(tx, templateFacts(kept, date('2023-09-05')), now)
      assert.ok(id.ok)
      for (const [index, facts] of templateItems(kept).entries()) await insertItem(tx, id.value, index + 1, facts)
      return meetingInWork(tx.reader, id.value)
    })
    assert.deepEqual([meeting?.facts.time, meeting?.facts.venue, meeting?.facts.status, meeting?.facts.webcast], ['10:00', 'Council Chamber', 'planned', true])
    assert.deepEqual(meeting?.items.map(({ number, facts }) => [number, facts.title, facts.standing, facts.minutes]), [
      [1, 'Apologies and Welcome', 'apologies', 2],
      [2, 'Work Programme', 'work-programme', 10],
    ])
  })

  test('of two changes of a template that rest on the same revision the second is refused', async () => {
    const outcomes = await store().database.write('operator:test', async (tx) => {
      const { template: kept, revision } = await keptTemplate(tx.reader, 'panel')
      return [await saveTemplate(tx, kept, revision), await saveTemplate(tx, kept, revision), await saveTemplate(tx, kept, 0)]
    })
    assert.deepEqual(outcomes.map((outcome) => (outcome.ok ? 'saved' : outcome.refusal.kind)), ['saved', 'conflict', 'conflict'])
  })
})
