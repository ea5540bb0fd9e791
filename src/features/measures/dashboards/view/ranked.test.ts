import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../testing.ts'
import { ranked, type Ranked } from './ranked.ts'

const factors = { breakdowns: [{ name: 'factor', values: ['neglect', 'mental-health', 'alcohol', 'gangs', 'trafficking'] }], decimals: 0, unit: 'count' as const, polarity: 'neither' as const }
const list = (parts: Readonly<Record<string, readonly (number | 'hidden')[]>>, top = 3): Ranked | undefined =>
  ranked({ measure: 'factors', by: 'factor', top, title: 'Factors' }, entryOf({ measure: 'factors', values: [100, 100, 100], definition: factors, parts }).sheet)
const shown = (found: Ranked | undefined) => found?.lines.map(({ value, cells }) => `${value} ${cells.map(({ rank, isShared, moved }) => `${rank ?? '-'}${isShared ? '=' : ''}${moved === undefined ? '' : `(${moved})`}`).join(' ')}`)

test('each period has ranks of its own, by size, and a movement of so many places', () => {
  assert.deepEqual(shown(list({ 'factor=neglect': [50, 40], 'factor=alcohol': [40, 60], 'factor=mental-health': [30, 30] })), ['alcohol 2 1(1)', 'neglect 1 2(-1)', 'mental-health 3 3(0)'])
})

test('equal figures share a rank, and the next is so many further', () => {
  assert.deepEqual(shown(list({ 'factor=neglect': [50], 'factor=alcohol': [50], 'factor=mental-health': [30] })), ['alcohol 1=', 'neglect 1=', 'mental-health 3'])
})

test('no movement is told where figures that are written alike share a rank, before or now', () => {
  assert.deepEqual(shown(list({ 'factor=neglect': [50, 60, 50], 'factor=alcohol': [50, 40, 50], 'factor=mental-health': [30, 20, 10] })), ['alcohol 1= 2 1=', 'neglect 1= 1 1=', 'mental-health 3 3(0) 3(0)'])
})

test('a line stays while its value is among the first of any period that is shown', () => {
  assert.deepEqual(shown(list({ 'factor=neglect': [50, 10], 'factor=alcohol': [40, 60], 'factor=gangs': [1, 2] }, 1)), ['alcohol 2 1(1)', 'neglect 1 2(-1)'])
})

test('a hidden figure has no rank, is counted among what is hidden, and nothing tells where it would stand', () => {
  const found = list({ 'factor=neglect': [50, 40], 'factor=gangs': [45, 'hidden'], 'factor=trafficking': ['hidden', 'hidden'], 'factor=alcohol': [40, 30] })
  assert.deepEqual(shown(found), ['neglect 1 1', 'alcohol 3 2', 'gangs 2 -'])
  assert.deepEqual(found?.hidden, ['gangs', 'trafficking'])
})

test('where the source gives a rank for every figure that is shown, its ranks are used, places beyond the list among them', () => {
  const parts = { 'factor=neglect': [6, 11], 'factor=alcohol': [14, 15] }
  const figures = entryOf({ measure: 'factors', values: [100], definition: factors, parts }).sheet
  const given = (neglect: readonly (number | undefined)[]) => entryOf({ measure: 'rank-of-factors', values: [undefined], parts: { 'factor=neglect': neglect, 'factor=alcohol': [4, 4] } }).sheet
  const found = ranked({ measure: 'factors', by: 'factor', top: 10, title: 'Factors' }, figures, given([11, 7]))
  assert.deepEqual([shown(found), found?.isBySource], [['alcohol 4 4(0)', 'neglect 11 7(4)'], true])
  const inPart = ranked({ measure: 'factors', by: 'factor', top: 10, title: 'Factors' }, figures, given([undefined, 7]))
  assert.deepEqual([shown(inPart), inPart?.isBySource, inPart?.sizes], [['alcohol 1 1(0)', 'neglect 2 2(0)'], false, [2, 2]])
})

test('values of two breakdowns at once are no lines, and without figures there is no list', () => {
  assert.deepEqual(shown(list({ 'factor=neglect': [50], 'factor=alcohol;district=wyre': [90] })), ['neglect 1'])
  assert.equal(list({ 'factor=neglect': ['hidden'] }), undefined)
})

test('where another figure is hidden in one of two periods, nobody can tell who moved', () => {
  assert.deepEqual(shown(list({ 'factor=neglect': [50, 40], 'factor=gangs': [45, 'hidden'], 'factor=alcohol': [40, 30] })), ['neglect 1 1', 'alcohol 3 2', 'gangs 2 -'])
  assert.deepEqual(shown(list({ 'factor=neglect': ['hidden', 40], 'factor=alcohol': [40, 30] })), ['neglect - 1(no-rank-before)', 'alcohol 1 2'])
})
