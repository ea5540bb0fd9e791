import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../../migrations/meetings.ts'
import type { MeetingsTables } from '../../tables.ts'
import { addColleagues, addReport, as, type Colleagues } from '../testing.ts'
import { saveSection } from './save-section.ts'
import { usualCoverNames } from './usual-cover-names.ts'

const at = new Date('2023-07-07T09:00:00Z')

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  let people: Colleagues
  before(async () => {
    people = await addColleagues(store().database)
  })
  const usual = () => store().database.read('operator:test', (reader) => usualCoverNames(reader, 'panel'))
  const names = (name: string) => ({ priorities: [{ name, touched: true }], groupsOfInterest: [{ name: `${name} group`, touched: true }] })

  test('what is typed into a draft, exempt or not, is suggested to no other report', async () => {
    for (const facts of [{ exempt: { paragraph: 3 as const, reason: 'A contract.' } }, {}]) {
      const { paper } = await addReport(store().database, people.ada.person, facts)
      assert.ok((await saveSection(as(store().database, people.ada), { paper, part: 'cover', content: names('Safe homes'), basedOn: 0, at })).ok)
    }
    assert.deepEqual(await usual(), { priorities: [], groups: [] })
  })

  test('the priorities and groups of the latest published report are suggested', async () => {
    await store().database.write('operator:test', async (tx) => {
      const tables = tx.tables<MeetingsTables>()
      for (const [month, name] of [['04', 'Old homes'], ['05', 'Warm homes']] as const) {
        const key = { body: 'panel', meeting_date: date(`2023-${month}-02`), version: 1 }
        await tables.insertInto('published.meetings').values({ ...key, meeting_time: null, status: 'held', is_public: true, has_agenda: true, note: '', meeting: JSON.stringify({}), pack: null, pack_bytes: null, pack_pages: null, pack_version: null }).execute()
        const frame = { title: 'Homes', frame: 'board-cover-sheet', ...names(name) }
        await tables.insertInto('published.papers').values({ ...key, paper: 'item-1', item: 1, position: 1, title: 'Homes', frame: JSON.stringify(frame), blocks: '[]', block_pages: null }).execute()
      }
    })
    assert.deepEqual(await usual(), { priorities: ['Warm homes'], groups: ['Warm homes group'] })
  })
})
