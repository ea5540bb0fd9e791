import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import type { MeetingId } from '#features/meetings'
import { record } from '../sitting/verbs/record.ts'
import type { Wish } from '../sitting/verbs/wish.ts'
import { publishedMinutes } from './public/published-minutes.ts'
import { resolution } from './record/resolution.ts'
import { eachMinutesDesk, june, may } from './testing.ts'
import { setFirstNumber } from './verbs/first-number.ts'
import { addResolution } from './verbs/resolve.ts'
import { saveMinute } from './verbs/save-minute.ts'
import { circulateMinutes, confirmMinutes, signMinutes } from './verbs/turns.ts'
import { minutesInWork } from './work/read-minutes.ts'

const barred = { item: 3, member: 'Cllr Dora Finch', nature: 'disclosable-pecuniary', words: 'Drives a school bus.', sensitive: false, pecuniaryOrRegulatory: false, likelyToPrejudice: false, leaves: false, registered: true } as const

eachMinutesDesk(({ app, officer, meetingOn, read, load }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const why = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)].join(' '))
  const well = (outcome: Outcome<unknown>) => assert.ok(outcome.ok, why(outcome))
  const seen = async (meeting: MeetingId) => ({ meeting, basedOn: (await read((reader) => minutesInWork(reader, meeting))).revision })
  const press = async (meeting: MeetingId, item: number, ...wishes: readonly Wish[]) => {
    for (const wish of wishes) well(await record(officer(), app(), { meeting, press: randomUUID(), item, wish }))
  }
  const resolve = (meeting: MeetingId, item: number, more: object = {}) => addResolution(officer(), { meeting, item }, resolution.parse({ kind: 'agreed', words: 'A plan.', ...more }), at)
  const write = (meeting: MeetingId, item: number, text: string) => saveMinute(officer(), { meeting, item }, { text, membersText: '', isPublicExcluded: true, basedOn: 0, at })
  const circulate = async (meeting: MeetingId) => circulateMinutes(officer(), app(), await seen(meeting))
  const confirm = async (meeting: MeetingId, item = 2) => confirmMinutes(officer(), app(), await seen(meeting), { on: june, item, amended: '' })

  test('nothing is resolved in an item that the meeting has not reached', async () => {
    const meeting = await meetingOn(may)
    await press(meeting, 0, { does: 'open', at: '10:00' }, { does: 'everybody' })
    assert.match(why(await resolve(meeting, 3)), /The meeting is at item 1; go to item 3 first/)
    assert.match(why(await resolve(meeting, 3, { kind: 'noted' })), /go to item 3 first/)
    await press(meeting, 1, { does: 'come-to', to: 3 })
    well(await resolve(meeting, 3))
  })

  test('what is asked is asked of a role or a body, never of a person by name, typed or from a file', async () => {
    const meeting = await meetingOn(may)
    assert.match(why(await resolve(meeting, 3, { kind: 'requested', whom: { name: 'cllr otto LANE' } })), /is a person’s name\. Give the role or the body/)
    const file = 'body: panel\ndate: 2023-06-14\nstate: draft\nminutes:\n  - { item: 3, resolutions: [{ kind: requested, words: A note., whom: { name: Otto Lane } }] }\n'
    assert.match(why(await load(file)), /Otto Lane is a person’s name/)
  })

  test('in an item in which nobody presided nothing is decided, until the record says who took the chair', async () => {
    const meeting = await meetingOn(may)
    await press(meeting, 3, { does: 'come-to', to: 4 })
    await press(meeting, 4, { does: 'leaves', seat: 'cllr-dora-finch' })
    assert.match(why(await resolve(meeting, 4)), /Nobody presided in item 4: Cllr Dora Finch is out of the room\. Say who took the chair.*one of Cllr Otto Lane, Cllr Ines Marsh/)
    await press(meeting, 4, { does: 'chair', seat: 'cllr-otto-lane' })
    well(await resolve(meeting, 4))
  })

  test('minutes in which somebody who must leave is recorded as present are not circulated, though they preside', async () => {
    const meeting = await meetingOn(may)
    await press(meeting, 4, { does: 'declare', declaration: barred }, { does: 'close', at: '11:30' })
    assert.match(why(await circulate(meeting)), /Cllr Dora Finch declared an interest in item 3 \(disclosable pecuniary interest\) and is recorded as present: record the leaving, or that the declaration was mistaken/)
    await press(meeting, 3, { does: 'leaves-for-interest', seat: 'cllr-dora-finch' })
    assert.match(why(await circulate(meeting)), /Item 3, resolution a: Nobody presided in item 3/)
    await press(meeting, 3, { does: 'chair', seat: 'cllr-otto-lane' })
  })

  test('what the meeting did not reach is said so, without a word of a quorum', async () => {
    const meeting = await meetingOn(may)
    well(await write(meeting, 5, 'The roof.'))
    well(await write(meeting, 4, 'Bids were opened.'))
    well(await circulate(meeting))
    const said = (await read((reader) => publishedMinutes(reader, 'panel', may)))?.minutes.minutes.find(({ item }) => item === 5)?.said
    assert.deepEqual([said?.at(-1), said?.some((sentence) => sentence.includes('quorum'))], ['Not reached.', false])
  })

  test('minutes are not confirmed in an item that the meeting has not reached, or without a quorum in it', async () => {
    const [meeting, confirming] = [await meetingOn(may), await meetingOn(june)]
    await press(confirming, 0, { does: 'open', at: '10:00' }, { does: 'present', seat: 'cllr-otto-lane' })
    assert.match(why(await confirm(meeting)), /The meeting is at item 1; go to item 2 first/)
    await press(confirming, 1, { does: 'come-to', to: 2 })
    assert.match(why(await confirm(meeting)), /no quorum in item 2/)
    await press(confirming, 2, { does: 'present', seat: 'cllr-ines-marsh' }, { does: 'chair', seat: 'cllr-ines-marsh' })
    well(await confirm(meeting))
  })

  test('minutes are signed by whoever presided at their meeting or at the one that confirmed them, and by nobody else', async () => {
    const meeting = await meetingOn(may)
    const sign = async (by: string) => signMinutes(officer(), app(), await seen(meeting), { by, on: june })
    assert.match(why(await sign('Somebody Else')), /signed by whoever presided.*choose Cllr Dora Finch or Cllr Otto Lane or Cllr Ines Marsh/)
    well(await sign('Cllr Ines Marsh'))
  })
})

eachMinutesDesk(({ app, officer, meetingOn, read }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const seen = async (meeting: MeetingId) => ({ meeting, basedOn: (await read((reader) => minutesInWork(reader, meeting))).revision })

  test('a later meeting’s minutes are not circulated while an earlier one that was held has none, unless the minutes begin here with it', async () => {
    const meeting = await meetingOn(june)
    assert.ok((await saveMinute(officer(), { meeting, item: 1 }, { text: 'None.', membersText: '', isPublicExcluded: true, basedOn: 0, at })).ok)
    const refused = await circulateMinutes(officer(), app(), await seen(meeting))
    assert.match(refused.ok ? '' : JSON.stringify(refused.refusal), /no minutes are circulated of the earlier meeting of 10 May 2023\. Begin and circulate those first/)
    assert.ok((await setFirstNumber(officer(), meeting, '12')).ok)
    assert.ok((await circulateMinutes(officer(), app(), await seen(meeting))).ok)
  })
})
