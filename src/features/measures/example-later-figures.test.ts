import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import type { TestStore } from '#platform/database/testing.ts'
import { exampleFigures, sheetsAt, shownFor } from './example/testing.ts'
import type { MeasureSheet, Role } from './sheets/sheet.ts'

/** A fact of a pack as a reader is to find it: `[x]` where the pack gives no figure, `[b]` where a series breaks. */
type Fact = readonly [measure: string, periods: string, shown: string, breakdown?: string, role?: Role]

/** The ten factors of the pack of 7 July 2023: shares, and ranks among all factors, of 2022/23, 2021/22 and 2020/21 as its table has them. */
const factors: readonly Fact[] = (
  [
    ['domestic-violence-of-a-parent', '35% 32% 36%', '1 1 1'],
    ['mental-health-of-a-parent', '33% 30% 35%', '2 2 2'],
    ['alcohol-of-a-parent', '15% 14% 18%', '4 4 3'],
    ['drugs-of-a-parent', '14% 11% 12%', '5 5 5'],
    ['mental-health-of-the-child', '18% 20% 17%', '3 3 4'],
    ['emotional-abuse', '13% 10% 12%', '6 6 6'],
    ['neglect', '11% 6% 7%', '7 11 9'],
    ['domestic-violence-of-the-child', '10% 10% 8%', '8 7 8'],
    ['learning-disability-of-the-child', '8% 10% 9%', '9 8 7'],
    ['physical-abuse-by-an-adult', '8% 4% 5%', '10 16 13'],
  ] as const
).flatMap(([factor, shares, ranks]): Fact[] => [
  ['factors-at-the-end-of-assessment', '2022-23 2021-22 2020-21', shares, `factor=${factor}`],
  ['rank-of-factors-at-the-end-of-assessment', '2022-23 2021-22 2020-21', ranks, `factor=${factor}`],
])

/** The commentary of the dashboard of 7 July 2023, and the annual report before the panel on that day. */
const dashboard: readonly Fact[] = [
  ['assessments-with-the-trio-of-harm', '2022-23 2021-22 2020-21', '10% 10% 12%'],
  ['family-front-door-contacts', '2019-20 2020-21 2021-22', '9,900 13,900 14,200'],
  ['contacts-decided-within-24-hours', '2019-20 2020-21 2021-22 2022-23', '72% 78% 80% 79% [b]'],
  ['contacts-decided-in-24-to-48-hours', '2022-23', '19%'],
  ['contacts-that-met-the-threshold', '2022-23-q4', '36%'],
  ['contacts-that-met-the-threshold', '2022-23-q4', '28%', 'led-to=social-work-assessment'],
  ['contacts-that-met-the-threshold', '2022-23-q4', '8%', 'led-to=targeted-early-help'],
  ['contacts-below-the-threshold', '2022-23-q4', '64%'],
  ['social-work-assessments-in-time', '2022-23-q4', '90%'],
  ['assessments-that-led-to-help', '2022-23-q4', '52%'],
  ['assessments-that-led-to-help', '2022-23-q4', '36%', 'help=social-work'],
  ['assessments-that-led-to-help', '2022-23-q4', '16%', 'help=targeted-early-help'],
  ['unaccompanied-children-entering-care', '2022-23', '73'],
  ['unaccompanied-share-of-children-entering-care', '2022-23', '23%'],
  ['new-residential-placements', '2022-23', '81'],
  ['new-residential-placements-of-young-teenagers', '2022-23', '74%'],
  ['placements-long-term-stability', '2021-22 2022-23', '72% 68%'],
  ['placements-short-term-stability', '2021-22 2022-23', '8% 9%'],
  ['placements-paid-for', '2022-23-q3 2022-23-q4', '1,026 1,042'],
  ['care-leavers-in-education-employment-or-training', '2021-22', '54%', '', 'neighbours'],
  ['care-leavers-in-education-employment-or-training', '2021-22', '55%', '', 'england'],
  ['care-leavers-in-suitable-accommodation', '2012-13 2022-23', '85.3% 94.0% [b]'],
  ['children-at-initial-conferences', '2022-23', '547'],
  ['initial-conference-share', '2022-23', '32%'],
  ['initial-conference-share', '2022-23', '34%', '', 'england'],
  ['initial-conferences-leading-to-a-plan', '2022-23', '87%'],
  ['supporting-families-first-children', '2022-23', '758'],
  ['supporting-families-first-results', '2022-23', '76%'],
  ['supporting-families-first-results', '2022-23', '19%', 'instead=protection-plan'],
  ['supporting-families-first-results', '2022-23', '2%', 'instead=coming-into-care'],
  ['supporting-families-first-followed-up', '2022-23', '101'],
  ['supporting-families-first-then-in-care', '2022-23', '12'],
  ['supporting-families-first-then-protected', '2022-23', '15'],
  ['children-with-a-missing-incident', '2019 2020 2021 2022', '744 647 [x] [x]'],
  ['permanent-workforce', '2022-23-q4', '85%'],
  ['permanent-workforce', '2022-23-q4', '95%', 'group=managers'],
  ['social-care-staff-survey', '2022', '65%', 'also=manageable-case-load'],
  ['school-inspections', '2022-23-q4', '56'],
  ['school-inspections', '2022-23-q4', '43', 'phase=primary-or-first'],
  ['school-inspection-reports', '2022-23-q4', '44'],
  ['schools-graded-better', '2022-23-q4', '9'],
  ['schools-graded-the-same', '2022-23-q4', '32', 'grade=still-good'],
  ['schools-graded-worse', '2022-23-q4', '13'],
  ['schools-graded-worse', '2022-23-q4', '2', 'grade=good-to-inadequate'],
  ['inspections-that-praise-send', '2022-23-q4', '93%'],
  ['schools-with-low-attendance', '2021-22-ay', '114', 'also=mainstream-below-93-percent'],
  ['persistent-absence', '2012-13-ay 2021-22-ay', '4.3% 25.0%'],
  ['children-missing-education', '2022-23-q4', '502 [b]'],
  ['missing-education-cases-closed', '2022-23-q4', '388'],
  ['electively-home-educated-children', '2019-20-q4 2022-23-q4', '762 1,131'],
  ['electively-home-educated-children', '2022-23-q4', '199', 'heritage=gypsy-roma-or-traveller'],
  ['permanent-exclusions', '2022-23-q4', '119'],
  ['permanent-exclusions', '2022-23-q4', '12', 'phase=primary'],
  ['permanent-exclusions', '2022-23-q4', '107', 'phase=secondary'],
  ['permanent-exclusions-prevented', '2022-23-q4', '25'],
  ['personal-education-plans-rated-green', '2022-23-ay-spring', '85%'],
  ['personal-education-plans-rated-green', '2022-23-ay-spring', '3%', 'also=red'],
  ['settings-with-green-plans', '2022-23-ay-spring', '322'],
  ['children-looked-after', '2022-12-31', '1,004'],
  ['children-with-a-protection-plan', '2022-12-31', '574'],
  ['children-with-an-education-health-and-care-plan', '2019-20-q4 2022-23-q3', '4,105 4,904'],
  ['children-in-low-income-families', '2021', '18.5%', '', 'england'],
]

