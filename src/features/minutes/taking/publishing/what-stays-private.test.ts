import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { meetingsImporter, publishedMeeting, type MeetingId } from '#features/meetings'
import { saveSitting } from '../../sitting/save-sitting.ts'
import type { SittingOnFile } from '../../sitting/sitting-file.ts'
import { resolution } from '../record/resolution.ts'
import { eachMinutesDesk, june } from '../testing.ts'
import { setFirstNumber } from '../verbs/first-number.ts'
import { addResolution } from '../verbs/resolve.ts'
import { saveMinute } from '../verbs/save-minute.ts'
import { circulateMinutes, correctMinutes } from '../verbs/turns.ts'
import { minutesInWork } from '../work/read-minutes.ts'

const day = date('2023-06-28')
const closed = (on: string, more: string) => `body: panel
date: ${on}
time: "10:00"
status: held
issued: 2023-06-20
${more}items:
  - { number: 1, title: A family, subjects: [one-family] }
`

eachMinutesDesk(({ store, app, officer, meetingOn, read, load }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const seen = async (meeting: MeetingId) => ({ meeting, basedOn: (await read((reader) => minutesInWork(reader, meeting))).revision })
  const write = (meeting: MeetingId, item: number, text: string, basedOn = 0) => saveMinute(officer(), { meeting, item }, { text, membersText: '', isPublicExcluded: true, basedOn, at })
  const well = (outcome: Outcome<unknown>) => assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusal))

  test('of a private meeting’s minutes the calendar says how far they are, and nothing of what was written of them', async () => {
    well(await load(closed('2023-06-28', 'public: false\n'), meetingsImporter))
    const [before, meeting] = [await meetingOn(june), await meetingOn(day)]
    well(await setFirstNumber(officer(), before, '10'))
    well(await write(before, 1, 'None.'))
    well(await circulateMinutes(officer(), app(), await seen(before)))
    well(await write(meeting, 1, 'The family moved.'))
    well(await circulateMinutes(officer(), app(), await seen(meeting)))
    well(await write(meeting, 1, 'The family stayed.', 1))
    well(await correctMinutes(officer(), app(), await seen(meeting), 'The family of Rose Lane stayed.'))
    const standing = await read((reader) => publishedMeeting(reader, 'panel', day))
    assert.deepEqual([standing?.meeting.status, standing?.note], ['minutes-draft', 'The minutes are with the members.'])
    const { rows } = await store().database.owner((tx) => sql<{ text: string }>`select string_agg(meeting::text || note, '') as text from published.meetings`.execute(tx.tables()))
    assert.doesNotMatch(rows[0]?.text ?? '', /Rose Lane/)
  })

  test('what is asked of an exempt item does not tell the matter that it is about', async () => {
    const exempt = closed('2023-06-29', '').replace('subjects: [one-family]', 'subjects: [one-family], exempt: { paragraph: 2, reason: It would name a family. }')
    well(await load(exempt, meetingsImporter))
    const meeting = await meetingOn(date('2023-06-29'))
    const present = ['Cllr Dora Finch', 'Cllr Otto Lane'].map((member) => ({ member, remote: false, out: [] }))
    const attendance = { opened: '10:00', closed: '11:30', present, apologies: [], inAttendance: [], educationMatters: [] }
    well(await store().database.write('operator:test', (tx) => saveSitting(tx, meeting, { attendance, declarations: [], whips: [] } as unknown as SittingOnFile, { by: 'test', at })))
    well(await addResolution(officer(), { meeting, item: 1 }, resolution.parse({ kind: 'requested', words: 'A report is to come back.', whom: { name: 'Director' } }), at))
    well(await write(meeting, 1, 'It was heard.'))
    well(await circulateMinutes(officer(), app(), await seen(meeting)))
    const { rows } = await store().database.owner((tx) => sql<{ text: string }>`select string_agg(record::text, '') as text from published.actions`.execute(tx.tables()))
    assert.match(rows[0]?.text ?? '', /A report is to come back/)
    assert.doesNotMatch(rows[0]?.text ?? '', /one-family/)
  })
})
