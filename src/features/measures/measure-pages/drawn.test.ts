import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawnOf } from '#platform/charts/testing/drawn.ts'
import { entryOf, type MadeEntry } from '../dashboards/testing.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../sheets/sheet.ts'
import { amongNeighbours } from './among-neighbours.ts'
import { drawMeasure, pointBeside } from './measure-chart.ts'

const sheetOf = (changes: Partial<MadeEntry> & Pick<MadeEntry, 'values'>): MeasureSheet => entryOf({ measure: 'plans', ...changes }).sheet
const drawn = (sheet: MeasureSheet) => drawnOf(drawMeasure(sheet, 'wide'))

/** The sheet with these neighbours in its last period; none where a figure is hidden. */
function beside(sheet: MeasureSheet, values: Readonly<Record<string, number | undefined>>, period = sheet.asOf): MeasureSheet {
  const series = Object.entries(values).map(([name, value]): SheetSeries => {
    const point: SheetPoint = { period, status: 'final', confidentiality: value === undefined ? 'hidden' : 'open', ...(value === undefined ? {} : { value }) }
    return { role: 'neighbour', area: name, name, breakdown: '', points: [point] }
  })
  return judgedSheet({ ...sheet, series: [...sheet.series, ...series] })
}

test('thirteen figures have limits, five a median, and fewer neither', () => {
  const words = (count: number) => drawn(sheetOf({ values: Array.from({ length: count }, (_, place) => 50 + (place % 2)) })).words.join(' ')
  assert.match(words(13), /Upper limit/)
  assert.match(words(5), /Median/)
  assert.ok(!/Upper limit|Median/.test(words(4)))
})

test('no median is drawn over a break, since the two sides are not of one kind', () => {
  const sheet = sheetOf({ values: [50, 51, 50, 51, 70, 71, 70] })
  const [own, ...others] = sheet.series
  assert.ok(own !== undefined)
  const points = own.points.map((point, place) => (place === 4 ? { ...point, brokenHere: 'A new count.' } : point))
  const broken = judgedSheet({ ...sheet, series: [{ ...own, points }, ...others] })
  assert.match(drawn(sheet).words.join(' '), /Median/)
  assert.ok(!/Median/.test(drawn(broken).words.join(' ')))
  assert.match(drawn(broken).title, /3 figures since the last break or change of limits/)
})

test('few figures begin at zero, so that a small step does not look like a fall', () => {
  assert.ok(!/does not begin at zero/.test(drawn(sheetOf({ values: [95, 94] })).words.join(' ')))
  assert.match(drawn(sheetOf({ values: [95, 94, 95, 94, 95] })).words.join(' '), /does not begin at zero/)
})

test('the figure of a year of others stands beside the last period of that year', () => {
  const sheet = sheetOf({ values: [50] })
  const year: SheetPoint = { period: '2019-20', value: 60, status: 'final', confidentiality: 'open' }
  assert.equal(pointBeside([year], '2019-20-q4', sheet), year)
  assert.equal(pointBeside([year], '2019-20-q3', sheet), undefined)
})

test('the better is first by which way is better; equals share a place, and the next is so many further', () => {
  const rank = (polarity: 'higher' | 'lower', values: Record<string, number>) => amongNeighbours(beside(sheetOf({ values: [60], definition: { polarity } }), values))?.rank
  assert.deepEqual(rank('higher', { Kent: 70, Devon: 50 }), { place: 2, of: 3 })
  assert.deepEqual(rank('lower', { Kent: 70, Devon: 50, Dorset: 40 }), { place: 3, of: 4 })
  assert.deepEqual(rank('higher', { Kent: 60.04, Devon: 60, Dorset: 70 }), { place: 2, of: 4 })
})

test('a hidden neighbour has no place, and a hidden council none to tell', () => {
  const among = amongNeighbours(beside(sheetOf({ values: [60] }), { Kent: 70, Devon: 50, Rutland: undefined }))
  assert.deepEqual([among?.rank, among?.places.at(-1)?.name], [{ place: 2, of: 3 }, 'Rutland'])
  assert.equal(amongNeighbours(beside(sheetOf({ values: [undefined] }), { Kent: 70, Devon: 50 }))?.rank, undefined)
})

test('neighbours are held beside each other only where two of them have a figure, and never for a time after the period', () => {
  assert.equal(amongNeighbours(beside(sheetOf({ values: [60] }), { Kent: 70, Devon: undefined })), undefined)
  assert.equal(amongNeighbours(beside(sheetOf({ values: [60] }), { Kent: 70, Devon: 50 }, '2020-21-q1')), undefined)
})
