import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, type LocalDate } from '#core/dates.ts'
import type { Entry, EntrySlug, Frequency, StandingEntry, When, WorkProgramme } from '../model/work-programme.ts'
import { workProgramme } from '../model/work-programme.ts'
import { meetingsOfStanding } from './meetings-of-standing.ts'
import { turnsInYear } from './turns-in-year.ts'
import { turnsOf, yearPlan } from './year-plan.ts'

const year = { from: date('2023-05-18'), to: date('2024-04-30') }
const meetings = ['2023-07-07', '2023-09-27', '2023-12-06', '2024-03-20'].map(date)
const turns = (frequency: Frequency, days: readonly LocalDate[] = meetings) => meetingsOfStanding(frequency, days, year)
const standing = (frequency: Frequency, subject: string): StandingEntry => ({ slug: `standing-${subject}` as EntrySlug, issue: subject, subject, kind: 'standing', frequency })
const dated = (slug: string, when: When, subject = slug): Entry => ({ slug: slug as EntrySlug, issue: slug, subject, kind: 'dated', when })
const programmeOf = (entries: readonly Entry[]): WorkProgramme => workProgramme.parse({ body: 'panel', year: '2023-24', ...year, entries })

test('an item of every meeting comes at each meeting of the year, and at none outside it', () => {
  assert.deepEqual(turns('every-meeting', [date('2023-05-17'), ...meetings, date('2024-05-01')]), meetings)
})

test('an item of named months comes at the first meeting of each', () => {
  assert.deepEqual(turns({ inMonths: [3, 7] }), ['2023-07-07', '2024-03-20'])
})

test('a month without a meeting gives its turn to the first meeting after it', () => {
  assert.deepEqual(turns({ inMonths: [3, 7, 9, 11] }), ['2023-07-07', '2023-09-27', '2023-12-06', '2024-03-20'])
})

test('a month without a meeting before the next month named has no turn', () => {
  assert.deepEqual(turns({ inMonths: [10, 11] }), ['2023-12-06'])
  assert.deepEqual(turns({ inMonths: [4] }), [])
})

test('what comes once a year in one of two months comes once: in the first of them that has a meeting, else at the first meeting after', () => {
  assert.deepEqual(turns({ onceAYearIn: [9, 12] }), ['2023-09-27'])
  assert.deepEqual(turns({ onceAYearIn: [11, 1] }), ['2023-12-06'])
})

test('what comes twice a year comes at the first meeting of each half, and what comes as required at none', () => {
  assert.deepEqual(turns('twice-a-year'), ['2023-07-07', '2023-12-06'])
  assert.deepEqual(turns('as-required'), [])
  assert.deepEqual(turns('once-a-year'), ['2023-07-07'])
})

test('a dated entry on the same matter has the turn of the standing item', () => {
  const quarterly = standing({ inMonths: [7, 9] }, 'performance')
  assert.deepEqual(turnsOf(quarterly, [dated('q4', { meeting: date('2023-07-07') }, 'performance')], meetings, year), ['2023-09-27'])
})

test('where a month has two meetings, a dated entry at either has the turn of an item of that month', () => {
  const twoInJuly = [date('2023-07-06'), ...meetings]
  assert.deepEqual(turnsOf(standing({ inMonths: [7] }, 'performance'), [dated('q4', { meeting: date('2023-07-07') }, 'performance')], twoInJuly, year), [])
  assert.deepEqual(turnsOf(standing('every-meeting', 'update'), [dated('july', { meeting: date('2023-07-07') }, 'update')], twoInJuly, year).slice(0, 2), ['2023-07-06', '2023-09-27'])
})

test('a dated entry of the year on the same matter is the yearly item, whenever it comes', () => {
  assert.deepEqual(turnsOf(standing({ onceAYearIn: [11, 1] }, 'budget'), [dated('budget-2024', { month: '2024-01' as never }, 'budget')], meetings, year), [])
})

test('the year is set out by meeting and month, with what is to be placed apart', () => {
  const plan = yearPlan(programmeOf([dated('b', { meeting: date('2023-12-06') }), dated('a', { meeting: date('2023-09-27') }), dated('c', { month: '2023-10' as never }), dated('d', 'to-be-confirmed'), standing({ inMonths: [7] }, 'report')]), meetings)
  assert.deepEqual(plan.slots.map(({ entries }) => entries.map(({ slug }) => slug)), [['standing-report'], ['a'], ['c'], ['b']])
  assert.deepEqual(plan.toBePlaced.map(({ slug }) => slug), ['d'])
})

test('an entry that was taken out is in no part of the year', () => {
  const out = { ...dated('a', { meeting: date('2023-09-27') }), takenOut: { on: date('2023-07-01'), who: 'scrutiny officer', reason: 'Done elsewhere' } }
  assert.deepEqual(yearPlan(programmeOf([out]), meetings).slots, [])
})

test('a standing item whose months meet no meeting says why; where dated entries have its turns, these are named', () => {
  const inYear = (frequency: Frequency, days: readonly LocalDate[] = meetings, entries: readonly Entry[] = []) => turnsInYear(standing(frequency, 'performance'), entries, days, year)
  assert.equal(inYear({ inMonths: [4] }).none, 'No public meeting is planned whose turn it would be (April). The programme runs from 18 May 2023 to 30 April 2024, and the last meeting planned in it is on 20 March 2024.')
  assert.match(inYear('every-meeting', [date('2024-05-01')]).none ?? '', /no public meeting of this body in the year/)
  const q1 = dated('q1', { meeting: date('2023-12-06') }, 'performance')
  assert.deepEqual(inYear({ onceAYearIn: [4] }, meetings, [q1]), { days: [], dated: [q1], none: undefined })
  assert.deepEqual([inYear({ inMonths: [4, 9] }).none, inYear('as-required').none], [undefined, undefined])
})
