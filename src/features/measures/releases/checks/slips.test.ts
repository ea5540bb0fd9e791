import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheetWith } from '../../commentary/testing.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../../sheets/sheet.ts'
import type { CheckItem } from './check-item.ts'
import { jumpChecks } from './jump-checks.ts'
import { partsChecks } from './parts-checks.ts'
import { pastChecks } from './past-checks.ts'

type Figures = Readonly<Record<string, number | Partial<SheetPoint>>>

/** A sheet of counts by quarters, by breakdown (`all`, `place=south`) or area (`E92000001`). */
function sheet(series: Readonly<Record<string, Figures>>, { asOf = '2019-20-q4', changes = {} }: { readonly asOf?: string; readonly changes?: object } = {}): MeasureSheet {
  const base = sheetWith([1], { changes: { unit: 'count', decimals: 0, breakdowns: [{ name: 'place', values: ['south', 'central'] }], ...changes } })
  const seriesOf = ([words, figures]: [string, Figures]): SheetSeries => {
    const whose = words.startsWith('E9') ? { role: 'england' as const, area: words, name: 'England', breakdown: '' } : { role: 'own' as const, area: 'E10000034', name: 'Worcestershire', breakdown: words === 'all' ? '' : words }
    return { ...whose, points: Object.entries(figures).map(([period, point]) => ({ period, status: 'final', confidentiality: 'open', revision: 1, ...(typeof point === 'number' ? { value: point } : point) })) }
  }
  return { ...base, asOf, series: Object.entries(series).map(seriesOf) }
}
const told = (found: readonly CheckItem[]) => found.map(({ figure }) => [figure?.period, figure?.breakdown])
const level = { '2018-19-q4': 60, '2019-20-q1': 64, '2019-20-q2': 58, '2019-20-q3': 61 }

test('a figure far from what is usual is warned of with both, whoever gave it, and no other', () => {
  const [found, ...more] = jumpChecks(sheet({ all: { ...level, '2019-20-q4': 610 } }), undefined)
  assert.deepEqual(more, [])
  assert.deepEqual([found?.kind, found?.measure, found?.figure], ['figure-jumps', 'absence', { area: 'E10000034', breakdown: '', period: '2019-20-q4' }])
  assert.equal(found?.message, '“Persistent absence”, Q4 2019/20: 610. In Q3 2019/20 it was 61, 10 times less. Correct the one that is wrong, or say why it is right.')
  assert.deepEqual(jumpChecks(sheet({ all: { ...level, '2019-20-q4': 63 } }), undefined), [])
})

test('of earlier periods a figure is warned of that is new or changed since the measure was published last, and none that the public reads', () => {
  const now = (q2: number | Partial<SheetPoint>) => sheet({ all: { ...level, '2019-20-q2': q2, '2019-20-q4': 63 } })
  const published = sheet({ all: { '2018-19-q4': 60, '2019-20-q1': 64, '2019-20-q2': 58, '2019-20-q3': 61 } }, { asOf: '2019-20-q3' })
  assert.deepEqual(told(jumpChecks(now({ value: 580, revision: 2 }), published)), [['2019-20-q2', '']])
  assert.deepEqual(told(jumpChecks(now(580), now(580))), [])
  assert.deepEqual(told(jumpChecks(now(580), sheet({ all: { '2018-19-q4': 60, '2019-20-q1': 64, '2019-20-q3': 61 } }))), [['2019-20-q2', '']])
})

test('a hidden figure is known by its revision to be the same', () => {
  const now = (revision: number) => sheet({ all: { ...level, '2019-20-q4': { value: 4, revision } } })
  const published = sheet({ all: { ...level, '2019-20-q4': { confidentiality: 'hidden', revision: 1 } } })
  assert.deepEqual(told(jumpChecks(now(1), published)), [])
  assert.deepEqual(told(jumpChecks(now(2), published)), [['2019-20-q4', '']])
})

