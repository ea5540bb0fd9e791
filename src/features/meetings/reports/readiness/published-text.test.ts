import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../../migrations/meetings.ts'
import { reportFrame } from '../../record/report-file.ts'
import type { MeetingsTables } from '../../tables.ts'
import { readEditor } from '../editor/read-editor.ts'
import { saveSection } from '../saving/save-section.ts'
import { addColleagues, addReport, as, type Colleagues } from '../testing.ts'

const at = new Date('2023-07-07T09:00:00Z')
const frame = reportFrame.parse({ title: 'School places', frame: 'panel' })

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  let people: Colleagues
  before(async () => {
    people = await addColleagues(store().database)
  })

  test('the editor says of a report that was published without its parts that they stop nothing', async () => {
    const { database } = store()
    const { paper } = await addReport(database, people.ada.person)
    const me = as(database, people.ada)
    assert.ok((await saveSection(me, { paper, part: 'body', content: { markdown: 'A word is put right.' }, basedOn: 0, at })).ok)
    const read = async () => {
      const record = await readEditor(me, paper)
      return record.ok ? record.value : assert.fail(record.refusal.message)
    }
    const stopping = async () => (await read()).findings.filter(({ severity }) => severity === 'must').map(({ part }) => part)
    assert.deepEqual(await stopping(), ['recommendations', 'closing'])
    const { body, date } = (await read()).opened.meeting.facts
    await database.write('operator:test', async (tx) => {
      const version = { body, meeting_date: date, version: 1 }
      const tables = tx.tables<MeetingsTables>()
      const meeting = { ...version, meeting_time: null, status: 'held', is_public: true, has_agenda: true, note: '', meeting: '{}', pack: null, pack_bytes: null, pack_pages: null } as never
      await tables.insertInto('published.meetings').values(meeting).execute()
      const blocks = JSON.stringify([{ kind: 'paragraph', number: 1, content: [{ kind: 'text', text: 'A wrod is put right.' }] }])
      await tables.insertInto('published.papers').values({ ...version, paper: 'item-1-report', item: 1, position: 1, title: 'School places', frame: JSON.stringify(frame), blocks, block_pages: null }).execute()
    })
    assert.deepEqual(await stopping(), [])
  })
})
