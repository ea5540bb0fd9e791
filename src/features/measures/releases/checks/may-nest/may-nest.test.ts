import assert from 'node:assert/strict'
import { test } from 'node:test'
import { protectSheets } from '../../../disclosure/protect-sheets.ts'
import { sheet, type GivenSeries } from '../../../disclosure/testing.ts'
import type { MeasureSheet } from '../../../sheets/sheet.ts'
import { ageBand } from './age-band.ts'
import { mayNest } from './may-nest.ts'
import { sortOf } from './places-and-ages.ts'

/** Children by these parts in the last quarter of 2019/20. */
function children(parts: Readonly<Record<string, number>>): MeasureSheet {
  const series: GivenSeries = Object.fromEntries(Object.entries(parts).map(([part, count]) => [`own ${part}`.trim(), { '2019-20-q4': count }]))
  return sheet('missing', series, { name: 'Children missing' })
}

async function found(now: MeasureSheet, published: readonly MeasureSheet[] = []): Promise<readonly string[]> {
  const hidden = await protectSheets([now], published)
  assert.ok(hidden.ok)
  return mayNest([now], hidden.value.hidden, published).map(({ kind, message }) => `${kind} ${message}`)
}

const byDistrict = { 'district=north': 30, 'district=south': 40 }
const byWard = { 'ward=n1': 28, 'ward=n2': 2, 'ward=s1': 25, 'ward=s2': 15 }

test('a measure by district and by ward of which something is hidden is warned of, with what to do', async () => {
  const [message, ...more] = await found(children({ '': 70, ...byDistrict, ...byWard }))
  assert.match(message ?? '', /^breakdowns-may-nest “Children missing” is given by district and by ward, and figures of Q4 2019\/20 are hidden among them\. If one of them lies within the other, .* Give the figures by one of the two alone, or by both at once, or say why/)
  assert.deepEqual(more, [])
})

test('places by both at once, places alone, places beside something else and places of which nothing is hidden are not warned of', async () => {
  assert.deepEqual(await found(children({ ...byDistrict, 'district=north;ward=n1': 28, 'district=north;ward=n2': 2 })), [])
  assert.deepEqual(await found(children({ '': 70, ...byWard })), [])
  assert.deepEqual(await found(children({ '': 70, ...byWard, 'sex=g': 30, 'sex=b': 40 })), [])
  assert.deepEqual(await found(children({ '': 70, ...byDistrict, 'ward=n1': 20, 'ward=n2': 10, 'ward=s': 40 })), [])
})

test('ages are warned of where one band lies within another, or cannot be read', async () => {
  const narrow = { 'age=5-9': 20, 'age=0-4': 3, 'age=10-17': 40 }
  assert.match((await found(children({ ...narrow, 'broad-age=under-10': 23, 'broad-age=10-and-over': 40 })))[0] ?? '', /by age and by broad-age, .* As 5-9 lies within under-10, a reader takes/)
  assert.deepEqual(await found(children({ ...narrow, 'broad-age=3-7': 23, 'broad-age=8-16': 40 })), [])
  assert.match((await found(children({ ...narrow, 'age-group=infants': 23, 'age-group=others': 40 })))[0] ?? '', /If one of them lies within the other/)
})

test('what is public already is not asked about again, and one figure that is new is', async () => {
  const now = children({ ...byDistrict, ...byWard })
  const published = sheet('missing', { 'own district=north': { '2019-20-q4': 30 }, 'own district=south': { '2019-20-q4': 40 }, ...Object.fromEntries(Object.keys(byWard).map((ward) => [`own ${ward}`, { '2019-20-q4': { confidentiality: 'hidden' as const } }])) }, { name: 'Children missing' })
  const hiddenNow = [{ measure: 'missing', area: 'own', breakdown: 'ward=n2', period: '2019-20-q4', reason: 'primary' as const, lowest: 1, highest: 5, numbers: [2] }]
  const withoutShown = { ...now, series: now.series.filter(({ breakdown }) => breakdown !== 'ward=n1' && !breakdown.startsWith('ward=s')) }
  assert.deepEqual(mayNest([withoutShown], hiddenNow, [published]), [])
  assert.equal(mayNest([now], hiddenNow, [children(byDistrict)]).length, 1)
})

test('bands of ages are read as breakdowns write them', () => {
  const bands = { '0-4': [0, 4], '5-to-9': [5, 9], 'aged-5-9': [5, 9], 'under-10': [0, 9], 'up-to-9': [0, 9], '9-and-under': [0, 9], '16-and-over': [16, Infinity], '16-plus': [16, Infinity], 'over-16': [17, Infinity], '17': [17, 17], '16-17-years': [16, 17], 'age-12': [12, 12] }
  for (const [value, [from, to]] of Object.entries(bands)) assert.deepEqual(ageBand(value), { from, to }, value)
  for (const value of ['reception', 'year-6', '9-4', 'primary', 'under-a-year']) assert.equal(ageBand(value), undefined, value)
})

test('breakdowns of places and of ages are known by their names', () => {
  for (const name of ['district', 'home-district', 'ward-of-home', 'wards', 'localities', 'ward-2021', 'school', 'team', 'area']) assert.equal(sortOf(name), 'place', name)
  for (const name of ['age', 'age-group', 'broad-age', 'ages']) assert.equal(sortOf(name), 'age', name)
  for (const name of ['area-of-need', 'school-phase', 'sex', 'stage', 'team-type', 'language', 'also']) assert.equal(sortOf(name), undefined, name)
})
