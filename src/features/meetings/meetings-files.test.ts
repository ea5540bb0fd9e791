import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#access/actor.ts'
import { drawingOf } from '#platform/documents/incoming/testing/picture-bytes.ts'
import { meetingsFiles, membersCopies } from './meetings-files.ts'
import { eachPublishingDesk, makeMeeting, meetingDay, now, unwrap } from './publishing/testing.ts'
import type { ReadingTables } from './reading/tables.ts'
import { savePaper } from './work/keep-paper.ts'
import { paperInWork } from './work/read-work.ts'

eachPublishingDesk(({ database, app, ask, kept }) => {
  test('a picture that was taken from a paper while it is being published is still referred to', async () => {
    const { id } = await makeMeeting(database(), meetingDay, [{ title: 'School places', report: '## Summary\n\n![The site](site.svg)\n' }])
    const checksum = await app().files.put(drawingOf('<rect/>'))
    const paper = (await kept(id)).items[0]?.papers[0]?.id ?? assert.fail('it has no paper')
    const attach = (pictures: readonly { readonly name: string; readonly checksum: string }[]) =>
      database().write('operator:test', async (tx) => unwrap(await savePaper(tx, paper, (await paperInWork(tx.reader, paper))?.revision ?? 0, { pictures })))
    await attach([{ name: 'site.svg', checksum }])
    unwrap(await ask(id))
    await attach([])
    assert.ok((await database().owner((tx) => meetingsFiles(tx.reader))).includes(checksum))
  })

  test('members’ copies are referred to apart from what a backup holds', async () => {
    const row = { person: '0b2c4c0e-7d4e-4a57-9a55-0e6bb9b5a001' as PersonId, body: 'panel', meeting_date: meetingDay, version: 1, supplement: 0, reader: 'A member', checksum: 'a'.repeat(64), bytes: 1, pages: 1, built_at: now }
    await database().write('operator:test', (tx) => tx.tables<ReadingTables>().insertInto('work.member_packs').values(row).execute())
    assert.deepEqual(await database().owner((tx) => membersCopies(tx.reader)), [row.checksum])
    assert.ok(!(await database().owner((tx) => meetingsFiles(tx.reader))).includes(row.checksum))
  })
})
