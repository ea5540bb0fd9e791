import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { insertAccount } from '#access/accounts/account-store.ts'
import type { Context } from '#access/act.ts'
import type { AccountId, PersonId, Role } from '#access/actor.ts'
import type { StaffAnswer } from '#access/staff/staff-page.ts'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { linkMembersByName } from '#features/bodies'
import { meetingsImporter, openMeeting, type MeetingId } from '#features/meetings'
import { saveSitting } from '../sitting/save-sitting.ts'
import type { SittingOnFile } from '../sitting/sitting-file.ts'
import { membersPage, packSection } from './pages/members-page.ts'
import { resolution } from './record/resolution.ts'
import { eachMinutesDesk, may } from './testing.ts'
import { addResolution } from './verbs/resolve.ts'
import { saveMinute } from './verbs/save-minute.ts'
import { circulateMinutes, correctMinutes } from './verbs/turns.ts'
import { minutesInWork } from './work/read-minutes.ts'

const closedDay = date('2023-06-28')
const closed = `body: panel
date: 2023-06-28
time: "10:00"
status: held
public: false
issued: 2023-06-20
items:
  - { number: 1, title: A family }
`

eachMinutesDesk(({ store, app, officer, meetingOn, read, load, audited, visit }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const person = (name: string, number: number, roles: Role[]): Context => {
    const id = `00000000-0000-4000-8000-0000000000${number}`
    return { ...officer(), actor: { kind: 'person', person: id as PersonId, account: id as AccountId, name, roles } }
  }
  const member = () => person('Cllr Dora Finch', 11, ['councillor'])
  const stranger = () => person('Cllr Nell Gray', 12, ['councillor'])
  const auditor = () => person('Audrey Pine', 13, ['auditor'])
  const seen = async (meeting: MeetingId) => ({ meeting, basedOn: (await read((reader) => minutesInWork(reader, meeting))).revision })
  const well = (outcome: Outcome<unknown>) => assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusal))
  const write = (meeting: MeetingId, item: number, text: string, membersText: string, basedOn = 0) => saveMinute(officer(), { meeting, item }, { text, membersText, isPublicExcluded: true, basedOn, at })
  const ask = (context: Context, day: string = may) => visit(membersPage, { body: 'panel', date: day }, { context })
  const words = (answer: StaffAnswer) => (answer.kind === 'page' ? answer.body.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') : answer.kind === 'refused' ? `${answer.refusal.kind}: ${answer.refusal.message}` : answer.kind)
  const onPack = (context: Context, day = may) =>
    read(async (reader) => {
      const opened = await openMeeting(reader, context, { body: 'panel', date: day })
      return opened.ok ? String((await packSection(reader, opened.value, { context } as unknown as Parameters<typeof packSection>[2])) ?? '') : opened.refusal.kind
    })

  before(async () => {
    await store().database.write('operator:test', async (tx) => {
      for (const { actor } of [member(), stranger(), auditor()]) {
        if (actor.kind === 'person') await insertAccount(tx, { id: actor.account, person: actor.person, name: actor.name, email: `${actor.person}@county.test`, password: null, roles: [...actor.roles], from: date('2020-01-01') }, at)
      }
    })
    await linkMembersByName(app().context())
    well(await load(closed, meetingsImporter))
    for (const day of [may, closedDay]) {
      const meeting = await meetingOn(day)
      const attendance = { opened: '10:00', closed: '11:30', present: ['Cllr Dora Finch', 'Cllr Otto Lane'].map((member) => ({ member, remote: false, out: [] })), apologies: [], inAttendance: [], educationMatters: [] }
      well(await store().database.write('operator:test', (tx) => saveSitting(tx, meeting, { attendance, declarations: [], whips: [] } as unknown as SittingOnFile, { by: 'test', at })))
    }
    const meeting = await meetingOn(may)
    well(await write(meeting, 3, 'Buses were late.', ''))
    well(await write(meeting, 4, 'The panel considered bids.', 'Bid A was **4 million**.'))
    well(await addResolution(officer(), { meeting, item: 4 }, resolution.parse({ kind: 'agreed', words: 'To prefer bid A.', withheld: true }), at))
  })

  test('while minutes are a draft of the officers no member reads them', async () => {
    assert.match(words(await ask(member())), /^not-found: Nothing of the minutes of this meeting/)
    assert.equal(await onPack(member()), '')
  })

  test('a member of the body reads the minute of an exempt item once it is circulated', async () => {
    well(await circulateMinutes(officer(), app(), await seen(await meetingOn(may))))
    assert.match(words(await ask(member())), /Draft, to be confirmed.*2 Bids for a home Not for publication Item 4 of the agenda Bid A was 4 million \. Resolved: a\) To prefer bid A\. Agreed/s)
    assert.match(await onPack(member()), /href="\/staff\/packs\/panel\/2023-05-10\/minutes"/)
    assert.match(words(await ask(officer())), /4 million/)
  })

  test('others are refused in the same words whether anything is withheld or not, with one row of the audit, and see no way to it', async () => {
    for (const context of [stranger(), auditor()]) {
      const before = (await audited()).length
      const [withPart, without] = [words(await ask(context)), words(await ask(context, '2023-06-14'))]
      assert.match(withPart, /^not-allowed: What of minutes is not published/)
      assert.equal(without, withPart)
      const rows = (await audited()).slice(before)
      assert.deepEqual(rows.map(({ verb, outcome }) => [verb, outcome]), [['packs.read-withheld', 'refused'], ['packs.read-withheld', 'refused']])
      assert.doesNotMatch(await onPack(context), /packs\/panel\/2023-05-10\/minutes/)
      assert.match(await onPack(context), /\/bodies\/panel\/2023-05-10\/minutes/)
    }
  })

  test('members read what was circulated, not what officers write after it, until the correction is published', async () => {
    const meeting = await meetingOn(may)
    well(await write(meeting, 4, 'The panel considered two bids.', 'Bid A was 5 million.', 1))
    assert.match(words(await ask(member())), /4 million/)
    well(await correctMinutes(officer(), app(), await seen(meeting), 'The bids.'))
    const now = words(await ask(member()))
    assert.match(now, /5 million/)
    assert.doesNotMatch(now, /4 million/)
  })

  test('of a private meeting its members read the whole of the minutes, and others not that there are any', async () => {
    const meeting = await meetingOn(closedDay)
    const june = await meetingOn(date('2023-06-14'))
    well(await write(june, 1, 'None.', ''))
    well(await store().database.write('operator:test', (tx) => saveSitting(tx, june, { attendance: { opened: '10:00', closed: '11:30', present: [{ member: 'Cllr Dora Finch', remote: false, out: [] }, { member: 'Cllr Otto Lane', remote: false, out: [] }], apologies: [], inAttendance: [], educationMatters: [] }, declarations: [], whips: [] } as unknown as SittingOnFile, { by: 'test', at })))
    well(await circulateMinutes(officer(), app(), await seen(june)))
    well(await write(meeting, 1, 'The family moved.', ''))
    well(await circulateMinutes(officer(), app(), await seen(meeting)))
    assert.match(words(await ask(member(), closedDay)), /Present.*Cllr Dora Finch.*A family.*The family moved\./s)
    assert.match(words(await ask(stranger(), closedDay)), /^not-allowed/)
    assert.equal(await onPack(stranger(), closedDay), 'not-allowed')
  })

  test('nonsense in the address is no meeting', async () => {
    for (const day of ['yesterday', '2023-13-01', '2023-05-11', '']) assert.match(words(await ask(member(), day)), /^not-found/)
  })

  test('minutes that were circulated before members had a version of their own are read as they stand', async () => {
    const meeting = await meetingOn(may)
    await store().database.owner((tx) => sql.raw('alter table work.members_minutes disable trigger append_only').execute(tx.tables()))
    await store().database.owner((tx) => sql.raw(`delete from work.members_minutes where meeting = '${meeting}'`).execute(tx.tables()))
    assert.match(words(await ask(member())), /5 million/)
  })

  test('no published table holds a word of it', async () => {
    const { rows } = await store().database.owner((tx) => sql<{ text: string }>`select string_agg(minutes::text || note, '') as text from published.minutes`.execute(tx.tables()))
    assert.match(rows[0]?.text ?? '', /considered two bids/)
    assert.doesNotMatch(rows[0]?.text ?? '', /million|bid A|family moved/i)
  })
})
