import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { dateTime, time } from '#core/london-time.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { chairList } from './chair-list.ts'
import type { RequestId, SpeakingRequest, Standing } from './speaking-request.ts'

const at = dateTime(date('2023-07-03'), time('10:00'))
const terms = { closesAt: time('09:00'), workingDaysBefore: 1, minutesInAll: 5, minutesEach: 3 }

function request(name: string, standing: Standing): SpeakingRequest {
  const asking = { name, email: 'ada@example.test', phone: '01632 960001', statement: 'Why?', mayBeNamed: false }
  return { id: name as RequestId, reference: 'BCDF-GHJK', meeting: 'm' as MeetingId, item: { number: 2, title: 'Places' }, askedAt: at, isLate: false, isMailed: true, asking, standing, response: { state: 'none' }, revision: 1 }
}

const accepted = (place: number): Standing => ({ state: 'accepted', place, by: 'Olive Reyes', at })
const requests = [request('Ada', accepted(1)), request('Ben', { state: 'asked' }), request('Cy', accepted(4))]

test('the chair has the accepted speakers only, each with a slot, and is told whose slot runs over', () => {
  assert.deepEqual(chairList(requests, terms).map(({ place, name, slot, isOver }) => ({ place, name, slot, isOver })), [
    { place: 1, name: 'Ada', slot: { from: 0, to: 3 }, isOver: false },
    { place: 2, name: 'Cy', slot: { from: 3, to: 6 }, isOver: true },
  ])
})

test('nothing of how to reach a speaker is on the chair’s list', () => {
  assert.doesNotMatch(JSON.stringify(chairList(requests, terms)), /ada@|01632/)
})

test('without minutes in the body’s terms there are no slots', () => {
  assert.deepEqual(chairList(requests, { closesAt: time('09:00'), workingDaysBefore: 1 }).map(({ slot, isOver }) => [slot, isOver]), [[undefined, false], [undefined, false]])
})
