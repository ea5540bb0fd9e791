import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../dashboards/testing.ts'
import { besideInWords, besideOthers } from './beside-others.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'
import { otherTargetWords, targetFound, targetWords } from './target-words.ts'

test('England’s figure says of which period it is, and that no test was made where the measure names no interval', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [70], england: 65 })
  assert.deepEqual(besideOthers(sheet).map(besideInWords), ['England 65.0% (Q4 2019/20): the council is higher; no test was made: the measure names no interval'])
  const named = entryOf({ measure: 'plans', values: [70], england: 65, definition: { interval: 'wilson', denominator: 'plans' } })
  assert.deepEqual(besideOthers(named.sheet).map(({ found }) => found), ['the council is higher, chance was not ruled out'], 'an interval is named, and no counts are given')
  assert.deepEqual(besideOthers(entryOf({ measure: 'plans', values: [70] }).sheet), [])
})

test('the neighbours’ figure says how it is made and of how many', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [70], england: 65 })
  const made = (used: number) => ({ ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map((point) => ({ ...point, made: { method: 'mean' as const, used, of: 10 } })) })) })
  assert.deepEqual([9, 10].map((used) => besideOthers(made(used))[0]?.figure), ['65.0% (mean of 9 of 10, Q4 2019/20)', '65.0% (mean of 10, Q4 2019/20)'])
})

test('where the others have nothing recent, their last figure stands beside the council’s of that time', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [60, ...Array<number>(11).fill(70)], england: 65 })
  const old = (period: string) => judgedSheet({ ...sheet, series: sheet.series.map((one) => (one.role === 'england' ? { ...one, points: [{ period, value: 65, status: 'final' as const, confidentiality: 'open' as const }] } : one)) })
  assert.deepEqual(besideOthers(old('2017-18-q1')).map(besideInWords), ['England 65.0% (Q1 2017/18): the council was then lower; no test was made: the measure names no interval'])
  assert.deepEqual(besideOthers(old('2015-16-q1')).map(besideInWords), ['England 65.0% (Q1 2015/16): too long ago to be held beside it'])
})

test('where no target holds for the period, the next that is set is said with its period, and else the last', () => {
  const target = (from: string, value: number, to = from) => ({ from, to, value, whose: 'partnership' as const, setBy: 'The partnership' })
  const said = (...targets: readonly ReturnType<typeof target>[]) => otherTargetWords(entryOf({ measure: 'plans', values: [70], definition: { targets: [...targets] } }).sheet)
  assert.equal(said(target('2012-13', 50), target('2022-23', 80), target('2020-21', 64)), '64.0% or more for 2020/21, the partnership’s')
  assert.equal(said(target('2012-13', 50, '2014-15')), '50.0% or more for 2012/13 to 2014/15, the partnership’s')
  assert.deepEqual([said(target('2019-20', 50), target('2020-21', 64)), said()], [undefined, undefined])
})

test('a hidden figure of others stays hidden', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [70], england: 65 })
  const hidden = { ...sheet, series: sheet.series.map((one) => (one.role === 'england' ? { ...one, points: [{ period: '2019-20-q4', status: 'final' as const, confidentiality: 'hidden' as const }] } : one)) }
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

test('a figure of others of long ago stands beside that of now with its year, where the council has no figure of that time', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [70], england: 65 })
  const old = judgedSheet({ ...sheet, series: sheet.series.map((one) => (one.role === 'england' ? { ...one, points: [{ period: '2013-14-q2', value: 95.8, status: 'final' as const, confidentiality: 'open' as const }, { period: '2019-20-q4', status: 'not-available' as const, confidentiality: 'open' as const }] } : one)) })
  assert.deepEqual(besideOthers(old).map(besideInWords), ['England 95.8% (Q2 2013/14): too long ago to be held beside it'])
})

test('beside a figure of another period than that of now stands what the council had at that time', () => {
  const { sheet } = entryOf({ measure: 'plans', values: [66, 70, 64], england: 65 })
  const last = judgedSheet({ ...sheet, series: sheet.series.map((one) => (one.role === 'england' ? { ...one, points: [{ period: '2019-20-q2', value: 65, status: 'final' as const, confidentiality: 'open' as const }] } : one)) })
  assert.deepEqual(besideOthers(last).map(besideInWords), ['England 65.0% (Q2 2019/20): the council had 66.0% then; the council is now lower; no test was made: the measure names no interval'])
})