/** Where the plan of 2014 to 2017 started from, in the pack of 14 February 2017. */
const plan2014: readonly Fact[] = [
  ['five-good-gcses', '2012-13-ay', '62.9%'],
  ['expected-level-at-key-stage-2', '2011-12-ay 2012-13-ay', '77% 72% [b]'],
  ['good-level-of-development', '2011-12-ay 2012-13-ay', '64.0% 49.0% [b]'],
  ['free-meals-gap-at-key-stage-2', '2012-13-ay', '26.2%'],
  ['free-meals-gap-at-key-stage-4', '2012-13-ay', '30%'],
  ['looked-after-gap-at-gcse', '2012-13-ay', '38.6%'],
  ['special-needs-gap-at-key-stage-2', '2012-13-ay', '56.3%'],
  ['special-needs-gap-at-gcse', '2012-13-ay', '50%'],
  ['excess-weight-gap-in-year-6', '2012-13-ay', '8.0%'],
  ['referrals-to-social-care', '2012-13', '308.0'],
  ['repeat-child-protection-plans', '2012-13', '20.5%'],
  ['share-not-in-education-employment-or-training', '2012-13', '4.7%'],
  ['children-with-a-protection-plan-rate', '2013-14', '33'],
  ['looked-after-children-rate', '2012-13', '55'],
  ['care-leavers-in-education-or-work', '2013-14', '47%'],
  ['weeks-to-partnership-appointment', '2015-06 2016-11', '23 weeks 11 weeks'],
]

/** What was to be reached: of the plan of 2014 to 2017, and of the strategy for children with SEND of 2023. */
const targets: readonly (readonly [measure: string, from: string, value: number])[] = [
  ['five-good-gcses', '2013-14-ay', 64],
  ['expected-level-at-key-stage-2', '2013-14-ay', 74],
  ['good-level-of-development', '2013-14-ay', 53.5],
  ['gap-at-the-foundation-stage', '2013-14-ay', 37],
  ['admissions-for-self-harm', '2014-15', 377.5],
  ['alcohol-admissions-under-18', '2014-15', 47.1],
  ['excess-weight-in-year-6', '2013-14-ay', 33],
  ['smoking-at-delivery', '2014-15', 14],
  ['permanent-exclusion-rate', '2013-14-ay', 0.065],
  ['persistent-absence', '2013-14-ay', 4.28],
  ['referrals-to-social-care', '2014-15', 261.8],
  ['repeat-child-protection-plans', '2014-15', 15.8],
  ['children-with-a-protection-plan-rate', '2014-15', 31],
  ['looked-after-children-rate', '2014-15', 58],
  ['children-adopted', '2014-15', 70],
  ['care-leavers-in-education-or-work', '2014-15', 52],
  ['care-leavers-in-suitable-accommodation', '2014-15', 90],
  ['supported-internships', '2024-25-ay', 90],
]

