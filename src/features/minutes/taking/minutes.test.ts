import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Outcome } from '#core/outcome.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { publishedMeeting, type MeetingId } from '#features/meetings'
import { saveSitting } from '../sitting/save-sitting.ts'
import type { SittingOnFile } from '../sitting/sitting-file.ts'
import { minutesVersions, publishedMinutes, resolutionsLately } from './public/published-minutes.ts'
import { resolution } from './record/resolution.ts'
import type { TakingTables } from './tables.ts'
import { eachMinutesDesk, june, may } from './testing.ts'
import { addResolution, changeResolved, removeResolution } from './verbs/resolve.ts'
import { saveMinute } from './verbs/save-minute.ts'
import { circulateMinutes, confirmMinutes, correctMinutes, signMinutes } from './verbs/turns.ts'
import { minutesInWork } from './work/read-minutes.ts'

eachMinutesDesk(({ store, app, officer, meetingOn, read }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const write = async (meeting: MeetingId, item: number, text: string, basedOn = 0, more: { membersText?: string; by?: string } = {}) =>
    saveMinute(officer(more.by), { meeting, item }, { text, membersText: more.membersText ?? '', isPublicExcluded: true, basedOn, at })
  const resolve = (meeting: MeetingId, item: number, given: unknown) => addResolution(officer(), { meeting, item }, resolution.parse(given), at)
  const why = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)].join(' '))
  const kept = (meeting: MeetingId) => read((reader) => minutesInWork(reader, meeting))
  const seen = async (meeting: MeetingId) => ({ meeting, basedOn: (await kept(meeting)).revision })
  const attend = (meeting: MeetingId, names: readonly string[]) =>
    store().database.write('operator:test', (tx) =>
      saveSitting(tx, meeting, { attendance: { opened: '10:00', closed: '11:30', present: names.map((member) => ({ member, remote: false, out: [] })), apologies: [], inAttendance: [], educationMatters: [] }, declarations: [], whips: [] } as unknown as SittingOnFile, { by: 'test', at }),
    )
  const standing = () => read((reader) => publishedMinutes(reader, 'panel', may))

  test('without a quorum the body resolves nothing, not even to note, and is told what is missing', async () => {
    const meeting = await meetingOn(may)
    const refused = await resolve(meeting, 3, { kind: 'agreed', words: 'A plan of routes.' })
    assert.match(why(refused), /no quorum in item 3: 0 counted of 2 needed/i)
    assert.match(why(await resolve(meeting, 1, { kind: 'noted', words: 'The apologies.' })), /no quorum in item 1.*not even to note the item/)
    assert.ok((await attend(meeting, ['Cllr Dora Finch', 'Cllr Otto Lane'])).ok)
    const agreed = await resolve(meeting, 3, { kind: 'agreed', words: 'A plan of routes.' })
    assert.ok(agreed.ok, why(agreed))
    assert.ok((await resolve(meeting, 1, { kind: 'noted', words: 'The apologies.' })).ok)
  })

  test('a vote of somebody who was not there is refused with why, and a lost vote is minuted as not agreed', async () => {
    const meeting = await meetingOn(may)
    const byName = (voted: string) => ({ kind: 'approved', words: 'The fares.', vote: { for: 1, against: 0, named: [{ member: voted, voted: 'for' }] } })
    assert.match(why(await resolve(meeting, 3, byName('Cllr Ines Marsh'))), /Cllr Ines Marsh may not vote on this item/)
    assert.match(why(await resolve(meeting, 3, { kind: 'approved', words: 'The fares.', vote: { for: 0, against: 2 } })), /Record it as “not agreed”/)
    assert.ok((await resolve(meeting, 3, { kind: 'recommended', words: 'That the fares be frozen.', whom: { name: 'cabinet' }, due: '2023-09-01', vote: { for: 1, against: 1, castingVote: 'for' } })).ok)
    const [plan, fares] = (await kept(meeting)).resolutions.get(3) ?? []
    assert.deepEqual([plan?.place, fares?.place, fares?.whom], [1, 2, { name: 'cabinet', body: 'cabinet' }])
  })

  test('of two officers who write the same minute the second is told, and an answer that was lost is no conflict', async () => {
    const meeting = await meetingOn(may)
    const first = await write(meeting, 3, 'The panel heard of **late** buses.')
    assert.deepEqual([first.ok && first.value, (await write(meeting, 3, 'The panel heard of **late** buses.')).ok], [1, true])
    const second = await write(meeting, 3, 'Buses were late.', 0, { by: 'Ned Hale' })
    assert.equal(!second.ok && second.refusal.kind, 'conflict')
    assert.equal((await kept(meeting)).minutes.get(3)?.by, 'Olive Reyes')
  })

  test('what is for members alone is kept of an exempt item only, and never published', async () => {
    const meeting = await meetingOn(may)
    assert.match(why(await write(meeting, 1, 'Two.', 1, { membersText: 'Secret.' })), /open to the public/)
    assert.ok((await write(meeting, 4, 'The panel considered bids.', 0, { membersText: 'Bid A was 4 million.' })).ok)
    assert.ok((await resolve(meeting, 4, { kind: 'requested', words: 'That bid A be looked at again.', whom: { name: 'Director of Commissioning' }, withheld: true })).ok)
  })

  test('minutes are circulated once every text can be read, take their numbers, and are published as a draft to be confirmed', async () => {
    const meeting = await meetingOn(may)
    const badly = await write(meeting, 5, '<b>Roof</b>')
    assert.ok(badly.ok)
    assert.match(why(await circulateMinutes(officer(), app(), await seen(meeting))), /Item 5, line 1: HTML has no place/)
    assert.ok((await write(meeting, 5, 'The roof is closed.', 1)).ok)
    assert.match(why(await circulateMinutes(officer(), app(), { meeting, basedOn: 1 })), /Somebody else changed these minutes/)
    const done = await circulateMinutes(officer(), app(), await seen(meeting))
    assert.ok(done.ok, why(done))
    const published = await standing()
    assert.deepEqual(published?.minutes.minutes.map(({ number, item }) => [number, item]), [[1, 1], [2, 3], [3, 4], [4, 5]])
    assert.deepEqual([published?.minutes.state, published?.minutes.sitting?.present.length], ['circulated', 2])
    assert.match(published?.minutes.minutes[3]?.said.join() ?? '', /The roof fell in/)
    assert.deepEqual(published?.minutes.minutes[2]?.withheld?.resolutions, 1)
    assert.equal((await read((reader) => publishedMeeting(reader, 'panel', may)))?.meeting.status, 'minutes-draft')
  })

  test('nothing of the part for members stands in any published table or in the PDF', async () => {
    const { rows } = await store().database.owner((tx) => sql<{ text: string }>`select (select string_agg(minutes::text, '') from published.minutes) || coalesce((select string_agg(resolution::text, '') from published.current_resolutions), '') as text`.execute(tx.tables()))
    assert.match(rows[0]?.text ?? '', /late/)
    assert.doesNotMatch(rows[0]?.text ?? '', /4 million|bid A/i)
    const published = await standing()
    const bytes = await app().files.get(published?.pdf.checksum ?? '')
    const { texts, isTagged, title, accessibilityPart } = await readPdf(bytes ?? new Uint8Array())
    assert.deepEqual([isTagged, accessibilityPart, title], [true, '1', 'Children’s Panel minutes, 10 May 2023'])
    assert.match(texts.join(' '), /Draft, to be confirmed[^]*School transport[^]*Recommended to/)
    assert.doesNotMatch(texts.join(' '), /4 million|bid A/)
  })

  test('a correction before confirmation is a version that says what it corrects; the one before stays, and without a change there is none', async () => {
    const meeting = await meetingOn(may)
    assert.match(why(await correctMinutes(officer(), app(), await seen(meeting), 'A word.')), /Nothing has been changed/)
    assert.ok((await write(meeting, 3, 'The panel heard of very late buses.', 1)).ok)
    assert.match(why(await correctMinutes(officer(), app(), await seen(meeting), ' ')), /Say what is corrected/)
    const done = await correctMinutes(officer(), app(), await seen(meeting), 'How late the buses were.')
    assert.ok(done.ok, why(done))
    const versions = await read((reader) => minutesVersions(reader, 'panel', may))
    assert.deepEqual(versions.map(({ version, note }) => [version, note]), [[2, 'Corrected before confirmation: How late the buses were.'], [1, 'The minutes are circulated as a draft, to be confirmed.']])
    const textOf = async (version: number) => JSON.stringify((await read((reader) => publishedMinutes(reader, 'panel', may, version)))?.minutes.minutes[1]?.blocks)
    assert.deepEqual([/very late/.test(await textOf(1)), /very late/.test(await textOf(2))], [false, true])
  })

  test('what was resolved lately is listed without what was only noted', async () => {
    const lately = await read((reader) => resolutionsLately(reader, { decided: true, limit: 10 }))
    assert.deepEqual(lately.map(({ minute, resolution: one }) => [minute, one.letter, one.kind]), [[2, 'a', 'agreed'], [2, 'b', 'recommended']])
  })

  test('numbers run on: a later meeting is not circulated before an earlier one, and goes on from its last number', async () => {
    const meeting = await meetingOn(june)
    assert.ok((await write(meeting, 1, 'None.')).ok)
    assert.ok((await attend(meeting, ['Cllr Dora Finch', 'Cllr Ines Marsh'])).ok)
    const done = await circulateMinutes(officer(), app(), await seen(meeting))
    assert.ok(done.ok, why(done))
    assert.deepEqual((await read((reader) => publishedMinutes(reader, 'panel', june)))?.minutes.minutes.map(({ number }) => number), [5])
  })

  test('minutes are confirmed at a later meeting of the body, with an amendment only where something was amended', async () => {
    const meeting = await meetingOn(may)
    const confirm = async (on: typeof may, item: number, amended = '') => confirmMinutes(officer(), app(), await seen(meeting), { on, item, amended })
    assert.match(why(await confirm(may, 2)), /at a later meeting/)
    assert.match(why(await confirm(june, 9)), /no item of this number/)
    assert.match(why(await confirm(june, 2, 'A comma.')), /stand as they were circulated/)
    const done = await confirm(june, 2)
    assert.ok(done.ok, why(done))
    assert.deepEqual((await standing())?.minutes.confirmed, { on: june, item: 2 })
    assert.equal((await read((reader) => publishedMeeting(reader, 'panel', may)))?.meeting.status, 'minutes-confirmed')
    assert.match(why(await confirm(june, 2)), /put right by a resolution of a later meeting/)
  })

  test('after confirmation no verb changes a word, and neither does any statement, by any role', async () => {
    const meeting = await meetingOn(may)
    assert.match(why(await write(meeting, 3, 'Buses were early.', 2)), /confirmed as a correct record, and stay as they are/)
    assert.match(why(await resolve(meeting, 3, { kind: 'noted', words: 'More.' })), /stay as they are/)
    const [plan] = (await kept(meeting)).resolutions.get(3) ?? []
    assert.ok(plan)
    const place = { meeting, item: 3, id: plan.id, basedOn: plan.revision }
    assert.match(why(await changeResolved(officer(), place, resolution.parse({ kind: 'noted', words: 'x' }), at)), /stay as they are/)
    assert.match(why(await removeResolution(officer(), place, at)), /stay as they are/)
    const statements = [
      `update work.minutes set text = 'x' where item = 3 and meeting = '${meeting}'`,
      `delete from work.resolutions where meeting = '${meeting}'`,
      `insert into work.resolutions (meeting, item, place, content, saved_at) values ('${meeting}', 3, 9, '{}', now())`,
      `update work.minutes_of_meetings set state = 'draft', confirmed_on = null, confirmed_item = null, circulated_at = null where meeting = '${meeting}'`,
      `update work.minutes_of_meetings set amended = 'x' where meeting = '${meeting}'`,
      `delete from work.meetings where id = '${meeting}'`,
      `update published.minutes set note = 'x'`,
    ]
    for (const statement of statements) await assert.rejects(store().database.owner((tx) => sql.raw(statement).execute(tx.tables())), statement)
  })

  test('the chair’s signature is recorded once, with who and when, and is no earlier than the confirmation', async () => {
    const meeting = await meetingOn(may)
    assert.match(why(await signMinutes(officer(), app(), await seen(meeting), { by: 'Cllr Dora Finch', on: may })), /cannot have been signed before/)
    const done = await signMinutes(officer(), app(), await seen(meeting), { by: 'Cllr Dora Finch', on: june })
    assert.ok(done.ok, why(done))
    const row = await read((reader) => reader.tables<TakingTables>().selectFrom('work.minutes_of_meetings as taken').selectAll('taken').where('taken.meeting', '=', meeting).executeTakeFirst())
    assert.deepEqual([row?.signed_by, row?.signed_on, row?.sign_recorded_by], ['Cllr Dora Finch', june, 'Olive Reyes'])
    assert.match(why(await signMinutes(officer(), app(), await seen(meeting), { by: 'Cllr Otto Lane', on: june })), /confirmed and signed, and stay/)
    assert.equal((await standing())?.minutes.state, 'signed')
  })
})
