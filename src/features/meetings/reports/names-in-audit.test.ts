import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testDatabase } from '#platform/database/testing.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../migrations/meetings.ts'
import { addAppendix } from './appendices/add-appendix.ts'
import { addPicture } from './pictures/add-picture.ts'
import { describePicture, removePicture } from './pictures/change-picture.ts'
import { addColleagues, addReport, as } from './testing.ts'
import { readWordFile } from './word-import/read-word-file.ts'

const at = new Date('2023-07-07T09:00:00Z')
const telling = 'Severance of the headteacher'
const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>')

test('the audit has of a file its kind and its size, and never its name or title, which may tell what a paper withholds', async () => {
  const { database, close } = await testDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations])
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-names-'))
  try {
    const files = openContentStore(folder)
    const { ada } = await addColleagues(database)
    const context = as(database, ada)
    const { paper } = await addReport(database, ada.person, { exempt: { paragraph: 1, reason: 'It names somebody.' } })
    const csv = Buffer.from('Year,Places\n2022,100\n')
    assert.ok((await addAppendix(context, files, { report: paper, title: telling, file: { name: `${telling}.csv`, bytes: csv }, alternative: '', at })).ok)
    assert.ok((await addAppendix(context, files, { report: paper, title: telling, file: undefined, alternative: '', at })).ok)
    const picture = await addPicture(context, files, { paper, file: { name: `${telling}.svg`, bytes: drawing }, alternative: 'A bar', at })
    const name = picture.ok ? picture.value : assert.fail()
    assert.ok((await describePicture(context, { paper, name, alternative: 'A taller bar' })).ok)
    assert.ok((await removePicture(context, { paper, name, at })).ok)
    assert.ok(!(await readWordFile(context, files, { paper, file: { name: `${telling}.docx`, bytes: drawing }, at })).ok)
    const rows = await database.owner((tx) =>
      tx.tables<{ 'access.audit': { number: number; verb: string; subject_id: string; detail: unknown } }>().selectFrom('access.audit').select(['subject_id', 'detail']).where('verb', '=', 'reports.write').orderBy('number').execute(),
    )
    assert.deepEqual(rows.map(({ detail }) => detail).slice(0, 3), [
      { added: 'appendix', file: 'csv', bytes: csv.length },
      { added: 'appendix', file: 'none', bytes: 0 },
      { added: 'picture', file: 'svg', bytes: drawing.length },
    ])
    assert.doesNotMatch(JSON.stringify(rows), /severance|headteacher/i)
  } finally {
    await close()
    await rm(folder, { recursive: true })
  }
})