/** How many key indicators the plan of 2022 to 2024 names for each partnership. */
const partnerships = [
  ['Early Help Partnership', 5],
  ["Children and Young People's Emotional Wellbeing and Mental Health Partnership", 3],
  ['All Age Disability 0-25 Strategic Partnership', 5],
  ['Worcestershire Safeguarding Children Partnership', 6],
] as const

const named = [...factors, ...dashboard, ...plan2014]
const ofPlan2022 = [
  'expected-development-at-two-and-a-half', 'childhood-obesity', 'good-level-of-development', 'early-help-assessments', 'repeat-statutory-assessments-after-early-help',
  'children-missing-education-through-ill-health', 'children-absent-more-than-ten-days', 'health-checks-of-looked-after-children-with-needs-met',
  'children-with-sen-without-a-plan', 'children-with-a-plan-who-stay-in-mainstream', 'health-checks-of-disabled-children-with-needs-met', 'destinations-not-in-education-or-work', 'destinations-living-arrangements',
  'protection-plans-that-ended-well', 'repeat-child-protection-plans', 'protection-or-care-through-mental-health', 'referrals-to-the-right-service', 'repeat-protection-plans-within-two-years', 'care-proceedings-within-26-weeks',
]

let store: TestStore
let sheets: ReadonlyMap<string, MeasureSheet>
before(async () => {
  store = await exampleFigures()
  sheets = await sheetsAt(store, '2022-23-q4', [...new Set([...named, ...targets].map(([measure]) => measure).concat(ofPlan2022, 'protection-plans-with-domestic-abuse'))])
})
after(() => store.close())

function hold(facts: readonly Fact[]): void {
  for (const [measure, periods, shown, breakdown, role] of facts) assert.equal(shownFor(sheets.get(measure), periods.split(' '), breakdown, role), shown, `${measure} ${breakdown ?? ''} ${role ?? ''}`)
}

test('each of the ten factors has its share and its rank of three years as the table of 7 July 2023 prints them', () => {
  hold(factors)
  assert.equal(sheets.get('factors-at-the-end-of-assessment')?.definition.breakdowns[0]?.values.length, factors.length / 2)
})

test('every figure of the commentary of 7 July 2023 is found in the period that it is of, and one that the pack does not give is said to be missing', () => hold(dashboard))

test('the plan of 2014 to 2017 starts from the figures that its pack prints, and a change of method is a break', () => hold(plan2014))

test('what was to be reached stands in the definition with the period that it holds for', () => {
  for (const [measure, from, value] of targets) assert.deepEqual(sheets.get(measure)?.definition.targets.map((target) => [target.from, target.value]), [[from, value]], measure)
})

test('a measure whose start and target were still to be set has neither a figure nor a target', () => {
  const sheet = sheets.get('protection-plans-with-domestic-abuse')
  assert.deepEqual([sheet?.definition.targets, sheet?.series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))], [[], []])
})

test('the plan of 2022 to 2024 names its key indicators by partnership, and each has a definition and a reason', () => {
  const definitions = ofPlan2022.map((slug) => sheets.get(slug)?.definition ?? assert.fail(slug))
  for (const [part, count] of partnerships) assert.equal(definitions.filter(({ strategies }) => strategies.some((one) => one.slug === 'children-and-young-peoples-plan-2022-24' && one.part === part)).length, count, part)
  for (const { slug, definition, why } of definitions) assert.ok(definition.length > 30 && why.length > 20, slug)
})

test('numbers of children who need help have no side that is better', () => {
  for (const measure of ['children-looked-after', 'children-with-a-protection-plan', 'family-front-door-contacts', 'factors-at-the-end-of-assessment']) assert.equal(sheets.get(measure)?.judgement.rag, 'none', measure)
})

test('the sentence on a measure says where its figures are given in parts, are not available, or have a target ahead of them', async () => {
  const sentence = (slug: string) => sheets.get(slug)?.judgement.sentence
  assert.equal(sentence('factors-at-the-end-of-assessment'), 'The figures are given for the parts of the measure, and not for all together: 2022/23.')
  assert.equal(sentence('children-with-a-missing-incident'), 'The figure is not available: 2022.')
  const atTheStart = await sheetsAt(store, '2013-14-q4', ['five-good-gcses'])
  assert.match(atTheStart.get('five-good-gcses')?.judgement.sentence ?? '', /^62\.9% in 2012\/13\. .* A target of 64\.0% is set for 2013\/14\.$/)
})
