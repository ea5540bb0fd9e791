import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import { meetingDeadlines } from './meeting-deadlines.ts'

const participation = { closesAt: time('09:00'), workingDaysBefore: 1, writtenResponseDays: 28 }
const panel = { date: date('2023-07-07'), time: time('14:00'), participation }

test('a meeting has its deadlines in the order of their days', () => {
  const deadlines = meetingDeadlines(panel, date('2023-07-03'))
  assert.deepEqual(
    deadlines.map(({ label, words }) => `${label} ${words}`),
    [
      'Agenda published by Thursday 29 June 2023',
      'Tell the council that you wish to speak by 9.00 am on Thursday 6 July 2023',
      'Written response to those who spoke by Friday 4 August 2023',
      'Background papers open to inspection until Tuesday 6 July 2027',
      'Minutes, agenda and reports open to inspection until Friday 6 July 2029',
    ],
  )
  assert.match(deadlines[0]?.working[0] ?? '', /2\.00 pm on Friday 7 July 2023/)
})

test('a deadline has passed once its day is over, not on the day itself', () => {
  const passed = (today: string) => meetingDeadlines(panel, date(today)).filter(({ hasPassed }) => hasPassed).map(({ rule }) => rule)
  assert.deepEqual(passed('2023-06-29'), [])
  assert.deepEqual(passed('2023-06-30'), ['agenda-publication'])
  assert.deepEqual(passed('2023-07-07'), ['agenda-publication', 'public-participation'])
})

test('speaking, the answer and the agenda matter to the public; the inspection periods to the record', () => {
  const deadlines = meetingDeadlines(panel, date('2023-07-03'))
  const mattering = (whom: string) => deadlines.filter(({ matters }) => matters === whom).map(({ rule }) => rule)
  assert.deepEqual(mattering('to the public'), ['agenda-publication', 'public-participation', 'public-participation-response'])
  assert.deepEqual(mattering('to the record'), ['background-papers', 'minutes-inspection'])
})

test('a body without public participation has no deadline for it', () => {
  const rules = meetingDeadlines({ date: panel.date }, date('2023-07-03')).map(({ rule }) => rule)
  assert.deepEqual(rules, ['agenda-publication', 'background-papers', 'minutes-inspection'])
})

test('a body that promises no written response has no deadline for one', () => {
  const rules = meetingDeadlines({ ...panel, participation: { closesAt: time('09:00'), workingDaysBefore: 1 } }, date('2023-07-03')).map(({ rule }) => rule)
  assert.deepEqual(rules, ['agenda-publication', 'public-participation', 'background-papers', 'minutes-inspection'])
})

test('a body’s own terms of reference set when participation closes', () => {
  const own = { closesAt: time('12:00'), workingDaysBefore: 2, writtenResponseDays: 10 }
  const deadlines = meetingDeadlines({ ...panel, participation: own }, date('2023-07-03'))
  assert.deepEqual(deadlines.slice(1, 3).map(({ words }) => words), ['12.00 noon on Wednesday 5 July 2023', 'Monday 17 July 2023'])
})

test('a meeting in a year whose holidays are not known keeps the deadlines that need none', () => {
  const rules = meetingDeadlines({ date: date('2040-07-06'), participation }, date('2040-07-01')).map(({ rule }) => rule)
  assert.deepEqual(rules, ['public-participation-response', 'background-papers', 'minutes-inspection'])
})
