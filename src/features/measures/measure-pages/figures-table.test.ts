import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../dashboards/testing.ts'
import { drawMeasure } from './measure-chart.ts'
import { figuresTable } from './figures-table.ts'

const plainly = (markup: { toString(): string }) => markup.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('footnotes and breaks stand below the table, numbered from the newest, and no column of theirs', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [60, 61, 62], definition: { targets: [] } })
  const said: Readonly<Record<string, object>> = { '2019-20-q3': { note: 'As printed.' }, '2019-20-q4': { note: 'A late return.', brokenHere: 'A new register.' } }
  const noted = { ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map((point) => ({ ...point, ...said[point.period] })) })) }
  const words = plainly(figuresTable(noted))
  assert.match(words, /Q4 2019\/20 \[note 1\] \[note 2\] 62\.0% \[b\] .*Q3 2019\/20 \[note 3\] 61\.0% .*Q2 2019\/20 60\.0% .*\[note 1\] A late return\. \[note 2\] A break: A new register\. \[note 3\] As printed\./)
  assert.doesNotMatch(words, / Note /)
  assert.doesNotMatch(plainly(figuresTable(sheet)), /note/)
})

test('figures of others that end before those of the council say in the chart with which period', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [60, 61, 62, 61, 60], england: 65 })
  const until = (period: string) => ({ ...sheet, series: sheet.series.map((one) => (one.role === 'england' ? { ...one, points: one.points.map((point) => ({ ...point, period })) } : one)) })
  assert.match(plainly(drawMeasure(until('2019-20-q2'), 'wide')), /England \(to Q2 2019\/20\)/)
  assert.doesNotMatch(plainly(drawMeasure(until('2019-20-q4'), 'wide')), /England \(to/)
})
