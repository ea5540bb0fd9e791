import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { planEntry } from '../entry/plan-entry.ts'
import { bodiesAwaited, followMeetings, placedWords } from './follow-meetings.ts'

const meeting = (day: string, status: 'planned' | 'cancelled', movedTo?: string) => ({ body: 'board', date: date(day), status, note: '', ...(movedTo === undefined ? {} : { movedTo: date(movedTo) }) })
const names = new Map([['board', 'the Board']])
const referral = { body: 'board', on: '2023-07-01', reason: 'Towns.', meeting: '2023-07-26' }
const entry = (changes: object = {}) => planEntry.parse({ reference: 'a', matter: 'A', decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet' }, expected: { from: '2023-09-28' }, key: 'not-key', noticed: '2023-06-01', referrals: [referral], ...changes })
const statement = { on: '2023-06-29', by: 'Cabinet', outcome: 'Agreed', reasons: 'Need', alternatives: 'None', conflicts: 'None', dispensations: 'None', published: '2023-06-30T10:00', window: { closes: '2023-07-07T17:00', members: 3 } }
const callIn = { at: '2023-07-07T17:00', members: ['Cllr A'], principles: ['openness'], reasons: ['Late'], body: 'board', considerBy: '2023-07-21', meeting: '2023-07-26' }

test('a referral and a call-in follow a meeting that moves, and look for another agenda where it is cancelled', () => {
  const moved = [meeting('2023-07-26', 'cancelled', '2023-08-02'), meeting('2023-08-02', 'planned')]
  const after = followMeetings(entry(), moved)
  assert.deepEqual([after.referrals[0]?.meeting, bodiesAwaited(after)], ['2023-08-02', []])
  assert.equal(placedWords(entry(), after, names), 'The meeting of the Board on Wednesday 26 July 2023 is moved or cancelled. Put on the agenda of the Board for Wednesday 2 August 2023.')
  const called = entry({ referrals: [], decision: statement, callIn })
  assert.equal(followMeetings(called, moved).callIn?.meeting, '2023-08-02')
  const off = followMeetings(called, [meeting('2023-07-26', 'cancelled')])
  assert.deepEqual([off.callIn?.meeting, bodiesAwaited(off)], [undefined, ['board']])
  assert.match(placedWords(called, off, names), /moved or cancelled\. This goes on its next agenda that is planned\.$/)
})

test('what stands, is decided or is considered stays where it was put, and so does what the calendar does not know', () => {
  const cancelled = [meeting('2023-07-26', 'cancelled')]
  const stays = [entry({ decision: statement }), entry({ referrals: [], decision: statement, callIn: { ...callIn, considered: { on: '2023-07-20', outcome: 'accepted', comments: 'Go on.' } } })]
  for (const one of stays) assert.equal(followMeetings(one, cancelled), one)
  for (const calendar of [[], [meeting('2023-07-26', 'planned')], [{ ...meeting('2023-07-26', 'cancelled'), body: 'panel' }]]) {
    const one = entry()
    assert.equal(followMeetings(one, calendar), one)
  }
})
