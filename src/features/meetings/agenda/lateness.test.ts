import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { clearancesInWords, latenessOf } from './lateness.ts'

// Draft by Monday 19 January 2026, clearance by 26 January, despatch by 30 January.
const due = { publication: date('2026-02-02'), despatch: date('2026-01-30'), clearance: date('2026-01-26'), draft: date('2026-01-19'), working: [] }
const clearance = (state: 'asked' | 'cleared' | 'returned', changedSince = false) =>
  ({ id: '1' as never, kind: 'finance' as const, officer: 'Ama Boateng', person: '2' as never, state, at: '2026-01-20T10:00:00Z', changedSince, changedParts: [] })
const report = { standing: { state: 'writing' as const, clearances: [] }, clearances: ['finance' as const], isToFollow: false }
const handedIn = (...clearances: ReturnType<typeof clearance>[]) => ({ ...report, standing: { state: 'handed-in' as const, clearances } })
const on = (day: string, what: Parameters<typeof latenessOf>[0] = report) => latenessOf(what, due, date(day))

test('a draft is late once its day is over, not on the day itself', () => {
  assert.deepEqual(on('2026-01-22'), { words: 'Draft 3 days late', meaning: 'bad', isLate: true, step: 'draft' })
  assert.deepEqual(on('2026-01-20').words, 'Draft 1 day late')
  assert.deepEqual(on('2026-01-19'), { words: 'Draft due today', meaning: 'caution', isLate: false, step: 'draft' })
  assert.deepEqual(on('2026-01-05'), { words: 'Draft due Monday 19 January 2026', meaning: 'neutral', isLate: false, step: 'draft' })
})

test('a report that nobody has begun is late with its draft', () => {
  assert.equal(on('2026-01-20', { ...report, standing: undefined }).isLate, true)
})

test('a report that was handed in waits for clearance, and for clearance again where it has changed since', () => {
  assert.equal(on('2026-01-24', handedIn(clearance('asked'))).words, 'Clearance due Monday 26 January 2026')
  assert.equal(on('2026-01-28', handedIn(clearance('asked'))).words, 'Clearance 2 days late')
  assert.equal(on('2026-01-28', handedIn(clearance('cleared', true))).isLate, true)
})

test('a report is ready once it is handed in and cleared by all whom the body asks', () => {
  assert.equal(on('2026-02-20', handedIn(clearance('cleared'))).words, 'Ready')
  assert.equal(on('2026-02-20', { ...handedIn(), clearances: [] }).words, 'Ready')
})

test('a report that was cleared and returned to its author is to be corrected by the day of despatch', () => {
  const returned = { ...report, standing: { state: 'returned' as const, clearances: [clearance('cleared')] } }
  assert.equal(on('2026-02-01', returned).words, 'Corrected report 2 days late')
})

test('nobody is late with a step whose day was over when the report was asked for', () => {
  const askedLate = { ...report, commissionedOn: date('2026-01-20') }
  assert.deepEqual(on('2026-01-22', askedLate), { words: 'Timetable already past: agree new days with the author', meaning: 'caution', isLate: false, step: 'draft', isPast: true })
  assert.equal(on('2026-01-22', { ...report, commissionedOn: date('2026-01-19') }).isLate, true)
  assert.equal(on('2026-01-28', { ...handedIn(clearance('asked')), commissionedOn: date('2026-01-20') }).words, 'Clearance 2 days late')
})

test('a report to follow is not late', () => {
  assert.deepEqual(on('2026-01-30', { ...report, isToFollow: true }), { words: 'To follow', meaning: 'neutral', isLate: false, step: 'draft' })
})

test('each clearance says how far it is', () => {
  assert.equal(clearancesInWords({ standing: handedIn(clearance('cleared')).standing, clearances: ['legal', 'finance'] }), 'legal not asked for; finance cleared')
})
