import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { meetingsImporter, publishedMeeting, type MeetingId } from '#features/meetings'
import { record } from '../sitting/verbs/record.ts'
import type { Wish } from '../sitting/verbs/wish.ts'
import { publishedMinutes } from './public/published-minutes.ts'
import { eachMinutesDesk, may } from './testing.ts'
import { saveMinute } from './verbs/save-minute.ts'
import { circulateMinutes } from './verbs/turns.ts'
import { minutesInWork } from './work/read-minutes.ts'

const april = date('2023-04-12')
const items = `items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: School transport }
  - { number: 3, title: School meals }
`
const adjourned = `body: panel
date: 2023-04-12
time: "10:00"
status: adjourned
issued: 2023-03-29
resumes-on: 2023-05-03
${items}---
body: panel
date: 2023-05-03
time: "10:00"
status: agenda-published
issued: 2023-04-21
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: School meals, carried-from: 2023-04-12 }
`

eachMinutesDesk(({ app, officer, meetingOn, read, load }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const why = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : [outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)].join(' '))
  const press = async (meeting: MeetingId, ...wishes: readonly Wish[]) => {
    for (const wish of wishes) assert.equal(why(await record(officer(), app(), { meeting, press: randomUUID(), item: 0, wish })), 'done')
  }
  const write = (meeting: MeetingId, item: number) => saveMinute(officer(), { meeting, item }, { text: 'It was heard.', membersText: '', isPublicExcluded: true, basedOn: 0, at })
  const circulate = async (meeting: MeetingId) => circulateMinutes(officer(), app(), { meeting, basedOn: (await read((reader) => minutesInWork(reader, meeting))).revision })

  test('the minutes of a later meeting wait for those of one that was adjourned', async () => {
    const loaded = await load(adjourned, meetingsImporter)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    const later = await meetingOn(may)
    assert.ok((await write(later, 3)).ok)
    assert.match(why(await circulate(later)), /no minutes are circulated of the earlier meetings of 12 April 2023/)
  })

  test('the minutes of an adjourned meeting are circulated once its day is closed, and say to which day it was adjourned and what was carried over to it', async () => {
    const meeting = await meetingOn(april)
    await press(meeting, { does: 'open', at: '10:00' }, { does: 'everybody' }, { does: 'come-to', to: 2 })
    for (const item of [2, 3]) assert.ok((await write(meeting, item)).ok)
    assert.match(why(await circulate(meeting)), /open the meeting and close it/)
    await press(meeting, { does: 'close', at: '10:40' })
    assert.equal(why(await circulate(meeting)), 'done')
    const { minutes } = (await read((reader) => publishedMinutes(reader, 'panel', april))) ?? assert.fail()
    assert.deepEqual(minutes.said, ['The meeting was adjourned to 3 May 2023.'])
    assert.deepEqual(minutes.minutes.map(({ item, said }) => [item, said]), [[2, []], [3, ['Carried over to 3 May 2023.']]], 'the other meeting has apologies of its own')
    const shown = await read((reader) => publishedMeeting(reader, 'panel', april))
    assert.deepEqual([shown?.meeting.status, shown?.meeting.resumesOn], ['minutes-draft', '2023-05-03'])
  })
})
