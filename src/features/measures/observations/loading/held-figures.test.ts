import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HeldFigures } from './held-figures.ts'
import { lotsOf } from './lots.ts'
import type { Observation } from '../observation.ts'

const figure = (place: number): Observation => ({
  measure: `measure-${place % 3}`, area: 'E10000034', breakdown: place % 2 === 0 ? '' : 'phase=primary', period: `${1000 + place}-ay`, numerator: place, denominator: undefined,
  value: place / 8, status: place % 5 === 0 ? 'provisional' : 'final', note: place % 7 === 0 ? `Note ${place}` : '', reason: '',
})

test('what is held by columns is given back as it came, beyond the first piece too', () => {
  const held = new HeldFigures()
  const places = 70_000
  for (let place = 0; place < places; place += 1) held.hold(place % 4, place + 2, figure(place))
  for (const place of [0, 1, 65_535, 65_536, places - 1]) assert.deepEqual(held.at(place), { place, source: place % 4, line: place + 2, observation: figure(place), revision: 0 })
  held.settle(65_536, 3, { status: 'revised', note: '', reason: 'Late.' })
  assert.deepEqual([held.at(65_536).revision, held.at(65_536).observation.status, held.at(65_536).observation.reason, held.at(65_535).revision], [3, 'revised', 'Late.', 0])
})

test('a measure and an area come together in one lot, in the order of the table, however the files mix them', () => {
  const held = new HeldFigures()
  const rows = [['b', 'E2'], ['a', 'E2'], ['b', 'E1'], ['a', 'E2'], ['b', 'E2']] as const
  for (const [place, [measure, area]] of rows.entries()) held.hold(0, place + 2, { ...figure(place), measure, area })
  const pairs = [...lotsOf(held)].flatMap((lot) => lot.pairs)
  assert.deepEqual(pairs.map(({ measure, area, places }) => [measure, area, [...places]]), [['a', 'E2', [1, 3]], ['b', 'E1', [2]], ['b', 'E2', [0, 4]]])
})

test('no lot is of more than 5,000 figures, unless one measure and area has more', () => {
  const held = new HeldFigures()
  for (let place = 0; place < 21_000; place += 1) held.hold(0, place + 2, { ...figure(place), measure: 'all', area: place < 7000 ? 'E0' : `E${1 + (place % 7)}` })
  const sizes = [...lotsOf(held)].map(({ size }) => size)
  assert.equal(sizes[0], 7000)
  assert.ok(sizes.slice(1).every((size) => size <= 5000))
  assert.equal(sizes.reduce((sum, size) => sum + size), 21_000)
})
