import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureSheet } from '../../../sheets/sheet.ts'
import { nothingSaid } from '../../model/commentary.ts'
import { sheetWith } from '../../testing.ts'
import { checkCommentary } from '../check-commentary.ts'

const inTime = sheetWith([67.4, 66.1, 64.9, 63.5, 62], {
  changes: { name: 'Early help assessments finished within 30 days', definition: 'The share of early help assessments that were finished within 30 days of the referral.', denominator: 'assessments', polarity: 'higher' },
  target: 75,
})
const late = sheetWith([4, 5, 6, 7, 8], { changes: { name: 'Assessments that were late', definition: 'The share of assessments that were finished after their day.', denominator: 'assessments' } })
const count = { unit: 'count', denominator: undefined, counted: 'young people', decimals: 0 }
const notInWork = sheetWith([4, 5, 6, 7, 8], { changes: { ...count, name: 'Young people not in education, employment or training', definition: 'How many.' } })
const weeks = sheetWith([10, 11, 12, 13, 14], { changes: { name: 'Weeks to the first appointment', definition: 'How many weeks a child waits.', unit: 'weeks', denominator: undefined, decimals: 0 } })
const absence = sheetWith([4, 5, 6, 7, 8])

const checked = (happened: string, sheet: MeasureSheet, claims: object[] = []) => checkCommentary({ ...nothingSaid, happened, claims: claims as never }, { own: sheet, others: new Map() }).claims
const verdicts = (text: string, sheet: MeasureSheet) => checked(text, sheet).map(({ verdict }) => verdict).join(', ')

function assertVerdicts(sheet: MeasureSheet, table: Readonly<Record<string, string>>): void {
  for (const [text, verdict] of Object.entries(table)) assert.equal(verdicts(text, sheet), verdict, text)
}

test('fewer delays are not borne out where the share that was in time fell', () => {
  assertVerdicts(inTime, {
    'Delays fell in the quarter.': 'not-supported',
    'Waiting times are lower than a year ago.': 'not-supported',
    'Fewer assessments were late.': 'not-supported',
    'Late assessments were fewer than in the quarter before.': 'not-supported',
    'Fewer assessments were finished late than a year ago.': 'not-supported',
    'Fewer assessments were not in time than a year ago.': 'not-supported',
    'There were fewer late assessments.': 'not-supported',
    'The backlog has come down.': 'not-supported',
    'Overdue assessments dropped.': 'not-supported',
    'Unfinished assessments fell.': 'not-supported',
    'We reduced delays.': 'not-supported',
    'We have reduced the number of assessments that were overdue.': 'not-supported',
    'Missed deadlines are down on last year.': 'not-supported',
    'Delays are a worry and have fallen.': 'not-supported',
    'Delays are a worry. They fell.': 'not-supported',
    'Delays are at their lowest.': 'not-supported',
    'Late assessments, delays and backlogs fell.': 'not-supported',
    'Waits are down.': 'not-supported',
    'Lateness has halved.': 'not-supported',
    'We have cut delays.': 'not-supported',
    'Delays are shorter than a year ago.': 'not-supported',
    'There has been a reduction in delays.': 'not-supported',
    'The proportion not finished within 30 days fell.': 'not-supported',
  })
  assert.match(checked('Delays fell in the quarter.', inTime)[0]?.because ?? '', /^It speaks of the opposite of what this measure counts\. The figure did fall from 63\.5% in Q3 2019\/20 to 62\.0% in Q4 2019\/20\./)
})

test('what is said of the opposite is never borne out by the figures of a measure', () => {
  assertVerdicts(inTime, { 'Delays rose.': 'cannot-tell', 'More assessments were late than a year ago.': 'cannot-tell', 'Delays did not fall.': 'cannot-tell', 'Waiting times improved.': 'cannot-tell', 'Delays did not rise.': 'not-supported' })
})

test('of a measure of lateness, of absence, of waiting or of those who are not in work the other side is the opposite', () => {
  assertVerdicts(late, { 'More assessments were in time than a year ago.': 'not-supported', 'Fewer were in time.': 'cannot-tell', 'Timeliness rose.': 'not-supported', 'Lateness rose.': 'supported', 'Late assessments rose.': 'supported', 'Delays increased.': 'supported' })
  assertVerdicts(absence, { 'Attendance rose.': 'not-supported', 'Attendance fell.': 'cannot-tell', 'Absence rose.': 'supported' })
  assertVerdicts(weeks, { 'Waiting times rose.': 'supported', 'Waiting times fell.': 'cannot-tell', 'Timeliness rose.': 'not-supported' })
  assertVerdicts(notInWork, {
    'More young people were in education than a year ago.': 'not-supported',
    'Young people in education, employment or training rose.': 'not-supported',
    'Young people not in education, employment or training rose.': 'supported',
    'The number of young people not in education or work rose.': 'supported',
    'Fewer young people were not in education than a year ago.': 'not-supported',
  })
})

test('whether another subject is the measure cannot be told, nor whether the number of things is their share', () => {
  assertVerdicts(inTime, {
    'Complaints fell in the quarter.': 'cannot-tell',
    'Caseloads fell compared with the previous quarter.': 'cannot-tell',
    'Staff sickness is lower than a year ago.': 'cannot-tell',
    'Referrals fell.': 'cannot-tell',
    'Assessments fell.': 'cannot-tell',
    'The number of early help assessments fell.': 'cannot-tell',
    'Contacts and referrals fell.': 'cannot-tell',
    'Caseloads fell, and they are lower than last year.': 'cannot-tell, cannot-tell',
    'The recovery plan is off track.': 'cannot-tell',
    'Families are happier.': 'cannot-tell',
    'Assessments over 30 days fell.': 'cannot-tell',
  })
  assert.equal(checked('Caseloads fell.', inTime)[0]?.because, 'Its words do not show that it speaks of “Early help assessments finished within 30 days”.')
})

test('the measure by its words, and a sentence without a subject of its own, are held against the figures as before', () => {
  assertVerdicts(inTime, {
    'It fell.': 'supported',
    'The figure is lower than a year ago.': 'supported',
    'Timeliness fell.': 'supported',
    'In Worcestershire timeliness fell.': 'supported',
    'Early help performance fell from 63.5% to 62.0%.': 'supported',
    'Assessments were slower than a year ago.': 'supported',
    'Assessments were faster than a year ago.': 'not-supported',
    'The share finished in time fell from 63.5% to 62.0%.': 'supported',
    'Assessment completion within timescale fell.': 'supported',
    'Fewer assessments were in time than a year ago.': 'supported',
    'The share of assessments fell.': 'supported',
    'Timeliness fell, but delays fell too.': 'supported, not-supported',
    'Performance improved.': 'cannot-tell',
    'We missed the target.': 'supported',
  })
})

test('performance that rises is good, also of a figure that is to be low', () => {
  assertVerdicts(late, { 'Performance fell.': 'supported', 'Performance is higher than a year ago.': 'not-supported' })
})

test('its author may say that a claim speaks of this measure, but not that the opposite does', () => {
  const tied = (text: string) => checked(text, inTime, [{ words: text, measure: inTime.definition.slug }]).map(({ verdict }) => verdict)
  assert.deepEqual(tied('Our early answers are fewer than a year ago.'), ['supported'])
  assert.deepEqual(tied('Delays fell.'), ['not-supported'])
})
