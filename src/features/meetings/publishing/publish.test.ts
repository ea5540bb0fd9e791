import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, type LocalDate } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { retimeAgenda } from '../agenda/retime-agenda.ts'
import { importMeetings } from '../import/import-meetings.ts'
import { issuedMeeting } from '../publication/issued-meetings.ts'
import { membersPackContent } from '../publication/members-pack.ts'
import { changedTexts } from '../public/changed-in.ts'
import { meetingPage } from '../public/meeting-page.ts'
import { supplementsOf } from '../publication/published-files.ts'
import { publishedPapers, versionsOf } from '../publication/published-meetings.ts'
import { filesInMemory } from '../testing.ts'
import { insertItem, saveItem } from '../work/keep-meeting.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { handIn } from '../reports/hand-in/hand-in-report.ts'
import { proposePublication } from './ask-publication.ts'
import { afterPage } from './after-page.ts'
import { changesSection } from './changes-section.ts'
import { runPublication } from './run-publication.ts'
import { eachPublishingDesk, early, makeMeeting, meetingDay, now, officer, refusalOf, requestTo, shownOf, unwrap, writeReport } from './testing.ts'
import { withdraw } from './withdraw.ts'

const places = '## Summary\n\nThere are 312 places.\n'

eachPublishingDesk(({ database, app, ask, publish, standing, change, kept, rewrite }) => {
  const meetingPageOf = (day: LocalDate): Promise<string> =>
    database().readPublished(async (read) => {
      const answer = await meetingPage()({ read, path: '/bodies/panel', params: { body: 'panel', date: day }, query: new URLSearchParams(), origin: 'https://council.example', today: early, file: () => Promise.resolve(undefined) })
      return answer.kind === 'page' ? String(answer.body) : ''
    })

  test('an agenda is published with its pack, and the meeting says when it was issued', async () => {
    const { id } = await makeMeeting(database(), meetingDay, [{ title: 'Apologies', standing: 'apologies' }, { title: 'School places', report: places }, { title: 'Budget', toFollow: true }])
    assert.equal(unwrap(await publish(id)), 1)
    const found = await standing()
    assert.deepEqual([found?.meeting.status, found?.meeting.issued, found?.note], ['agenda-published', early, 'Agenda published.'])
    assert.deepEqual(found?.meeting.items[1]?.papers[0]?.pages, { from: 1, to: 1 })
    const { facts, editedAt } = await kept(id)
    assert.deepEqual([facts.status, facts.issued, editedAt], ['agenda-published', early, undefined])
  })

  test('where nothing has changed there is nothing to publish', async () => {
    const id = await idOn(meetingDay)
    assert.match(refusalOf(await ask(id)).message, /^Nothing has changed since version 1/)
  })

  const idOn = async (day: typeof meetingDay): Promise<MeetingId> => {
    const row = await database().read('operator:test', (reader) => reader.tables<{ 'work.meetings': { id: MeetingId; meeting_date: string } }>().selectFrom('work.meetings').select('work.meetings.id').where('work.meetings.meeting_date', '=', day).executeTakeFirstOrThrow())
    return row.id
  }

  test('a report that was to follow comes as a supplement: its pages go on, the pack stays the same file', async () => {
    const id = await idOn(meetingDay)
    const first = await standing()
    const item = (await kept(id)).items[2]
    assert.ok(item)
    await writeReport(database(), item.id, 'Budget', '## Summary\n\nIt is overspent.\n')
    assert.match(refusalOf(await ask(id)).message, /^Nothing has changed/, 'what is being written and is to follow stays out')
    await change(id, (tx) => saveItem(tx, item.id, { ...item.facts, toFollow: false }, undefined))
    assert.equal(unwrap(await publish(id, { kind: 'supplement' })), 2)
    const found = await standing()
    assert.equal(found?.pack?.checksum, first?.pack?.checksum)
    assert.equal(found?.note, 'Supplement 1: papers on item 3.')
    assert.deepEqual(found.meeting.items[2]?.papers.map(({ pages, supplement }) => [pages, supplement]), [[{ from: 2, to: 2 }, 1]])
    assert.deepEqual(found.meeting.items[1]?.papers[0]?.pages, { from: 1, to: 1 })
    const [supplement] = await database().readPublished((reader) => supplementsOf(reader, 'panel', meetingDay))
    const pdf = await readPdf((await app().files.get(supplement?.pdf ?? '')) ?? new Uint8Array())
    assert.equal(pdf.labels.at(-1), '2')
    assert.match(pdf.texts[0] ?? '', /This supplement holds papers on item 3\./)
    assert.deepEqual(found.meeting.supplements, [{ number: 1, issued: early, note: 'papers on item 3.', pages: { from: 2, to: 2 } }])
  })

  test('a report that was to follow and is handed in follows no longer once its supplement is published, on the page after publication too', async () => {
    const day = date('2023-08-15')
    const { id, items } = await makeMeeting(database(), day, [{ title: 'School places', report: places }, { title: 'Budget', toFollow: true }])
    const [, budget] = items
    assert.ok(budget)
    unwrap(await publish(id))
    const tags = async () => shownOf(await afterPage.show?.(requestTo(officer(database(), 'Ada Lorne'), '', { meeting: id }), app())).text.match(/<strong[^>]*>\s*To follow/g)?.length ?? 0
    assert.equal(await tags(), 1)
    const paper = await writeReport(database(), budget, 'Budget', '## Summary\n\nIt is overspent.\n')
    unwrap(await handIn(officer(database(), 'Ada Lorne'), { paper, at: now, origin: 'https://council.example' }))
    assert.equal(unwrap(await publish(id, { kind: 'supplement' })), 2)
    assert.equal((await standing(day))?.meeting.items[1]?.toFollow, false)
    assert.equal((await kept(id)).items[1]?.facts.toFollow, false)
    assert.equal(await tags(), 0)
  })

  test('an item that joins too late needs the chair’s reason, and is then supplement 2', async () => {
    const id = await idOn(meetingDay)
    const late = officer(database(), 'Ada Lorne', date('2023-07-04'))
    await change(id, (tx) => insertItem(tx, id, 4, { title: 'A closed school', toFollow: false, confidential: false }))
    assert.deepEqual(refusalOf(await ask(id, {}, late)).faults, ['late-item-4'])
    assert.equal(unwrap(await publish(id, { itemReasons: { 4: 'It closed yesterday.' } }, late)), 3)
    const found = await standing()
    assert.equal(found?.meeting.items[3]?.lateReason, 'It closed yesterday.')
    assert.match(found.publishedAt, /^2023-07-04T/, 'published on the day that the product takes for today')
    assert.deepEqual(found.meeting.supplements?.map(({ number, pages }) => [number, pages]), [[1, { from: 2, to: 2 }], [2, undefined]])
  })

  test('a changed paper is published only with words on what is corrected, and the whole pack is built again', async () => {
    const id = await idOn(meetingDay)
    await rewrite(id, 2, places.replace('312', '313'))
    const proposal = unwrap(await proposePublication(officer(database(), 'Ada Lorne'), app(), id))
    assert.match(String(changesSection(proposal)), /Everything that has changed goes out together[^]*is changed\. Changed last by[^]*Ben Okoro[^]*<del[^>]*>[^]*312[^]*<ins[^>]*>[^]*313/)
    assert.deepEqual(refusalOf(await ask(id)).faults, ['note'])
    assert.equal(unwrap(await publish(id, { note: 'The number of places was wrong' })), 4)
    const found = await standing()
    assert.equal(found?.note, 'The number of places was wrong.')
    assert.equal(found.meeting.supplements, undefined)
    assert.equal(found.packVersion, 4)
    assert.deepEqual(found.meeting.items[2]?.papers[0]?.pages, { from: 2, to: 2 })
    assert.equal((await standing(meetingDay, 3))?.packVersion, 1)
    const coverOf = async (checksum: string | undefined) => (await readPdf((await app().files.get(checksum ?? '')) ?? new Uint8Array())).texts[0] ?? ''
    assert.match(await coverOf(found.pack?.checksum), /Version 4, 20 June 2023: in place of version 1\. The number of places was wrong\./)
    assert.doesNotMatch(await coverOf((await standing(meetingDay, 1))?.pack?.checksum), /in place of/)
    const issued = await database().read('operator:test', (reader) => issuedMeeting(reader, 'panel', meetingDay))
    assert.ok(issued)
    const setting = { council: { name: 'County Council', alternativeFormats: 'Ask.' }, today: early, origin: 'https://council.example' }
    assert.match(membersPackContent(issued, [], { name: 'Cllr Alex Hartley', on: early }, setting).version ?? '', /^Version 4, 20 June 2023: in place of version 1/)
    const page = await meetingPageOf(meetingDay)
    assert.match(page, /Supplement 1 \(PDF\)<\/a>, page 2 of version 2, is now part of the pack/)
    assert.match(page, /supplements\/1"/)
    assert.match(page, /School places<\/a>[^<]*<strong[^>]*>\s*Changed in version 4/)
    assert.match(page, /Open to the public[^]*Yes, you may come and listen/)
    const differences = await database().readPublished(async (reader) => changedTexts(reader, found, 2, await publishedPapers(reader, { body: 'panel', date: meetingDay, version: 4 }, 2)))
    assert.match(String(differences), /<del[^>]*>[^]*312[^]*<ins[^>]*>[^]*313/)
  })

  test('the times after a withdrawn item are the same wherever they are read, and the item itself has none', async () => {
    const day = date('2023-08-01')
    const { id, items } = await makeMeeting(database(), day, [1, 2, 3].map((number) => ({ title: `Matter ${number}`, minutes: 15, timing: { from: time('10:00'), to: time('10:15') } })), { time: time('10:00') })
    await change(id, (tx) => retimeAgenda(tx, id))
    unwrap(await publish(id))
    const [, second] = items
    assert.ok(second)
    const seen = { meeting: id, item: second, revision: (await kept(id)).revision }
    unwrap(await withdraw(officer(database(), 'Ada Lorne'), app(), seen, { what: 'item', reason: 'It comes in the autumn.' }))
    assert.equal(unwrap(await publish(id, { kind: 'withdrawal' })), 2)
    const found = await standing(day)
    assert.deepEqual(found?.meeting.items.map(({ timing }) => timing?.from), ['10:00', undefined, '10:15'])
    assert.deepEqual((await kept(id)).items.map(({ facts }) => facts.timing?.from), ['10:00', undefined, '10:15'])
  })

  test('an agenda is not published late without the chair’s reason, which the public then reads', async () => {
    const day = date('2023-09-05')
    const { id } = await makeMeeting(database(), day, [{ title: 'Apologies', standing: 'apologies' }])
    const late = officer(database(), 'Ada Lorne', date('2023-08-30'))
    assert.deepEqual(refusalOf(await ask(id, {}, late)).faults, ['late-reason'])
    unwrap(await publish(id, { lateReason: 'A school closed without notice.' }, late))
    assert.equal((await standing(day))?.meeting.lateReason, 'A school closed without notice.')
  })

  test('of two who publish at once the second is refused and told who is at it, and there is one version', async () => {
    const day = date('2023-09-12')
    const { id } = await makeMeeting(database(), day, [{ title: 'Apologies', standing: 'apologies' }])
    const [one, other] = await Promise.all([ask(id), ask(id, {}, officer(database(), 'Ben Okoro'))])
    const asked = [one, other].filter((outcome) => outcome.ok)
    assert.equal(asked.length, 1)
    assert.match(refusalOf(one.ok ? other : one).message, /^(Ada Lorne|Ben Okoro) is publishing this meeting now/)
    const [publication] = asked.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
    assert.ok(publication)
    const runs = await Promise.all([runPublication(officer(database(), 'Ada Lorne'), app(), publication), runPublication(officer(database(), 'Ada Lorne'), app(), publication)])
    assert.equal(runs.filter((outcome) => outcome.ok).length, 1)
    assert.equal((await database().readPublished((reader) => versionsOf(reader, 'panel', day))).length, 1)
  })

  test('a correction of a published report that came in a file is not stopped by parts that it never had', async () => {
    const day = date('2023-10-03')
    const files = { 'meeting.yaml': `body: panel\ndate: ${day}\nstatus: agenda-published\nissued: 2023-06-19\nitems:\n  - { number: 1, title: School buses, report: buses.md }\n`, 'buses.md': '---\ntitle: School buses\nframe: panel\n---\n\nBuses run.\n' }
    assert.ok((await importMeetings(app(), [filesInMemory(files)], () => undefined)).ok)
    const id = await idOn(day)
    await rewrite(id, 1, 'Buses run late.\n')
    const { findings } = unwrap(await proposePublication(officer(database(), 'Ada Lorne'), app(), id))
    assert.ok(findings.some(({ severity, message }) => severity === 'told' && message.includes('The version that stands published lacks it too')), JSON.stringify(findings))
    assert.equal(unwrap(await publish(id, { note: 'They run late.' })), 2)
  })

  test('an item of business whose report nobody wrote stops the publication', async () => {
    const day = date('2023-10-10')
    const { id, items } = await makeMeeting(database(), day, [{ title: 'School places' }])
    const [item] = items
    assert.ok(item)
    await database().write('operator:test', (tx) => tx.tables<{ 'work.papers': { item: string; kind: string; position: number; title: string; frame: string; pictures: string } }>().insertInto('work.papers').values({ item, kind: 'report', position: 0, title: 'School places', frame: 'panel', pictures: '[]' }).execute())
    const refused = await ask(id)
    assert.match(refused.ok ? '' : (refused.refusal.faults[0]?.message ?? ''), /^Item 1: Nobody has written its report/)
  })
})
