import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dashboardAt, figureAddress, figureAt, type FigureQuoted } from './figure-address.ts'
import { readMark } from './mark.ts'

test('a mark names a measure and a period, an area and a part where it is not the council’s own of all, or all figures of a body', () => {
  assert.deepEqual(readMark('plans-on-time 2019-20-q4'), { kind: 'figure', measure: 'plans-on-time', period: '2019-20-q4', breakdown: '' })
  assert.deepEqual(readMark('absence 2019-20 breakdown=phase=primary area=E92000001'), { kind: 'figure', measure: 'absence', period: '2019-20', area: 'E92000001', breakdown: 'phase=primary' })
  assert.deepEqual(readMark('figures panel 2019-20-q4'), { kind: 'dashboard', body: 'panel', period: '2019-20-q4' })
})

test('what is no mark of a figure is left to be words', () => {
  for (const text of ['', 'plans-on-time', 'Plans on time', 'absence 2019-20 phase=primary', 'absence 2019-20 area=', 'absence 2019-20 primary', 'absence 2019-20 area=a area=b', 'figures panel 2019-20-q4 more']) assert.equal(readMark(text), undefined, text)
})

test('the address of a quoted figure says again which it was, and out of which version', () => {
  const figure: FigureQuoted = { measure: 'absence', period: '2019-20', area: 'E92000001', breakdown: 'phase=primary;sex=f', release: { body: 'panel', period: '2019-20-q4', version: 2 } }
  assert.deepEqual(figureAt(figureAddress(figure)), figure)
  assert.equal(figureAt('/measures/absence'), undefined)
  assert.equal(figureAt('https://example.org/measures/absence?figure=2019-20&release=panel/2019-20-q4/2'), undefined)
  assert.deepEqual(dashboardAt('/dashboards/panel/2019-20-q4?version=2'), { body: 'panel', period: '2019-20-q4', version: 2 })
  assert.equal(dashboardAt('/dashboards/panel/2019-20-q4'), undefined)
})
