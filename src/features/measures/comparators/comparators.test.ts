import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { areasOf, kindOfCode } from './area.ts'
import { eesPeriod } from './ees/ees-period.ts'
import { eesFigure } from './ees/ees-symbols.ts'
import { fingertipsPeriod } from './fingertips/fingertips-period.ts'
import { neighbourFigure, neighboursOn, type Neighbour } from './neighbours.ts'

const near = (from: string, area: string, closeness: Neighbour['closeness']): Neighbour => ({ from: date(from), area, closeness })
const sets = [near('2018-04-01', 'E10000014', 'Close'), near('2018-04-01', 'E10000008', 'Very Close'), near('2023-04-01', 'E10000031', 'Extremely Close')]

test('the neighbours of a day are the last set that has begun, the closest first', () => {
  assert.deepEqual(neighboursOn(sets, date('2018-03-31')), [])
  assert.deepEqual(neighboursOn(sets, date('2023-03-31')).map(({ area }) => area), ['E10000008', 'E10000014'])
  assert.deepEqual(neighboursOn(sets, date('2023-04-01')).map(({ area }) => area), ['E10000031'])
})

test('the figure of the neighbours is the mean or the median of those that have one, and says how many', () => {
  assert.deepEqual(neighbourFigure([50, undefined, 53, 61], 'median'), { value: 53, method: 'median', used: 3, of: 4 })
  assert.deepEqual(neighbourFigure([50, undefined, 53, 62], 'mean'), { value: 55, method: 'mean', used: 3, of: 4 })
  assert.equal(neighbourFigure([50, 53], 'median')?.value, 51.5)
  assert.equal(neighbourFigure([undefined, undefined], 'mean'), undefined)
})

test('areas are found by code and name, in any capitals', () => {
  const areas = areasOf([{ code: 'E10000034', name: 'Worcestershire', kind: 'council', isOwn: true }])
  assert.deepEqual(['e10000034', 'WORCESTERSHIRE', 'west midlands', 'E92000001', 'Nowhere'].map((written) => areas.find(written)?.code), ['E10000034', 'E10000034', 'E12000005', 'E92000001', undefined])
})

test('only England, its regions and its councils have figures here', () => {
  assert.deepEqual(['E92000001', 'E12000005', 'E10000034', 'E06000019', 'E07000234', 'E54000019'].map(kindOfCode), ['england', 'region', 'council', 'council', undefined, undefined])
})

test('periods of explore-education-statistics are read by their identifier', () => {
  const periods = [
    ['202223', 'Academic year', '2022-23-ay'], ['202223', 'Financial year', '2022-23'], ['202223', 'Autumn term', '2022-23-ay-autumn'], ['202223', 'Financial year Q4', '2022-23-q4'],
    ['2022', 'Calendar year', '2022'], ['2022', 'April', '2022-04'], ['202223', 'Autumn and spring term', undefined], ['202224', 'Academic year', undefined], ['2022', 'Week 14', undefined],
  ] as const
  for (const [time, identifier, slug] of periods) assert.equal(eesPeriod(time, identifier), slug, `${time} ${identifier}`)
  assert.equal(eesPeriod('202223', 'Financial year', '03-31'), '2023-03-31')
  assert.equal(eesPeriod('2023', 'Reporting year', '03-31'), '2023-03-31')
})

test('symbols of explore-education-statistics are states here, never figures', () => {
  const shown = (value: string) => [eesFigure(value, '5', '10', '').value, eesFigure(value, '5', '10', '').status].join(' ')
  assert.deepEqual(['c', 'x', ':', 'z', 'u', 'low', 'k', '5.5'].map(shown), [' not-available', ' not-available', ' not-available', ' not-applicable', ' not-available', '0 ', '0 ', '5.5 '])
  assert.deepEqual(eesFigure('5.5', 'c', '10', ''), { value: '5.5', status: '', note: '', numerator: '', denominator: '' })
})

test('periods of Fingertips are read by the frequency of the measure, ranges only where it is rolling', () => {
  const yearly = { frequency: 'financial-year', counting: 'period' } as const
  assert.equal(fingertipsPeriod('2022/23', yearly), '2022-23')
  assert.equal(fingertipsPeriod('2022/23', { ...yearly, frequency: 'academic-year' }), '2022-23-ay')
  assert.equal(fingertipsPeriod('2022/23 Q4', { ...yearly, frequency: 'quarter' }), '2022-23-q4')
  assert.equal(fingertipsPeriod('2022', { ...yearly, frequency: 'calendar-year' }), '2022')
  assert.equal(fingertipsPeriod('Apr 2022', { ...yearly, frequency: 'month' }), '2022-04')
  assert.equal(fingertipsPeriod('2020/21 - 22/23', { ...yearly, counting: 'rolling' }), '2022-23')
  assert.equal(fingertipsPeriod('2020 - 22', { frequency: 'calendar-year', counting: 'rolling' }), '2022')
  assert.equal(fingertipsPeriod('1999 - 01', { frequency: 'calendar-year', counting: 'rolling' }), '2001')
  assert.equal(fingertipsPeriod('2020 - 22', yearly), undefined)
})
