import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../dashboards/testing.ts'
import { brokenOff, brokenOffLine } from './broken-off.ts'

const broken = (values: readonly (number | undefined)[], period: string) => {
  const { sheet } = entryOf({ measure: 'plans', values })
  return { ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map((point) => (point.period === period ? { ...point, brokenHere: 'A new register.' } : point)) })) }
}
const said = (sheet: ReturnType<typeof broken>) => {
  const found = brokenOff(sheet)
  return found && brokenOffLine(found, sheet).toString()
}

test('a figure that a break parts from all before it is said not to be compared, with what, and why', () => {
  assert.equal(said(broken([67, 70, 72], '2019-20-q4')), '72.0% cannot be compared with 70.0% in Q3 2019/20, because of a break: <bdi>A new register.</bdi>')
  assert.equal(said(broken([67, undefined, 72], '2019-20-q3')), '72.0% cannot be compared with 67.0% in Q2 2019/20, because of a break: <bdi>A new register.</bdi>')
})

test('one that has another beside it since the break is compared with that, and where nothing was before nothing is said', () => {
  assert.equal(said(broken([67, 70, 72], '2019-20-q3')), undefined)
  assert.equal(said(broken([72], '2019-20-q4')), undefined)
  assert.equal(said(broken([70, undefined], '2019-20-q4')), undefined)
})
