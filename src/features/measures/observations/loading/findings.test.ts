import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FigureFault } from '../figure-fault.ts'
import { findingsOf } from './findings.ts'

const at = (row: number, message: string): FigureFault => ({ file: 'a.csv', row, message, figure: { measure: 'm', area: 'E10000034', breakdown: '', period: '2022-23-q1' } })
const inOrder = (one: FigureFault, other: FigureFault) => (one.row ?? 0) - (other.row ?? 0)
const none = { slip: [], apart: [], otherwise: [], overtaken: [] }

test('what is likely a slip comes first, and within a kind the order is that of the rows', () => {
  const found = findingsOf({ ...none, otherwise: [at(2, 'The public reads 5 here.')], slip: [at(9, 'Ten times.'), at(4, 'A tenth.')], apart: [at(3, 'Parts.')] }, inOrder)
  assert.deepEqual(found.map(({ kind, row }) => [kind, row]), [['slip', 4], ['slip', 9], ['apart', 3], ['otherwise', 2]])
})

test('a figure of a row has one entry, which says all that was found of it once', () => {
  const read = at(4, 'The public reads 5 here.')
  const found = findingsOf({ ...none, otherwise: [read, read, at(4, 'It cannot be published again.')], slip: [at(4, 'Ten times.')] }, inOrder)
  assert.deepEqual(found.map(({ kind, message }) => [kind, message]), [['slip', 'Ten times. The public reads 5 here. It cannot be published again.']])
})

test('a row that gives several figures has an entry for each', () => {
  const [one, other] = [at(4, 'Ten times.'), { ...at(4, 'A tenth.'), figure: { ...at(4, '').figure, area: 'E12000001' } }]
  assert.deepEqual(findingsOf({ ...none, slip: [one, other] }, inOrder).map(({ figure: { area }, message }) => [area, message]), [['E10000034', 'Ten times.'], ['E12000001', 'A tenth.']])
})

test('the first thousand of each kind are kept', () => {
  const many = Array.from({ length: 1200 }, (_none, place) => at(place + 2, 'The public reads 5 here.'))
  const found = findingsOf({ ...none, otherwise: many, slip: [at(2, 'Ten times.')] }, inOrder)
  assert.deepEqual([found.length, found[0]?.kind], [1001, 'slip'])
})
