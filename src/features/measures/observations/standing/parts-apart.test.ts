import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Link } from './arriving.ts'
import { partsApart } from './parts-apart.ts'

const phases = [{ name: 'phase', values: ['primary', 'secondary'] }, { name: 'sex', values: ['girls', 'boys'] }]
const measure = { slug: 'placed', unit: 'count' as const, decimals: 0 as const, breakdowns: phases } as unknown as Parameters<typeof partsApart>[1]
const own = [{ file: 'a.csv', what: 'observations' as const }]

/** Counts by breakdown; those whose words begin with `new ` arrive. */
function figures(values: Readonly<Record<string, number | undefined>>): Link[] {
  return Object.entries(values).map(([words, value], place): Link => {
    const breakdown = words.replace(/^new ?/, '')
    const observation = { measure: 'placed', area: 'E10000034', breakdown, period: '2022-23-q1', numerator: undefined, denominator: undefined, value, status: 'final' as const, note: '', reason: '' }
    return { ...observation, revision: 1, ...(words.startsWith('new') ? { from: { source: 0, line: place + 2, observation } } : {}) }
  })
}
const told = (values: Readonly<Record<string, number | undefined>>, origins: Parameters<typeof partsApart>[2] = own) => partsApart(figures(values), measure, origins).map(({ row, found }) => [row, found])

test('parts that are more than their whole are told at the row that arrives, the whole included', () => {
  assert.deepEqual(told({ '': 70, 'phase=primary': 40, 'new phase=secondary': 31 }), [[4, '71']])
  assert.deepEqual(told({ new: 70, 'phase=primary': 40, 'phase=secondary': 31 }), [[2, '71']])
  assert.deepEqual(told({ '': 71, 'phase=primary': 40, 'new phase=secondary': 31 }), [])
})

test('parts that are less are told once all that the definition names are given', () => {
  assert.deepEqual(told({ '': 70, 'new phase=primary': 40 }), [])
  assert.deepEqual(told({ '': 70, 'phase=primary': undefined, 'new phase=secondary': 40 }), [])
  assert.deepEqual(told({ '': 70, 'phase=primary': 20, 'new phase=secondary': 40 }), [[4, '60']])
})

test('parts of a part are held against it, not against the whole', () => {
  assert.deepEqual(told({ '': 45, 'phase=primary': 40, 'phase=primary;sex=girls': 20, 'new phase=primary;sex=boys': 25 }), [[5, '45']])
})

test('further counts beside a whole are no parts of it', () => {
  assert.deepEqual(told({ '': 70, 'new also=moved': 71 }), [])
})

test('nothing is told of what stood already, of what others publish, nor of shares', () => {
  assert.deepEqual(told({ '': 70, 'phase=primary': 40, 'phase=secondary': 31 }), [])
  assert.deepEqual(told({ '': 70, 'phase=primary': 40, 'new phase=secondary': 31 }, [{ file: 'b.csv', what: 'ees' }]), [])
  assert.deepEqual(partsApart(figures({ '': 70, 'new phase=primary': 71 }), { ...measure, unit: 'percent' }, own), [])
})
