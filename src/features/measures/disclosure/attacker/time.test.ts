import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { sheet, type GivenSeries } from '../testing.ts'
import { attack, attackByProgram, play, publish } from './testing/attacks.ts'
import { count, dice, emptyTruth, nameOf, put, quarters, sheetOf, sumUp } from './testing/truth.ts'

/** Which figures a release hides: measure, breakdown and period. */
async function hiddenIn(sheets: readonly MeasureSheet[]): Promise<readonly string[]> {
  const shown = (await publish(sheets)) ?? assert.fail('the release was refused')
  return shown.flatMap(({ definition: { slug }, series }) => series.flatMap(({ breakdown, points }) => points.filter(({ confidentiality }) => confidentiality === 'hidden').map(({ period }) => [slug, breakdown, period].filter((part) => part !== '').join(' '))))
}

test('a year to date and the outturn of its year tell nothing small of what came between, though the last quarter or month is not given', async () => {
  const counting = 'year-to-date'
  const lastOf = async (own: GivenSeries[string], changes: object) => (await hiddenIn([sheet('so-far', { own }, { counting, ...changes })])).length
  assert.equal(await lastOf({ '2019-20-q1': 10, '2019-20-q2': 20, '2019-20-q3': 30, '2019-20-outturn': 33 }, {}), 1)
  assert.equal(await lastOf({ '2020-01': 30, '2020-02': 40, '2019-20-outturn': 44 }, { frequency: 'month' }), 1)
  assert.equal(await lastOf({ '2019-20-q3': [30, 100], '2019-20-outturn': [32, 140] }, { unit: 'percent', decimals: 1 }), 1)
})

const name = 'Children fostered'

test('a hidden quarter is not told by the year of another measure that is named the same', async () => {
  const quarterly = sheet('quarterly', { own: { '2019-20-q1': 20, '2019-20-q2': 17, '2019-20-q3': 3, '2019-20-q4': 10 } }, { name })
  const yearly = sheet('yearly', { own: { '2019-20': 50 } }, { name, frequency: 'financial-year' })
  const hidden = await hiddenIn([quarterly, yearly])
  assert.ok(hidden.length === 2 && hidden.includes('quarterly 2019-20-q3'), hidden.join(', '))
})

test('a hidden quarter is not told by the year to date of another measure that is named the same', async () => {
  const quarterly = sheet('quarterly', { own: { '2019-20-q2': 17, '2019-20-q3': 3 } }, { name })
  const soFar = sheet('so-far', { own: { '2019-20-q2': 37, '2019-20-q3': 40 } }, { name, counting: 'year-to-date' })
  const hidden = await hiddenIn([quarterly, soFar])
  assert.ok(hidden.includes('quarterly 2019-20-q3') && hidden.some((figure) => figure.startsWith('so-far')), hidden.join(', '))
})

test('a hidden term is not told by the school year of another measure that is named the same', async () => {
  const byTerm = sheet('by-term', { own: { '2022-23-ay-autumn': 20, '2022-23-ay-spring': 3, '2022-23-ay-summer': 12 } }, { name, frequency: 'term' })
  const hidden = await hiddenIn([byTerm, sheet('by-year', { own: { '2022-23-ay': 35 } }, { name, frequency: 'academic-year' })])
  assert.ok(hidden.length === 2 && hidden.includes('by-term 2022-23-ay-spring'), hidden.join(', '))
})

test('girls who are hidden at the end of a quarter are not told by all children of its last day in another measure', async () => {
  const parts = sheet('at-end', { 'own sex=b': { '2019-20-q4': 37 }, 'own sex=g': { '2019-20-q4': 3 } }, { name, counting: 'snapshot' })
  const hidden = await hiddenIn([parts, sheet('on-day', { own: { '2020-03-31': 40 } }, { name, frequency: 'snapshot', counting: 'snapshot' })])
  assert.ok(hidden.length === 2 && hidden.includes('at-end sex=g 2019-20-q4'), hidden.join(', '))
})

test('measures that are named the same tell no small number, whatever the lengths of time that they count', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 31_000)]
    for (const period of quarters) put(truth, { slug: 'quarterly', period }, count(roll))
    const partOf = (upTo: number) => quarters.slice(0, upTo).map((period) => nameOf({ slug: 'quarterly', period }))
    for (const [at, period] of quarters.entries()) if (roll(2) === 0) sumUp(truth, { slug: 'so-far', period }, partOf(at + 1))
    sumUp(truth, { slug: 'yearly', period: '2019-20' }, partOf(4))
    const shown = await publish([sheetOf(truth, 'quarterly', { name }), sheetOf(truth, 'so-far', { name, counting: 'year-to-date' }), sheetOf(truth, 'yearly', { name, frequency: 'financial-year' })].filter(({ series }) => series.length > 0))
    return shown && attack(truth, shown, `named the same ${seed}`)
  }))

test('a calendar year and a financial year that overlap tell no small quarter of what each has alone', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 32_000)]
    const behind = ['2018-19-q4', ...quarters].map((period) => put(truth, { slug: 'behind', period, part: 'rest' }, count(roll)))
    for (const [period, at] of [['2018-19-q4', 0], ['2019-20-q4', 4]] as const) sumUp(truth, { slug: 'quarterly', period }, behind.slice(at, at + 1))
    sumUp(truth, { slug: 'calendar', period: '2019' }, behind.slice(0, 4))
    sumUp(truth, { slug: 'financial', period: '2019-20' }, behind.slice(1))
    const shown = await publish([sheetOf(truth, 'quarterly', { name }), sheetOf(truth, 'calendar', { name, frequency: 'calendar-year' }), sheetOf(truth, 'financial', { name, frequency: 'financial-year' })])
    const guarded = new Set([...truth.numbers.keys()].filter((one) => !one.startsWith('behind')))
    return shown && attackByProgram(truth, shown, `overlapping years ${seed}`, { guarded, known: { sheets: [], isOf: () => false } })
  }))

test('a word processor’s quotes and dashes make no other words of the same', async () => {
  const visits = sheet('visits', { own: { '2019-20-q4': 26 }, 'own sex=g': { '2019-20-q4': 20 } }, { name: 'Children’s first–visits' })
  const share = sheet('late', { own: { '2019-20-q4': { value: 7.7 } } }, { unit: 'percent', decimals: 1, denominator: "children's first-visits" })
  assert.deepEqual(await hiddenIn([visits, share]), ['late 2019-20-q4'])
})
