import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import type { TestStore } from '#platform/database/testing.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { exampleFigures, measuresOfExample, sheetsAt, shownFor } from './testing.ts'

/** A fact of a pack as a reader is to find it; `[x]` where the pack names a measure and gives no figure. */
type Fact = readonly [measure: string, periods: string, shown: string, breakdown?: string]

const months = '2021-04 2021-05 2021-06 2021-07 2021-08 2021-09 2021-10 2021-11 2021-12 2022-01 2022-02 2022-03'

/** The table by month in the annual report of 7 July 2023, and the courses beside it. */
const training: readonly Fact[] = [
  ['exploitation-training-delegates', months, '429 333 95 28 73 214 259 225 172 310 231 312'],
  ['exploitation-training-sessions', months, '9 10 8 4 9 9 14 4 3 17 8 11'],
  ['exploitation-training-organisations', months, '9 9 7 4 3 5 9 3 2 4 7 7'],
  ['exploitation-training-share-of-the-county', '2021-22', '41%'],
  ['attendance-at-partnership-training', '2022', '64', 'course=signs-of-safety'],
  ['attendance-at-partnership-training', '2022', '46', 'course=management-of-allegations'],
  ['attendance-at-partnership-training', '2022', '59', 'course=levels-of-need'],
]

/** What the pack of 14 February 2017 says besides what the plan of 2014 is measured by. */
const pack2017: readonly Fact[] = [
  ['early-years-providers-good-or-outstanding', '2013-14', '86%'],
  ['children-bullied-in-the-survey', '2013-14', '47%'],
  ['children-bullied-in-the-survey', '2013-14', '37%', 'also=in-the-last-year'],
  ['rank-of-the-county-for-gcses', '2008-09-ay 2012-13-ay', '90 50'],
  ['young-people-in-education-employment-or-training', '2013-14-q4 2016-17-q3', '95% 97%'],
  ['young-people-with-five-good-gcses-in-2017', '2015-16-ay', '70%'],
  ['care-leavers-not-in-education-or-work', '2016-17-q3', '48%'],
  ['schools-good-or-better-in-2017', '2016-17-q3', '90%'],
]

/** What the commentary of 7 July 2023 says without a number: where it went, or how it stands beside others. */
const inWords: readonly (readonly [measure: string, period: string, says: RegExp])[] = [
  ['severe-absence', '2021-22-ay', /went on in 2022-23, in secondary schools most/],
  ['young-people-whose-activity-is-unknown', '2022-23-q4', /highest each September/],
  ['ehc-needs-assessments-requested', '2022-23-q4', /goes on rising/],
  ['ehc-needs-assessment-requests-agreed', '2022-23-q4', /in line with England/],
  ['ehc-plans-within-20-weeks', '2022-23-q4', /rose in the quarter/],
  ['home-educated-children-with-sen-support', '2022-23-q4', /rose slightly/],
  ['referrals-to-social-care', '2022-23', /in line with the neighbours of the region and below England/],
  ['repeat-assessments-within-twelve-months', '2022-23', /stayed the same in the year, below England/],
  ['children-with-a-protection-plan-rate', '2022-23', /above England and the neighbours/],
  ['unaccompanied-share-of-children-accommodated', '2022-23-q4', /over 50%/],
  ['children-placed-more-than-20-miles-away', '2022-23-q4', /rose a little/],
  ['care-leavers-in-touch', '2022-23', /at the averages of England and of the neighbours/],
  ['case-audits-judged-good', '2022-23-q4', /fewer were judged good in the quarter and more over five years/],
]

const plan2022 = 'children-and-young-peoples-plan-2022-24'
const strategy2023 = 'send-strategy-2023-26'

/** How many outcome measures the packs of 20 July 2022 and 6 July 2023 name for each group, workstream and plan. */
const named = [
  [plan2022, 'Worcestershire Safeguarding Children Partnership: GET SAFE Partnership Group', 14],
  [plan2022, 'Worcestershire Safeguarding Children Partnership: Quality Assurance Practice and Procedures Group', 4],
  [plan2022, 'Worcestershire Safeguarding Children Partnership: Child Safeguarding Practice Review Group', 2],
  [plan2022, 'Worcestershire Safeguarding Children Partnership: Head Teacher Safeguarding Steering Group', 3],
  [plan2022, 'All Age Disability 0-25 Strategic Partnership: Workstream 1, mainstream schools', 13],
  [plan2022, 'All Age Disability 0-25 Strategic Partnership: Workstream 2, specialist provision', 9],
  [plan2022, 'All Age Disability 0-25 Strategic Partnership: Workstream 3, parents and carers', 13],
  [plan2022, 'All Age Disability 0-25 Strategic Partnership: Workstream 4, good plans', 6],
  [strategy2023, 'Mental Health and Emotional Wellbeing Transformation Plan', 5],
  [strategy2023, 'Learning Disability Strategy', 3],
] as const

let store: TestStore
let sheets: ReadonlyMap<string, MeasureSheet>
before(async () => {
  store = await exampleFigures()
  sheets = await sheetsAt(store, '2022-23-q4', await measuresOfExample())
})
after(() => store.close())

function hold(facts: readonly Fact[]): void {
  for (const [measure, periods, shown, breakdown] of facts) assert.equal(shownFor(sheets.get(measure), periods.split(' '), breakdown), shown, `${measure} ${breakdown ?? ''}`)
}

test('the training of 2021/22 stands month by month as the annual report prints it, too short for limits', async () => {
  hold(training)
  const delegates = sheets.get('exploitation-training-delegates')
  assert.equal(delegates?.series[0]?.points.reduce((sum, { value }) => sum + (value ?? 0), 0), 2681)
  const atTheEnd = await sheetsAt(store, '2021-22', ['exploitation-training-delegates'])
  assert.match(atTheEnd.get('exploitation-training-delegates')?.judgement.sentence ?? '', /12 figures, and limits need 13/)
})

test('what the pack of 2017 says of providers, bullying, results and care leavers is found with its figures', () => hold(pack2017))

test('the text of July 2020 gives the number of plans in April 2019, between two columns of its table', () => {
  hold([['children-with-an-education-health-and-care-plan', '2018-19-q2 2018-19-q4 2019-20-q1', '3,284 3,633 3,728']])
})

test('what the commentary of 7 July 2023 says without a number is said of a figure that is not available', () => {
  for (const [measure, period, says] of inWords) {
    const point = sheets.get(measure)?.series.find(({ role, breakdown }) => role === 'own' && breakdown === '')?.points.find((one) => one.period === period)
    assert.equal(point?.status, 'not-available', measure)
    assert.match(point.note ?? '', says, measure)
  }
})

test('each outcome measure that a pack names for a group, a workstream or a plan is defined, with a reason and an owner', () => {
  const definitions = [...sheets.values()].map(({ definition }) => definition)
  for (const [strategy, part, count] of named) {
    const found = definitions.filter(({ strategies }) => strategies.some((one) => one.slug === strategy && one.part === part))
    assert.equal(found.length, count, part)
    for (const { slug, definition, why, owner } of found) assert.ok(definition.length > 30 && why.length > 20 && owner !== '', slug)
  }
})
