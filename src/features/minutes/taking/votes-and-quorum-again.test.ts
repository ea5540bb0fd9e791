import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import type { MeetingId } from '#features/meetings'
import { logOf } from '../sitting/keep-log.ts'
import { record } from '../sitting/verbs/record.ts'
import type { Wish } from '../sitting/verbs/wish.ts'
import { publishedMinutes } from './public/published-minutes.ts'
import { resolution } from './record/resolution.ts'
import { eachMinutesDesk, june, may } from './testing.ts'
import { addResolution } from './verbs/resolve.ts'
import { saveMinute } from './verbs/save-minute.ts'
import { circulateMinutes, confirmMinutes } from './verbs/turns.ts'
import { minutesInWork } from './work/read-minutes.ts'

const declaration = { item: 3, sensitive: false, pecuniaryOrRegulatory: false, likelyToPrejudice: false, leaves: false, registered: true } as const
const declared = (member: string, nature: 'disclosable-pecuniary' | 'dispensation'): Wish => ({ does: 'declare', declaration: { ...declaration, member, nature, words: 'Drives a school bus.' } })

eachMinutesDesk(({ app, officer, meetingOn, read }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const why = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)].join(' '))
  const seen = async (meeting: MeetingId) => ({ meeting, basedOn: (await read((reader) => minutesInWork(reader, meeting))).revision })
  const press = async (meeting: MeetingId, wish: Wish, item = 0) => {
    const done = await record(officer(), app(), { meeting, press: randomUUID(), item, wish })
    assert.ok(done.ok, why(done))
  }
  const takeBack = async (meeting: MeetingId) => {
    const line = (await read((reader) => logOf(reader, meeting))).at(-1) ?? assert.fail()
    await press(meeting, { does: 'strike', struck: line.id, reason: 'Not so.' })
  }
  const resolve = (meeting: MeetingId, words: string, more: object = {}) => addResolution(officer(), { meeting, item: 3 }, resolution.parse({ kind: 'agreed', words, ...more }), at)
  const circulate = async (meeting: MeetingId) => circulateMinutes(officer(), app(), await seen(meeting))
  const byName = (...members: string[]) => ({ vote: { for: members.length, against: 0, named: members.map((member) => ({ member, voted: 'for' })) } })

  test('a vote is held against what was recorded after it: a declaration, a leaving, a substitution, a dispensation that nobody gave', async () => {
    const meeting = await meetingOn(may)
    for (const wish of [{ does: 'open', at: '10:00' }, { does: 'everybody' }, { does: 'come-to', to: 3 }] as const) await press(meeting, wish)
    const voted = await resolve(meeting, 'A plan of routes.', byName('Cllr Dora Finch', 'Cllr Otto Lane', 'Cllr Ines Marsh'))
    assert.ok(voted.ok, why(voted))
    const refused = async (wish: Wish, words: RegExp) => {
      await press(meeting, wish, 3)
      const outcome = await circulate(meeting)
      assert.match(why(outcome), words)
      assert.equal(await read((reader) => publishedMinutes(reader, 'panel', may)), undefined)
      await takeBack(meeting)
    }
    await refused(declared('Cllr Ines Marsh', 'disclosable-pecuniary'), /Item 3, resolution a: Cllr Ines Marsh may not vote on this item: A disclosable pecuniary interest/)
    await refused(declared('Cllr Otto Lane', 'dispensation'), /Item 3, resolution a: Cllr Otto Lane may not vote on this item: No dispensation is registered/)
    await refused({ does: 'leaves', seat: 'cllr-ines-marsh' }, /Item 3, resolution a: Cllr Ines Marsh may not vote on this item: Left the room during this item\. Where that was after the vote, take the line back/)
    await press(meeting, { does: 'leaves', seat: 'cllr-ines-marsh' }, 1)
    assert.match(why(await circulate(meeting)), /Cllr Ines Marsh may not vote on this item: Was not in the room/)
    await takeBack(meeting)
  })

  test('numbers of a vote are held against those who may vote when it is published', async () => {
    const meeting = await meetingOn(may)
    assert.ok((await resolve(meeting, 'The fares.', { vote: { for: 2, against: 1 } })).ok)
    await press(meeting, { does: 'leaves-for-interest', seat: 'cllr-otto-lane' }, 3)
    assert.match(why(await circulate(meeting)), /Item 3, resolution a: Cllr Otto Lane may not vote.*Item 3, resolution b: 3 votes are recorded; 2 people present may vote on this item/)
    await takeBack(meeting)
  })

  test('who leaves at the next item after the vote has voted', async () => {
    const meeting = await meetingOn(may)
    await press(meeting, { does: 'leaves', seat: 'cllr-ines-marsh' }, 4)
    await press(meeting, { does: 'close', at: '11:30' }, 4)
    const done = await circulate(meeting)
    assert.ok(done.ok, why(done))
  })

  test('a vote that a later declaration bars is not confirmed either', async () => {
    const meeting = await meetingOn(may)
    await press(meeting, declared('Cllr Ines Marsh', 'disclosable-pecuniary'))
    const outcome = await confirmMinutes(officer(), app(), await seen(meeting), { on: june, item: 2, amended: '' })
    assert.match(why(outcome), /Item 3, resolution a: Cllr Ines Marsh may not vote on this item/)
    assert.equal((await read((reader) => minutesInWork(reader, meeting))).state, 'circulated')
    await takeBack(meeting)
  })

  test('a meeting that loses its quorum half way has decided what it decided before, and nothing where it had none at any time', async () => {
    const meeting = await meetingOn(june)
    for (const wish of [{ does: 'open', at: '10:00' }, { does: 'present', seat: 'cllr-dora-finch' }, { does: 'present', seat: 'cllr-otto-lane' }, { does: 'come-to', to: 4 }] as const) await press(meeting, wish)
    assert.ok((await saveMinute(officer(), { meeting, item: 3 }, { text: 'Buses.', membersText: '', isPublicExcluded: true, basedOn: 0, at })).ok)
    assert.ok((await resolve(meeting, 'To write.')).ok)
    await press(meeting, { does: 'leaves', seat: 'cllr-otto-lane' }, 3)
    await press(meeting, { does: 'close', at: '11:30' }, 4)
    assert.match(why(await addResolution(officer(), { meeting, item: 4 }, resolution.parse({ kind: 'agreed', words: 'The bid.' }), at)), /no quorum in item 4: 1 counted of 2 needed; missing one more voting member/)
    const barred = declared('Cllr Dora Finch', 'disclosable-pecuniary')
    await press(meeting, barred)
    assert.match(why(await circulate(meeting)), /Item 3, resolution a: There is no quorum in item 3: 1 counted of 2 needed/)
    await takeBack(meeting)
    const done = await circulate(meeting)
    assert.ok(done.ok, why(done))
    const said = (await read((reader) => publishedMinutes(reader, 'panel', june)))?.minutes.minutes[0]?.said.join(' ')
    assert.match(said ?? '', /The quorum was lost during this item/)
  })
})
