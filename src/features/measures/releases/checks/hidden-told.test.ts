import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ok } from '#core/outcome.ts'
import { sheetWith } from '../../commentary/testing.ts'
import type { HiddenFigure } from '../../disclosure/protect-sheets.ts'
import type { MeasureSheet, SheetPoint } from '../../sheets/sheet.ts'
import { hiddenNumbers } from './number-checks.ts'

/** Visits in time: 70% and 90% of all in the last two quarters, and of the girls 70% of ten, three of which were late. */
const all = sheetWith([70, 90], { changes: { slug: 'visits', name: 'Visits made in time', polarity: 'higher' } })
const girls: SheetPoint = { period: '2019-20-q4', value: 57.1, numerator: 4, denominator: 7, status: 'final', confidentiality: 'open', revision: 1 }
const own = all.series[0] ?? assert.fail()

/** What is found in these words, where this share of the girls is hidden. */
function found(happened: string, point: Partial<SheetPoint> = {}, period = girls.period): readonly string[] {
  const part = { ...girls, ...point, period }
  const { value, ...rest } = part
  const withPart = (points: readonly SheetPoint[]): MeasureSheet => ({ ...all, series: [...all.series, { ...own, breakdown: 'sex=girls', points }] })
  const hidden: HiddenFigure = { measure: 'visits', area: own.area, breakdown: 'sex=girls', period, reason: 'primary', lowest: 1, highest: 5, numbers: [value ?? 0, part.numerator ?? 0, part.denominator ?? 0] }
  const { numerator: _numerator, denominator: _denominator, ...bare } = rest
  const shown = withPart([{ ...bare, confidentiality: 'hidden' }])
  const commentary = { happened, why: '', doing: [], backOnTrack: '', signedBy: 'Head of Inclusion', signedOn: '2020-07-01', claims: [] }
  return hiddenNumbers({ measure: 'visits', sheet: shown, commentary }, { sheets: [withPart([part])], hidden: ok({ sheets: [shown], hidden: [hidden], policy: 'one-to-five v1' }) }).map(({ kind }) => kind)
}

const trial = '90% of visits were made in time; in the quarter before it was 70%.'

test('a hidden number that a figure of the measure shows too is warned of, and one that none shows stops it', () => {
  assert.deepEqual(found(trial, { value: 70 }), ['number-in-words'])
  assert.deepEqual(found(trial, { value: 70 }, '2018-19-q1'), ['number-in-words'])
  assert.deepEqual(found('In the quarter before it was 57.1%.'), ['number-hidden'])
  assert.deepEqual(found('Ninety per cent were made in time, and before that 57.1.'), ['number-hidden'])
})

test('where the sentence names the hidden part its number stops it, though the whole shows it too', () => {
  assert.deepEqual(found('It was 70% of girls.', { value: 70 }), ['number-hidden'])
  assert.deepEqual(found('70% for each girl, and 90% for all.', { value: 70 }), ['number-hidden'])
  assert.deepEqual(found('It was 70% of boys.', { value: 70 }), ['number-in-words'])
})

test('a number in per cent tells no hidden count, and percentage points tell a share only by reckoning', () => {
  for (const text of ['It rose by 4 percentage points.', 'It rose by four percentage points.', 'It rose by four per cent, by 4% and by 4 %.', 'A 4-percentage-point rise.', 'It rose by 7 per cent.']) assert.deepEqual(found(text), [], text)
  assert.deepEqual(found('Four were seen.'), ['number-hidden'])
  assert.deepEqual(found('It rose by 57.1 percentage points.'), ['number-in-words'])
})

test('a hidden figure of the whole of one of the last quarters is meant by whoever names no part', () => {
  const shown = sheetWith([70, 75, 90, 80], { changes: { slug: 'visits' } })
  const of = (period: string) => {
    const hidden: HiddenFigure = { measure: 'visits', area: own.area, breakdown: '', period, reason: 'secondary', lowest: 6, highest: 20, numbers: [70] }
    const commentary = { happened: 'It was 70%.', why: '', doing: [], backOnTrack: '', signedBy: 'Head of Inclusion', signedOn: '2020-07-01', claims: [] }
    const raw = { ...shown, series: shown.series.map((one) => ({ ...one, points: one.points.map((point) => (point.period === period ? { ...point, value: 70 } : point)) })) }
    return hiddenNumbers({ measure: 'visits', sheet: shown, commentary }, { sheets: [raw], hidden: ok({ sheets: [shown], hidden: [hidden], policy: 'one-to-five v1' }) }).map(({ kind }) => kind)
  }
  assert.deepEqual([of('2019-20-q4'), of('2019-20-q3'), of('2019-20-q2')], [['number-hidden'], ['number-hidden'], ['number-in-words']])
})
