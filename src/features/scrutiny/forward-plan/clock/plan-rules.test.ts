import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { parseDateTime, type LocalDateTime } from '#core/london-time.ts'
import { planEntry } from '../entry/plan-entry.ts'
import { entryStates, follows, stateOf } from '../entry/states.ts'
import { callInWindow } from './call-in-window.ts'
import { keyHolds, thresholdsReached } from './key-finding.ts'
import { lastMeetingToSpeak, type ComingMeeting } from './last-meeting-to-speak.ts'
import { missingContents } from './notice-contents.ts'

const entry = (changes: object = {}) =>
  planEntry.parse({ reference: 'library', matter: 'The library', decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet' }, expected: { from: '2023-07-20' }, key: 'key', keyReason: 'Two towns use it.', ...changes })
const moment = (text: string) => parseDateTime(text) as LocalDateTime

test('a notice lacks what the law asks for, by field, until all eight contents are there', () => {
  assert.deepEqual(missingContents(entry()).map(({ field }) => field), ['decision-maker', 'documents', 'copies-from', 'other-documents', 'procedure'])
  const whole = entry({
    decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet', members: ['Cllr A'] },
    documents: ['Report'],
    copiesFrom: 'County Hall',
    otherDocuments: 'Others may come.',
    procedure: 'Write to us.',
  })
  assert.deepEqual(missingContents(whole), [])
  assert.deepEqual(missingContents(entry({ key: 'not-key' })), [])
  const officer = { kind: 'officer', title: 'Director' }
  assert.ok(missingContents(entry({ decisionMaker: officer })).some(({ field }) => field === 'decision-maker'))
})

test('a decision that reaches a threshold is key, whoever calls it ordinary; a key decision that reaches none needs a reason', () => {
  const thresholds = { spend: 500_000, divisions: 2 }
  assert.deepEqual(thresholdsReached({ spend: 499_999, divisions: 1 }, thresholds), [])
  assert.deepEqual(thresholdsReached({ spend: 500_000 }, thresholds), ['It spends £500,000; a decision is key from £500,000.'])
  const holds = (changes: object) => {
    const found = keyHolds(entry({ keyReason: '', ...changes }), thresholds)
    return found.ok ? 'holds' : found.refusal.faults[0]?.field
  }
  assert.deepEqual([holds({ key: 'not-key', effects: { divisions: 2 } }), holds({ key: 'key' }), holds({ key: 'key', effects: { spend: 600_000 } }), holds({ key: 'not-key' })], ['key', 'key-reason', 'holds', 'holds'])
})

test('a call-in window ends five working days after publication: over the spring bank holiday of 2023, from Thursday 25 May to Friday 2 June', () => {
  // 26 May 1, 29 May is a holiday, 30 and 31 May 3, 1 June 4, 2 June 5.
  const usual = callInWindow(moment('2023-05-25T10:00'), {})
  assert.deepEqual(usual.ok && [usual.value.closes, usual.value.members], ['2023-06-02T23:59', 3])
  const own = callInWindow(moment('2023-05-25T10:00'), { 'call-in': { amount: 3, at: '17:00' as never, members: 5 } })
  assert.deepEqual(own.ok && [own.value.closes, own.value.members], ['2023-05-31T17:00', 5])
})

test('over Christmas 2022 a window opened on Friday 23 December ends on Wednesday 4 January', () => {
  // 26, 27 December and 2 January are holidays: 28, 29, 30 December are 1 to 3, 3 January 4, 4 January 5.
  const found = callInWindow(moment('2022-12-23T09:00'), {})
  assert.equal(found.ok && found.value.closes, '2023-01-04T23:59')
})

test('scrutiny speaks last at the meeting before the decision whose agenda can still be published five clear working days before it', () => {
  const meeting = (day: string, changes: Partial<ComingMeeting> = {}) => ({ body: 'board', bodyName: 'Board', date: date(day), status: 'planned', hasAgenda: false, ...changes })
  const meetings = [meeting('2023-05-31'), meeting('2023-06-14'), meeting('2023-06-22'), meeting('2023-06-29')]
  const last = (today: string, found = meetings) => lastMeetingToSpeak({ from: date('2023-06-29') }, found, date(today))
  // For 22 June: 21, 20, 19, 16, 15 June are clear, so by 14 June. For 14 June: 13, 12, 9, 8, 7 June, so by 6 June.
  assert.deepEqual([last('2023-06-14')?.meeting.date, last('2023-06-14')?.publishBy], ['2023-06-22', '2023-06-14'])
  assert.equal(last('2023-06-15'), undefined)
  assert.equal(last('2023-06-06', [meeting('2023-06-14'), meeting('2023-06-22', { hasAgenda: true })])?.meeting.date, '2023-06-14')
  assert.equal(last('2023-06-06', [meeting('2023-06-22', { status: 'cancelled' })]), undefined)
  // For 31 May, with 29 May a holiday: 30, 26, 25, 24, 23 May, so by 22 May.
  assert.equal(last('2023-05-22', [meeting('2023-05-31')])?.publishBy, '2023-05-22')
})

test('before a decision within a period scrutiny speaks last before its first day, or else at the first meeting within it, which is not sure; not on its last day', () => {
  const meeting = (day: string, changes: Partial<ComingMeeting> = {}) => ({ body: 'board', bodyName: 'Board', date: date(day), status: 'planned', hasAgenda: false, ...changes })
  const meetings = [meeting('2023-08-23'), meeting('2023-07-26'), meeting('2023-06-28'), meeting('2023-09-30')]
  const last = (today: string, found = meetings) => {
    const one = lastMeetingToSpeak({ from: date('2023-07-10'), to: date('2023-09-30') }, found, date(today))
    return one && [one.meeting.date, one.isSure]
  }
  // For 28 June: 27, 26, 23, 22, 21 June are clear, so by 20 June.
  assert.deepEqual(last('2023-06-20'), ['2023-06-28', true])
  assert.deepEqual(last('2023-06-21'), ['2023-07-26', false])
  assert.deepEqual(last('2023-07-20'), ['2023-08-23', false])
  assert.equal(last('2023-08-23'), undefined)
  assert.deepEqual(last('2023-06-20', [meeting('2023-06-28', { status: 'cancelled' }), meeting('2023-07-05')]), ['2023-07-05', true], 'a meeting that moved counts on its new day')
})

const statement = { on: '2023-06-29', by: 'Cabinet', outcome: 'Agreed', reasons: 'Need', alternatives: 'None', conflicts: 'None', dispensations: 'None', published: '2023-06-30T10:00', window: { closes: '2023-07-07T17:00', members: 3 } }

test('an entry goes from draft by its notice to a decision, through its window and a call-in to being carried out', () => {
  const state = (changes: object, at: string) => stateOf(entry(changes), moment(at), {})
  assert.equal(state({}, '2023-06-01T09:00'), 'draft')
  // For 20 July, weekends left out: the notice has to be out by 9 June.
  assert.equal(state({ noticed: '2023-06-09' }, '2023-06-20T09:00'), 'notice-running')
  assert.equal(state({ noticed: '2023-06-09' }, '2023-07-20T09:00'), 'may-be-decided')
  assert.equal(state({ noticed: '2023-06-12' }, '2023-06-20T09:00'), 'notice-short')
  assert.equal(state({ noticed: '2023-06-12', key: 'not-key' }, '2023-06-20T09:00'), 'planned')
  assert.equal(state({ noticed: '2023-06-12', decision: statement }, '2023-07-07T17:00'), 'in-window')
  assert.equal(state({ noticed: '2023-06-12', decision: statement }, '2023-07-07T17:01'), 'implementable')
  const callIn = { at: '2023-07-07T17:00', members: ['Cllr A'], principles: ['openness'], reasons: ['Late papers'], body: 'board', considerBy: '2023-07-21' }
  assert.equal(state({ decision: statement, callIn }, '2023-07-08T09:00'), 'called-in')
  const back = { ...callIn, considered: { on: '2023-07-20', outcome: 'referred-back', comments: 'Ask the towns.' } }
  assert.equal(state({ decision: statement, callIn: back }, '2023-07-21T09:00'), 'referred-back')
  const again = { ...back, reconsidered: { on: '2023-07-27', by: 'Cabinet', outcome: 'confirmed', words: 'It stands.' } }
  assert.equal(state({ decision: statement, callIn: again }, '2023-07-28T09:00'), 'implementable')
  assert.equal(state({ decision: statement, callIn: again, implemented: { on: '2023-08-01' } }, '2023-08-01T09:00'), 'implemented')
})

test('nothing that is called in is carried out before scrutiny has considered it, and every state leads only to known ones', () => {
  assert.ok(!follows['called-in'].includes('implemented') && !follows['in-window'].includes('implemented') && !follows['referred-back'].includes('implemented'))
  for (const state of entryStates) assert.ok(follows[state].every((next) => entryStates.includes(next)), state)
})
