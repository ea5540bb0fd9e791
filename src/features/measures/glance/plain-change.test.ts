import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf, type MadeEntry } from '../dashboards/testing.ts'
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
