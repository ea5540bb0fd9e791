import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import { backTimetable } from './back-timetable.ts'

const days = { draft: 10, clearance: 5, despatch: 1 }

function timetable(day: string, each = days) {
  const found = backTimetable({ date: date(day), time: time('10:00') }, each)
  assert.ok(found.ok, JSON.stringify(found))
  return found.value
}

test('the agenda is published on the last day that leaves five clear working days, over Easter, bank holidays and Christmas', () => {
  const lastDays = Object.entries({
    '2026-02-10': '2026-02-02',
    '2026-04-14': '2026-04-02',
    '2026-05-12': '2026-05-01',
    '2026-06-03': '2026-05-26',
    '2027-01-05': '2026-12-23',
  })
  for (const [meeting, last] of lastDays) assert.equal(timetable(meeting).publication, last)
})

test('draft, clearance and despatch are counted in working days before publication', () => {
  const { draft, clearance, despatch } = timetable('2026-02-10')
  assert.deepEqual([draft, clearance, despatch], ['2026-01-19', '2026-01-26', '2026-01-30'])
})

test('a back-timetable passes over the holidays that it meets, and says which', () => {
  const { publication, despatch, clearance, draft, working } = timetable('2026-04-20', { draft: 6, clearance: 3, despatch: 1 })
  assert.deepEqual([publication, despatch, clearance, draft], ['2026-04-10', '2026-04-09', '2026-04-07', '2026-03-31'])
  assert.ok(working.includes('Draft: 6 working days before publication, Tuesday 31 March 2026.'))
  assert.equal(working.at(-1), 'Not counted besides weekends: Friday 3 April 2026 (Good Friday), Monday 6 April 2026 (Easter Monday).')
})

test('despatch may be on the day of publication itself', () => {
  const { publication, despatch, working } = timetable('2026-02-10', { ...days, despatch: 0 })
  assert.equal(despatch, publication)
  assert.ok(working.includes('Despatch: on the day of publication, Monday 2 February 2026.'))
})

test('a meeting in a year whose holidays are not known has no back-timetable', () => {
  const found = backTimetable({ date: date('2040-07-06') }, days)
  assert.ok(!found.ok)
  assert.match(found.refusal.message, /bank holidays of that year are not known/)
})
