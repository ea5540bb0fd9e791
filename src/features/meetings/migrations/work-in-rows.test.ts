import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { accessMigrations } from '#access/migrations.ts'
import { date } from '#core/dates.ts'
import { migrate } from '#platform/database/migrate.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import { draftOf, meetingWithText } from '../work/draft-of-meeting.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { meetingsMigrations } from './meetings.ts'

const former = [publicationRevision, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations.slice(0, 1)]

const entry = {
  body: 'panel',
  date: '2023-07-07',
  attendance: 'in-person',
  webcast: false,
  public: true,
  privateDevelopment: false,
  status: 'agenda-published',
  issued: '2023-06-29',
  alsoInvited: [],
  items: [
    { number: 1, title: 'Apologies', toFollow: false, confidential: false, appendices: [] },
    {
      number: 2,
      title: 'Places',
      toFollow: false,
      confidential: false,
      report: 'places.md',
      appendices: [{ title: 'Appendix 1', file: 'one.md' }, { title: 'Appendix 2', note: 'Not held.' }],
    },
  ],
}
const frame = {
  title: 'School places',
  frame: 'panel',
  author: 'A director',
  priorities: [],
  groupsOfInterest: [],
  recommendations: ['note it'],
  implications: [],
  supportingInformation: [],
  contactPoints: ['The office'],
}

let store: TestStore | undefined
before(async () => {
  store = await testDatabase(former)
})
after(() => store?.close())

test('a store of the first release keeps every meeting, item, paper and text when it gets rows', async () => {
  assert.ok(store)
  await store.database.write('operator:test', async (tx) => {
    await sql`insert into work.meetings (body, meeting_date, fingerprint, entry) values ('panel', '2023-07-07', 'as loaded', ${JSON.stringify(entry)}::jsonb)`.execute(tx.tables())
    await sql`insert into work.papers (body, meeting_date, paper, file_name, title, frame, markdown, pictures)
      values ('panel', '2023-07-07', 'item-2-report', 'places.md', 'School places', ${JSON.stringify(frame)}::jsonb, 'There are 312.', '[]'),
      ('panel', '2023-07-07', 'item-2-appendix-1', 'one.md', 'Appendix 1', null, 'A list.', '[]')`.execute(tx.tables())
  })
  assert.ok((await migrate(store.database, [...former, ...meetingsMigrations.slice(1)])).ok)
  const kept = await store.database.read('operator:test', async (reader) => {
    const id = await meetingIdOn(reader, 'panel', date('2023-07-07'))
    return id === undefined ? undefined : meetingWithText(reader, id)
  })
  assert.ok(kept)
  const draft = await draftOf(kept, { get: () => Promise.resolve(undefined) })
  assert.ok(draft.ok, JSON.stringify(draft))
  assert.deepEqual(JSON.parse(JSON.stringify(draft.value.entry)), entry)
  assert.deepEqual(draft.value.papers.map((paper) => [paper.id, paper.title, paper.note, paper.text?.markdown]), [
    ['item-2-report', 'School places', undefined, 'There are 312.'],
    ['item-2-appendix-1', 'Appendix 1', undefined, 'A list.'],
    ['item-2-appendix-2', 'Appendix 2', 'Not held.', undefined],
  ])
  assert.deepEqual(JSON.parse(JSON.stringify(draft.value.papers[0]?.text?.frame)), frame)
})
