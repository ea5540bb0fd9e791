import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf, type MadeEntry } from '../dashboards/testing.ts'
import { inPeriod } from '../sheets/shown.ts'
import { chartPoints } from './chart-points.ts'
import { changeInWords, plainChange } from './plain-change.ts'

const change = (values: MadeEntry['values'], definition: MadeEntry['definition'] = {}) => {
  const { sheet } = entryOf({ measure: 'plans', values, definition })
  const found = plainChange(sheet)
  return found && `${changeInWords(found, sheet)}${found.isWrongWay ? ', the wrong way' : ''}`
}

test('a figure stands beside that of a year before, and else beside the last that is known', () => {
  assert.equal(change([90, 70, 71, 72, 80]), 'Down from 90.0% in Q4 2018/19, the wrong way')
  assert.equal(change([70, undefined, 80]), 'Up from 70.0% in Q2 2019/20')
  assert.equal(change([70, ...Array<undefined>(8).fill(undefined), 80]), undefined, 'more than two years before')
  assert.equal(change([80]), undefined)
  assert.equal(change([80, undefined]), undefined)
})

test('a figure of the year so far stands beside that of the same part of the last year that has one, or none', () => {
  assert.equal(change([40, 70, 100, 120, 30], { counting: 'year-to-date', polarity: 'neither' }), 'So far this year: down from 40.0% in Q4 2018/19')
  assert.equal(change([90, 30], { counting: 'year-to-date' }), undefined)
  assert.equal(change([80, ...Array<undefined>(11).fill(undefined), 119], { counting: 'year-to-date', polarity: 'lower' }), 'So far this year: up from 80.0% in Q4 2016/17, the wrong way')
})

test('a figure of a day is said to be on it, and one of a period in it', () => {
  assert.equal(inPeriod('2023-03-31', { frequency: 'snapshot' }), 'on 31 Mar 2023')
  assert.equal(inPeriod('2022-23-q4', { frequency: 'quarter' }), 'in Q4 2022/23')
})

test('figures that are written alike are the same, and which way is wrong follows from what is better', () => {
  assert.equal(change([79.96, 80.04]), 'The same as in Q3 2019/20')
  assert.equal(change([70, 80], { polarity: 'lower' }), 'Up from 70.0% in Q3 2019/20, the wrong way')
  assert.equal(change([70, 80], { polarity: 'neither' }), 'Up from 70.0% in Q3 2019/20')
})

test('nothing is said across a break', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [70, 71, 72, 75, 80] })
  const broken = (period: string) => ({ ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map((point) => (point.period === period ? { ...point, brokenHere: 'A new system' } : point)) })) })
  assert.equal(plainChange(broken('2019-20-q4')), undefined)
  assert.equal(plainChange(broken('2019-20-q3'))?.from.period, '2019-20-q3')
})

test('a chart shows the figures of the measure’s own periods, and the outturn of a year apart from them', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [70, 71] })
  const withOutturn = { ...sheet, series: sheet.series.map((one) => ({ ...one, points: [...one.points, { period: '2019-20-outturn', value: 90, status: 'final' as const, confidentiality: 'open' as const }] })) }
  assert.deepEqual(chartPoints(withOutturn).map(({ label, value }) => [label, value]), [['Q3 2019/20', 70], ['Q4 2019/20', 71]])
})
