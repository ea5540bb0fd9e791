import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import type { TestStore } from '#platform/database/testing.ts'
import { protectSheets } from './disclosure/protect-sheets.ts'
import type { MeasureSheet, Role } from './sheets/sheet.ts'
import { exampleFigures, sheetsAt, shownFor } from './example/testing.ts'

/** Sep-16, Sep-17, Sep-18 and the quarters to June, September, December 2019 and March 2020: the columns of every table of the pack. */
const columns = ['2016-17-q2', '2017-18-q2', '2018-19-q2', '2019-20-q1', '2019-20-q2', '2019-20-q3', '2019-20-q4']

/** The rows of the tables as the pack of 17 July 2020 prints them; [x] where it says n/a or is blank, [b] where the series breaks. */
const rows: readonly (readonly [measure: string, shown: string, breakdown?: string, role?: Role])[] = [
  ['schools-good-or-outstanding', '90% 90% 86% 84% 84% 84% 84%'],
  ['schools-good-or-outstanding', '89% 88% 83% 83% 83% 83% 83%', 'phase=primary'],
  ['schools-good-or-outstanding', '93% 96% 84% 84% 84% 84% 87%', 'phase=secondary'],
  ['schools-good-or-outstanding', '100% 100% 100% 100% 100% 100% 90%', 'phase=special'],
  ['schools-good-or-outstanding', '100% 100% 100% 100% 100% 100% 100%', 'phase=nursery'],
  ['schools-good-or-outstanding', '100% 83% 83% 83% 83% 83% 83%', 'phase=pru'],
  ['schools-good-or-outstanding', '89% 89% 84% 86% 86% 86% 86%', '', 'england'],
  ['maintained-schools-by-ofsted-grade', '30 27 25 25 25 25 24', 'grade=outstanding'],
  ['maintained-schools-by-ofsted-grade', '123 104 92 87 86 84 84', 'grade=good'],
  ['maintained-schools-by-ofsted-grade', '17 11 15 15 16 15 12', 'grade=requires-improvement'],
  ['maintained-schools-by-ofsted-grade', '3 9 8 6 4 3 6', 'grade=inadequate'],
  ['maintained-schools-by-ofsted-grade', '173 151 140 133 131 127 126'],
  ['maintained-schools-good-or-outstanding', '88.4% 86.8% 83.6% 84.2% 84.7% 85.8% 85.7%'],
  ['academies-by-ofsted-grade', '17 21 22 20 20 19 17', 'grade=outstanding'],
  ['academies-by-ofsted-grade', '43 62 66 73 73 77 77', 'grade=good'],
  ['academies-by-ofsted-grade', '2 2 6 8 8 8 9', 'grade=requires-improvement'],
  ['academies-by-ofsted-grade', '1 2 9 9 11 12 13', 'grade=inadequate'],
  ['academies-by-ofsted-grade', '63 87 103 110 112 116 116'],
  ['academies-good-or-outstanding', '95.2% 95.4% 85.4% 84.5% 83.0% 82.8% 81.0%'],
  ['attendance-in-primary-schools', '96.1% 96.0% 96.0% 95.2% 96.0% 95.1% 95.1%'],
  ['attendance-in-primary-schools', '96.0% 96.0% 95.8% [x] [x] [x] [x]', '', 'england'],
  ['attendance-in-middle-schools', '95.0% 94.4% 95.5% 94.4% 96.0% 94.5% 94.4%'],
  ['attendance-in-secondary-schools', '95.2% 95.1% 94.4% 92.5% 94.6% 93.4% 93.4%'],
  ['attendance-in-secondary-schools', '94.8% 94.6% 94.5% [x] [x] [x] [x]', '', 'england'],
  ['children-missing-education-enquiries', '[x] [x] 78 205 [b] 204 266 130'],
  ['children-missing-education', '90 56 40 36 36 27 67'],
  ['electively-home-educated-children', '556 561 718 817 737 747 762'],
  ['permanent-exclusions', '106 140 127 115 [b] 8 54 80'],
  ['young-people-not-in-education-employment-or-training', '179 210 131 274 143 242 349'],
  ['young-people-whose-activity-is-unknown', '[x] [x] 3,541 118 6,573 578 138'],
  ['personal-education-plans-up-to-date', '87% 75% 82% 80% 81% 63% 100%'],
  ['personal-education-plans-out-of-date', '13% 25% 18% 20% 19% 37% 0%'],
  ['children-with-an-education-health-and-care-plan', '1,415 2,384 3,284 3,728 3,937 4,053 4,105'],
  ['looked-after-children-with-an-ehc-plan-in-county', '99 108 114 135 136 145 135'],
  ['looked-after-children-with-an-ehc-plan-out-of-county', '[x] [x] [x] 69 68 66 65'],
  ['children-in-need-with-an-ehc-plan', '[x] [x] [x] 87 74 107 103'],
  ['children-with-a-protection-plan-and-an-ehc-plan', '[x] [x] [x] 23 16 21 17'],
  ['children-with-early-help-and-an-ehc-plan', '[x] [x] [x] [x] 43 41 60'],
  ['ehc-needs-assessments-requested', '448 518 685 214 [b] 159 125 191'],
  ['ehc-needs-assessment-requests-agreed', '65% 74% 78% 68% [b] 73% 71% 85%'],
  ['ehc-decisions-within-16-weeks', '48% 37% 60% 65% [b] 78% 82% 100%'],
  ['ehc-plans-completed', '218 319 402 151 [b] 196 148 88'],
  ['ehc-plans-within-20-weeks', '47% 21% 14% 50% [b] 53% 60% 86%'],
  ['home-educated-children-with-an-ehc-plan', '19 41 33 37 39 34 35'],
  ['home-educated-children-with-sen-support', '38 94 138 143 130 124 116'],
]

