import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../dashboards/testing.ts'
import { besideInWords, besideOthers } from './beside-others.ts'
import { targetFound, targetWords } from './target-words.ts'

test('England’s figure says of which period it is, and without an interval it is not judged', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [70], england: 65 })
  assert.deepEqual(besideOthers(sheet).map(besideInWords), ['England 65.0% (Q4 2019/20): not judged'])
  assert.deepEqual(besideOthers(entryOf({ measure: 'plans', values: [70] }).sheet), [])
})

test('the neighbours’ figure says how it is made and of how many', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [70], england: 65 })
  const made = (used: number) => ({ ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map((point) => ({ ...point, made: { method: 'mean' as const, used, of: 10 } })) })) })
  assert.deepEqual([9, 10].map((used) => besideOthers(made(used))[0]?.figure), ['65.0% (mean of 9 of 10, Q4 2019/20)', '65.0% (mean of 10, Q4 2019/20)'])
})

test('a hidden figure of others stays hidden', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [70], england: 65 })
  const hidden = { ...sheet, series: sheet.series.map((one) => (one.role === 'england' ? { ...one, points: [{ period: '2019-20-q4', status: 'final' as const, confidentiality: 'inherited' as const }] } : one)) }
  assert.equal(besideOthers(hidden)[0]?.figure, '[c] (Q4 2019/20)')
})

test('a target says which side of it is meant, and whose it is', () => {
  const target = (polarity: 'higher' | 'lower', value: number) => {
    const { sheet } = entryOf({ measure: 'plans', values: [value], definition: { polarity } })
    return `${targetWords(sheet)}: ${targetFound(sheet)}`
  }
  assert.deepEqual([target('higher', 61), target('lower', 61)], ['60.0% or more, national: met', '60.0% or less, national: missed'])
  assert.equal(targetWords(entryOf({ measure: 'plans', values: [70], definition: { targets: [] } }).sheet), undefined)
})
