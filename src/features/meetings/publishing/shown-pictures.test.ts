import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { drawingOf, pngOf } from '#platform/documents/incoming/testing/picture-bytes.ts'
import { issuedPapers, issuedPicture } from '../publication/issued-meetings.ts'
import { pictureFile } from '../public/published-files.ts'
import type { KeptPicture } from '../record/meeting-draft.ts'
import type { MeetingsTables } from '../tables.ts'
import { savePaper } from '../work/keep-paper.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { paperInWork } from '../work/read-work.ts'
import { eachPublishingDesk, early, makeMeeting, meetingDay, refusalOf, unwrap } from './testing.ts'

eachPublishingDesk(({ database, app, publish, kept, rewrite }) => {
  const put = async (name: string, bytes: Uint8Array): Promise<KeptPicture> => ({ name, checksum: await app().files.put(bytes) })
  /** Attaches pictures to the report on the item at this place of the agenda. */
  const attach = async (meeting: MeetingId, place: number, pictures: readonly KeptPicture[]) => {
    const [paper] = (await kept(meeting)).items[place]?.papers ?? []
    assert.ok(paper)
    await database().write('operator:test', async (tx) => {
      const standing = await paperInWork(tx.reader, paper.id)
      unwrap(await savePaper(tx, paper.id, standing?.revision ?? 0, { pictures }))
    })
  }
  const isRead = async (checksum: string): Promise<boolean> =>
    database().readPublished(async (read) => {
      const answer = await pictureFile({ read, path: '', params: { body: 'panel', date: meetingDay, checksum }, query: new URLSearchParams(), origin: 'https://council.example', today: early, file: (wanted) => app().files.get(wanted) })
      return answer.kind === 'file'
    })

  test('of the pictures of a report only those that its text shows are published, and given to members', async () => {
    const shownText = '## Summary\n\n- A list:\n\n  ![The site](shown.svg)\n'
    const exempt = { exempt: { paragraph: 3 as const, reason: 'It would harm the tender.' }, withheld: { publicTitle: 'A matter of business', decidedBy: 'Monitoring Officer', decidedOn: date('2023-06-01'), reviewOn: date('2023-12-01') } }
    const { id } = await makeMeeting(database(), meetingDay, [
      { title: 'School places', report: shownText },
      { title: 'A contract', ...exempt, report: shownText },
    ])
    const [open, openUnused, withheld, withheldUnused] = [await put('shown.svg', drawingOf('<rect/>')), await put('unused.svg', drawingOf('<g/>')), await put('shown.svg', drawingOf('<path/>')), await put('unused.svg', drawingOf('<line/>'))]
    await attach(id, 0, [openUnused, open])
    await attach(id, 1, [withheldUnused, withheld])
    assert.equal(unwrap(await publish(id)), 1)
    const rows = await database().readPublished((reader) => reader.tables<MeetingsTables>().selectFrom('published.pictures').select('published.pictures.checksum').execute())
    assert.deepEqual(rows, [{ checksum: open.checksum }])
    assert.deepEqual([await isRead(open.checksum), await isRead(openUnused.checksum), await isRead(withheld.checksum)], [true, false, false])
    const members = await database().read('operator:test', async (reader) => ({
      pictures: (await issuedPapers(reader, { body: 'panel', date: meetingDay, version: 1 })).filter((paper) => !paper.isPublic).flatMap((paper) => paper.pictures),
      shown: await issuedPicture(reader, 'panel', meetingDay, withheld.checksum),
      unused: [await issuedPicture(reader, 'panel', meetingDay, withheldUnused.checksum), await issuedPicture(reader, 'panel', meetingDay, openUnused.checksum)],
    }))
    assert.deepEqual(members.pictures, [{ checksum: withheld.checksum, mediaType: 'image/svg+xml' }])
    assert.deepEqual([members.shown, members.unused], [{ mediaType: 'image/svg+xml' }, [undefined, undefined]])
  })

  test('a paper that stays as published shows the picture that it showed, though another took its place since', async () => {
    const day = date('2023-07-14')
    const { id } = await makeMeeting(database(), day, [{ title: 'School places', report: '## Summary\n\n![The site](site.svg)\n' }, { title: 'Budget', report: '## Summary\n\nIt is overspent.\n' }])
    const [before, after] = [await put('site.svg', drawingOf('<circle r="1"/>')), await put('site.svg', drawingOf('<circle r="2"/>'))]
    await attach(id, 0, [before])
    assert.equal(unwrap(await publish(id)), 1)
    await attach(id, 0, [after])
    await rewrite(id, 2, '## Summary\n\nIt is underspent.\n')
    assert.equal(unwrap(await publish(id, { note: 'A figure.', leave: ['item-1-report'] })), 2)
    const shown = await database().readPublished((reader) => reader.tables<MeetingsTables>().selectFrom('published.pictures').select('published.pictures.checksum').where('published.pictures.meeting_date', '=', day).where('published.pictures.version', '=', 2).execute())
    assert.deepEqual(shown, [{ checksum: before.checksum }])
  })

  test('a picture that cannot be printed refuses the publication by its paper and what it shows', async () => {
    const { id } = await makeMeeting(database(), date('2023-07-21'), [{ title: 'School places', report: '## Summary\n\n![The site](whole.png)\n\n![The gate](broken.png)\n' }])
    await attach(id, 0, [await put('whole.png', pngOf(2, 2)), await put('broken.png', pngOf(2, 2, Buffer.from('no points')))])
    const refused = refusalOf(await publish(id))
    assert.equal(refused.kind, 'invalid')
    assert.match(refused.message, /^The picture in “School places” that shows “The gate” is damaged and cannot be printed/)
  })
})