let store: TestStore
let sheets: ReadonlyMap<string, MeasureSheet>
before(async () => {
  store = await exampleFigures()
  sheets = await sheetsAt(store, '2019-20-q4', [...rows.map(([measure]) => measure), 'care-leavers-in-education-employment-or-training', 'children-in-need-rate'])
})
after(() => store.close())

test('every row of the tables of 17 July 2020 reads as the pack prints it, in all seven columns, the national rows among them', () => {
  for (const [measure, shown, breakdown, role] of rows) assert.equal(shownFor(sheets.get(measure), columns, breakdown, role), shown, `${measure} ${breakdown ?? ''} ${role ?? ''}`)
})

test('care leavers and children in need stand beside England and the statistical neighbours, each of the period that the pack gives', () => {
  const shown = (measure: string, periods: readonly string[], role?: Role) => shownFor(sheets.get(measure), periods, '', role)
  const leavers = 'care-leavers-in-education-employment-or-training'
  assert.deepEqual([shown(leavers, ['2020-02-28']), shown(leavers, ['2018-19'], 'neighbours'), shown(leavers, ['2018-19'], 'england')], ['60%', '53%', '52%'])
  const need = 'children-in-need-rate'
  assert.deepEqual([shown(need, ['2019-03-31']), shown(need, ['2019-03-31'], 'neighbours'), shown(need, ['2019-03-31'], 'england')], ['305', '287', '334'])
})

test('numbers of children and plans of which neither more nor fewer is better have neither a side nor a target', () => {
  const contextual = ['children-with-an-education-health-and-care-plan', 'electively-home-educated-children', 'ehc-needs-assessments-requested', 'children-in-need-rate']
  for (const measure of contextual) assert.deepEqual([sheets.get(measure)?.definition.polarity, sheets.get(measure)?.judgement.rag], ['neither', 'none'], measure)
})

test('no count of children in the tables is so small that it is hidden, and counts of schools are not hidden however small', async () => {
  const hidden = await protectSheets([...sheets.values()], [])
  assert.deepEqual(hidden.ok && hidden.value.hidden, [])
  assert.equal(shownFor(sheets.get('academies-by-ofsted-grade'), ['2016-17-q2'], 'grade=inadequate'), '1')
})
