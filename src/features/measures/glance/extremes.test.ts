import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf, type MadeEntry } from '../dashboards/testing.ts'
import { extremeInWords, extremeOf } from './extremes.ts'
import { howItWent } from './how-it-went.ts'

const made = (values: MadeEntry['values'], definition: MadeEntry['definition'] = {}) => entryOf({ measure: 'plans', values, definition }).sheet
const extreme = (...asked: Parameters<typeof made>) => {
  const found = extremeOf(made(...asked))
  return found && `${extremeInWords(found, made(...asked))}${found.isWorst ? ', the worst' : ''}`
}

test('the highest or the lowest of all figures that are published is said as a plain fact', () => {
  assert.equal(extreme([80, 85, 82, 79]), 'the lowest of the 4 figures published, the worst')
  assert.equal(extreme([80, 85, undefined, 82, 86]), 'the highest of the 4 figures published')
  assert.equal(extreme([80, 85, 82, 81]), undefined)
  assert.equal(extreme([131, 274, 143, 349], { polarity: 'neither', unit: 'count' }), 'the highest of the 4 figures published')
})

test('one that is written like an earlier one is not said to be alone, and where all are alike none is', () => {
  assert.equal(extreme([90, 86, 84, 84]), 'none of the 4 figures published is lower, the worst')
  assert.equal(extreme([84, 84.02, 84, 84]), undefined)
})

test('of three figures none is said to be the highest, nor where one is hidden, or the figures count the year so far', () => {
  assert.equal(extreme([80, 85, 79]), undefined)
  assert.equal(extreme([80, 85, 82, 79], { counting: 'year-to-date' }), undefined)
  const sheet = made([80, 85, 82, 83, 79])
  const hidden = { ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map(({ value: _value, ...point }, index) => (index === 1 ? { ...point, confidentiality: 'hidden' as const } : { ...point, value: _value ?? 0 })) })) }
  assert.equal(extremeOf(sheet)?.end, 'lowest')
  assert.equal(extremeOf(hidden), undefined)
})

test('how a figure went says the extreme, the change, and of what does not follow the year the first figure', () => {
  assert.equal(howItWent(made([90, 86, undefined, undefined, undefined, 84, 84])), 'None of the 4 figures published is lower; the same as in Q3 2019/20; the first was 90.0% in Q2 2018/19')
  assert.equal(howItWent(made([143, 242, 349], { unit: 'count', decimals: 0, polarity: 'lower' })), 'Up from 242 in Q3 2019/20, another time of year')
  assert.deepEqual([howItWent(made([70])), howItWent(made([70, undefined]))], [undefined, undefined])
})