test('a figure of others is warned of by their name, and none that is made of the neighbours’', () => {
  const others = (last: number | Partial<SheetPoint>) => sheet({ all: { '2019-20-q4': 63 }, E92000001: { ...level, '2019-20-q4': last } })
  assert.match(jumpChecks(others(610), undefined)[0]?.message ?? '', /^“Persistent absence”, Q4 2019\/20 \(England\): 610\./)
  const made = sheet({ E92000001: { ...level, '2019-20-q4': 610 } })
  const withoutRevisions = { ...made, series: made.series.map((one) => ({ ...one, points: one.points.map(({ revision: _revision, ...point }) => point) })) }
  assert.deepEqual(jumpChecks(withoutRevisions, undefined), [])
})

test('the counts of a share that fits are told where they are ten times too many', () => {
  const of = (numerator: number, denominator: number) => ({ numerator, denominator, value: (100 * numerator) / denominator })
  const shares = sheet({ all: { '2019-20-q2': of(890, 1400), '2019-20-q3': of(905, 1425), '2019-20-q4': of(9050, 14_250) } }, { changes: { unit: 'percent', decimals: 1 } })
  assert.match(jumpChecks(shares, undefined)[0]?.message ?? '', /Q4 2019\/20: the denominator is 14,250\. In Q3 2019\/20 the denominator was 1,425, 10 times less\./)
})

test('a figure of a period that the last publication reached and did not give is warned of', () => {
  const now = sheet({ all: { ...level, '2019-20-q4': 63 } })
  const before = (points: Figures, asOf = '2019-20-q3') => pastChecks(now, sheet({ all: points }, { asOf }))
  assert.deepEqual(told(before({ '2018-19-q4': 60, '2019-20-q1': 64, '2019-20-q3': 61 })), [['2019-20-q2', '']])
  assert.match(before({ '2018-19-q4': 60, '2019-20-q1': 64, '2019-20-q2': { status: 'not-available' }, '2019-20-q3': 61 })[0]?.message ?? '', /^“Persistent absence”, Q2 2019\/20: 58 is given now, and nothing was when the measure was published last\./)
  assert.deepEqual(before(level), [])
})

test('periods after the last publication, and a measure that never was published, are no earlier ones given late', () => {
  const now = sheet({ all: { ...level, '2019-20-q4': 63 } })
  assert.deepEqual(pastChecks(now, sheet({ all: { '2018-19-q4': 60 } }, { asOf: '2018-19-q4' })), [])
  assert.deepEqual(pastChecks(now, undefined), [])
})

test('many earlier figures of one measure are counted after the first five', () => {
  const years = Object.fromEntries(['2016-17', '2017-18'].flatMap((year) => [1, 2, 3, 4].map((quarter) => [`${year}-q${quarter}`, 60])))
  const found = pastChecks(sheet({ all: { ...years, ...level } }), sheet({ all: level }, { asOf: '2019-20-q3' }))
  assert.equal(found.length, 6)
  assert.equal(found.at(-1)?.message, '“Persistent absence”: 3 more figures of earlier periods are given for the first time.')
})

test('parts above their whole are warned of in an earlier period too where one of them is new or changed since the last publication', () => {
  const parts = { 'place=south': { '2019-20-q2': 200 }, 'place=central': { '2019-20-q2': 420 } }
  const now = sheet({ all: { ...level, '2019-20-q4': 63 }, ...parts })
  const [found] = partsChecks(now, sheet({ all: { ...level, '2019-20-q4': 63 } }))
  assert.match(found?.message ?? '', /^“Persistent absence”, Q2 2019\/20: place=south, place=central add up to 620, and the whole is 58\. /)
  assert.deepEqual([found?.kind, found?.figure?.period, found?.figure?.breakdown], ['parts-unlike-whole', '2019-20-q2', 'place=south'])
  assert.deepEqual(partsChecks(now, now), [])
})
