import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { meetingInWork, meetingsImporter, type MeetingId } from '#features/meetings'
import { actionsOf } from '../actions/actions-of.ts'
import { addSteps, settleActions } from '../actions/keep-actions.ts'
import { actionsFrom } from '../actions/read-actions.ts'
import { saveSitting } from '../sitting/save-sitting.ts'
import type { SittingOnFile } from '../sitting/sitting-file.ts'
import { publishedMinutes } from './public/published-minutes.ts'
import { composeMinutes } from './publishing/compose-minutes.ts'
import { keptDespite } from './publishing/raise-asked.ts'
import { resolution } from './record/resolution.ts'
import { eachMinutesDesk, june, may } from './testing.ts'
import { addResolution, changeResolved } from './verbs/resolve.ts'
import { saveMinute } from './verbs/save-minute.ts'
import { circulateMinutes, confirmMinutes, correctMinutes } from './verbs/turns.ts'
import { laterMeetings } from './work/later-meetings.ts'
import { minutesInWork } from './work/read-minutes.ts'

const july = date('2023-07-03')
const planned = `body: panel
date: 2023-07-03
time: "10:00"
status: planned
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: Confirmation of minutes, standing: minutes }
`

eachMinutesDesk(({ store, app, officer, meetingOn, read, load }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const why = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)].join(' '))
  const seen = async (meeting: MeetingId) => ({ meeting, basedOn: (await read((reader) => minutesInWork(reader, meeting))).revision })
  const write = (meeting: MeetingId, item: number, text: string, basedOn = 0) => saveMinute(officer(), { meeting, item }, { text, membersText: '', isPublicExcluded: true, basedOn, at })
  const resolve = (meeting: MeetingId, given: unknown) => addResolution(officer(), { meeting, item: 3 }, resolution.parse(given), at)
  const attend = (meeting: MeetingId, closed: string | undefined, out: unknown[] = []) =>
    store().database.write('operator:test', (tx) => {
      const present = ['Cllr Dora Finch', 'Cllr Otto Lane'].map((member, place) => ({ member, remote: false, out: place === 0 ? out : [] }))
      const attendance = { opened: '10:00', ...(closed === undefined ? {} : { closed }), present, apologies: [], inAttendance: [], educationMatters: [] }
      return saveSitting(tx, meeting, { attendance, declarations: [], whips: [] } as unknown as SittingOnFile, { by: 'test', at })
    })
  const composed = (meeting: MeetingId) =>
    read(async (reader) => {
      const found = await meetingInWork(reader, meeting)
      assert.ok(found)
      return composeMinutes(reader, found)
    })
  const fares = { kind: 'recommended', words: 'That fares be frozen.', whom: { name: 'Cabinet' } }
  const tracked = async () => (await read((reader) => actionsOf(reader, { body: 'panel', limit: 10 }))).map(({ words, state, chain }) => ({ words, state, chain: chain.map((step) => (step.what === 'corrected' ? `corrected: ${step.words}` : step.what)) }))

  test('nothing is asked by a day before the meeting', async () => {
    const meeting = await meetingOn(may)
    assert.ok((await attend(meeting, '11:30', [{ from: 4, forInterest: false }])).ok)
    assert.match(why(await resolve(meeting, { ...fares, due: '2023-05-09' })), /This day is before the meeting of 10 May 2023/)
    assert.ok((await resolve(meeting, { ...fares, due: '2023-05-10' })).ok)
  })

  test('a casting vote on numbers that are not equal is refused because they are not equal', async () => {
    const refused = await resolve(await meetingOn(may), { ...fares, vote: { for: 2, against: 0, castingVote: 'for' } })
    assert.match(why(refused), /The votes are not equal, so there is no casting vote/)
    assert.doesNotMatch(why(refused), /terms/)
  })

  test('the minutes say by themselves in which items there was no quorum', async () => {
    const meeting = await meetingOn(may)
    assert.ok((await write(meeting, 3, 'The panel heard of buses.')).ok)
    assert.ok((await write(meeting, 5, 'The panel heard of the roof.')).ok)
    assert.ok((await circulateMinutes(officer(), app(), await seen(meeting))).ok)
    const published = await read((reader) => publishedMinutes(reader, 'panel', may))
    assert.deepEqual(published?.minutes.minutes.map(({ item, said }) => [item, said.filter((sentence) => /quorum/.test(sentence))]), [
      [3, []],
      [5, ['There was no quorum during this item (1 counted of 2 needed; missing one more voting member), so that the body could not decide in it.']],
    ])
  })

  test('where no attendance is recorded the minutes say nothing of a quorum', async () => {
    const meeting = await meetingOn(june)
    assert.deepEqual([...(await composed(meeting)).said.values()].flat().filter((sentence) => /quorum/.test(sentence)), [])
  })

  test('what keeps minutes from being circulated is told once, however often it stands in a line', async () => {
    const meeting = await meetingOn(june)
    assert.ok((await write(meeting, 1, '<b>One</b> and <i>two</i>\n\n<b>Three</b>')).ok)
    assert.deepEqual((await composed(meeting)).faults.map(({ message }) => message.slice(0, 22)), ['Item 1, line 1: HTML h', 'Item 1, line 3: HTML h'])
  })

  test('a resolution corrected after its recommendation was answered leaves its words, and the tracker tells the correction once', async () => {
    const meeting = await meetingOn(may)
    const [one] = (await read((reader) => minutesInWork(reader, meeting))).resolutions.get(3) ?? []
    assert.ok(one)
    await store().database.write('operator:test', async (tx) => {
      const [found] = await actionsFrom(tx.reader, [{ kind: 'resolution', id: one.id }])
      assert.ok(found)
      await addSteps(tx, [{ action: found.action, number: 1, step: { what: 'answered', on: july, answer: 'accepted', response: 'Agreed.' } }], { by: 'test', at })
      await settleActions(tx, [found.action], at)
    })
    const changed = await changeResolved(officer(), { meeting, item: 3, id: one.id, basedOn: one.revision }, resolution.parse({ ...fares, words: 'That fares be halved.' }), at)
    assert.ok(changed.ok, why(changed))
    const checked = await composed(meeting)
    const kept = await read((reader) => keptDespite(reader, checked))
    assert.deepEqual(kept.map(({ action, now }) => [action.words, now]), [['That fares be frozen.', 'That fares be halved.']])
    const done = await correctMinutes(officer(), app(), await seen(meeting), 'The fares.')
    assert.ok(done.ok, why(done))
    const told = [{ words: 'That fares be frozen.', state: 'accepted', chain: ['answered', 'corrected: That fares be halved.'] }]
    assert.deepEqual(await tracked(), told)
    assert.deepEqual(await read((reader) => keptDespite(reader, checked)), [])
    assert.ok((await write(meeting, 3, 'The panel heard of late buses.', 1)).ok)
    assert.ok((await correctMinutes(officer(), app(), await seen(meeting), 'The buses.')).ok)
    assert.deepEqual(await tracked(), told)
  })

  test('a meeting confirms minutes while it sits, and not before it is opened', async () => {
    const loaded = await load(planned, meetingsImporter)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    const [meeting, sitting] = [await meetingOn(may), await meetingOn(july)]
    const choices = async () => (await read((reader) => laterMeetings(reader, { body: 'panel', after: june, until: july }))).map(({ date: on, item }) => [on, item])
    const confirm = async () => confirmMinutes(officer(), app(), await seen(meeting), { on: july, item: 2, amended: '' })
    assert.deepEqual(await choices(), [])
    assert.match(why(await confirm()), /has not been opened/)
    assert.ok((await attend(sitting, undefined)).ok)
    assert.deepEqual(await choices(), [[july, 2]])
    const done = await confirm()
    assert.ok(done.ok, why(done))
  })
})
