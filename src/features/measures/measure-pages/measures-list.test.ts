import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../dashboards/testing.ts'
import { breakdownsSection } from './breakdowns-section.ts'
import { figuresTable } from './figures-table.ts'
import { isToLookAtFirst } from './measures-list.ts'

test('to be looked at first is what is an exception, and what went the wrong way where no rule can judge it', () => {
  const isFirst = (values: readonly number[], definition = {}) => isToLookAtFirst(entryOf({ measure: 'plans', values, definition }))
  const untargeted = { targets: [] }
  assert.deepEqual([isFirst([70, 40]), isFirst([70, 60], untargeted), isFirst([60, 70], untargeted), isFirst([70, 65])], [true, true, false, false])
})

test('scores of parts, such as ranks, are a table and no bars', () => {
  const drawn = (unit: 'score' | 'percent') => String(breakdownsSection(entryOf({ measure: 'ranks', values: [undefined], parts: { 'factor=neglect': [1], 'factor=gangs': [10] }, definition: { unit, polarity: 'neither', decimals: 0 } }).sheet))
  assert.match(drawn('percent'), /Gangs has the highest figure/)
  assert.ok(drawn('score').includes('<table') && !/<svg|highest/.test(drawn('score')))
})

test('a column of the table of figures that would be empty in every row is left out', () => {
  const headings = (values: readonly number[], definition = {}) => Array.from(String(figuresTable(entryOf({ measure: 'plans', values, definition }).sheet)).matchAll(/<th scope="col"[^>]*>([^<]*)/g), ([, heading]) => heading)
  assert.deepEqual(headings([70, 71, 70], { targets: [] }), ['Period', 'Figure'])
  assert.deepEqual(headings([70, 71, 70]), ['Period', 'Figure', 'Target'])
})

test('what is given beside the whole is headed in a reader’s words', () => {
  const section = String(breakdownsSection(entryOf({ measure: 'bullied', values: [40], parts: { 'also=in-the-last-year': [37] } }).sheet))
  assert.ok(section.includes('Also counted: the figures, the newest period first') && !section.includes('By also'))
})
