import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from './judge.ts'
import type { Conventions, SeriesPoint } from './series.ts'

const conventions: Conventions = { polarity: 'higher', screen: true, beyondCounts: false }

/** Twelve months of ten and twelve in turn: mean 11, every range 2, limits 11 ± 5.32, near lines 11 ± 3.5467. */
const calm = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]

function series(values: readonly (number | undefined)[], more: Readonly<Record<number, Partial<SeriesPoint>>> = {}): SeriesPoint[] {
  return values.map((value, index) => ({ period: `p${index + 1}`, value, ...more[index] }))
}

function flagsAt(values: readonly (number | undefined)[], given: Partial<Conventions> = {}, more: Readonly<Record<number, Partial<SeriesPoint>>> = {}) {
  return judge(series(values, more), { ...conventions, baseline: 12, ...given }).points.map(({ flags }) => flags.join(' '))
}

const near = (found: number | undefined, expected: number) => assert.ok(found !== undefined && Math.abs(found - expected) < 1e-9, `${found} is not ${expected}`)

test('limits are the mean of the baseline and 2.66 times its mean moving range, near lines two thirds of that', () => {
  const { segments } = judge(series([...calm, 11]), { ...conventions, baseline: 12 })
  const limits = segments[0]?.limits
  near(limits?.mean, 11)
  near(limits?.lower, 11 - 5.32)
  near(limits?.upper, 11 + 5.32)
  near(limits?.nearLower, 11 - (5.32 * 2) / 3)
  near(limits?.nearUpper, 11 + (5.32 * 2) / 3)
})

test('a moving range of 3.267 times the mean range or more is dropped once before limits are drawn', () => {
  const values = [...calm, 10, 40, 10, 12]
  const screened = judge(series(values), conventions).segments[0]?.limits
  const mean = (72 + 60 + 10 + 40 + 10 + 12) / 16
  near(screened?.mean, mean)
  near(screened?.upper, mean + 2.66 * 2)
  const whole = judge(series(values), { ...conventions, screen: false }).segments[0]?.limits
  near(whole?.upper, mean + 2.66 * ((13 * 2 + 30 + 30 - 2 + 2) / 15))
})

test('a point on a limit is not outside it, a point beyond it is', () => {
  const upper = 11 + 2.66 * 2
  assert.equal(flagsAt([...calm, upper]).at(-1), '')
  assert.equal(flagsAt([...calm, upper + 0.0001]).at(-1), 'outside')
})

test('seven in a row strictly on one side of the mean are a shift, and all seven are flagged', () => {
  assert.deepEqual(flagsAt([...calm.slice(0, 12), 11.5, 12.5, 11.5, 12.5, 11.5, 12.5, 11.6]).slice(-8), Array(8).fill('shift'))
  assert.deepEqual(flagsAt([...calm, 10, 11.5, 12.5, 11.5, 12.5, 11.5, 12.5]).slice(-6), Array(6).fill(''))
})

test('a point on the mean ends a shift', () => {
  assert.deepEqual(flagsAt([...calm, 10, 11.5, 12.5, 11.5, 11, 11.5, 12.5, 11.5]).slice(-7), Array(7).fill(''))
})

test('seven points each above the one before are a trend; a tie ends it', () => {
  assert.deepEqual(flagsAt([...calm, 8, 9, 10, 11, 12, 13, 14]).slice(-7), Array(7).fill('trend'))
  assert.deepEqual(flagsAt([...calm, 8, 9, 10, 11, 11, 12, 13, 14]).slice(-8), Array(8).fill(''))
})

test('two of three beyond the near line on one side are flagged, the third is not', () => {
  assert.deepEqual(flagsAt([...calm, 15, 12, 15]).slice(-3), ['two-in-three', '', 'two-in-three'])
  assert.deepEqual(flagsAt([...calm, 15, 10, 15]).slice(-3), ['', '', ''])
})

test('a point beyond the limit counts towards two in three only where that is set', () => {
  assert.deepEqual(flagsAt([...calm, 15, 12, 17]).slice(-3), ['', '', 'outside'])
  assert.deepEqual(flagsAt([...calm, 15, 12, 17], { beyondCounts: true }).slice(-3), ['two-in-three', '', 'outside two-in-three'])
})

test('flags stand in the order in which they are named: outside, trend, two in three, shift', () => {
  assert.equal(flagsAt([...calm, 11.2, 12, 13, 14, 14.6, 15, 17]).at(-1), 'outside trend shift')
})

test('nothing follows across a gap: no moving range, no shift, no trend', () => {
  const gap = judge(series([...calm, undefined, 30, 32]), conventions).segments[0]?.limits
  near(gap?.upper, (132 + 62) / 14 + 2.66 * 2)
  assert.deepEqual(flagsAt([...calm, 10, 11.5, 12.5, 11.5, undefined, 11.6, 12.5, 11.5, 12.4]).slice(-8), Array(8).fill(''))
})

test('a rebase begins limits of its own, and no rule crosses it', () => {
  const { segments, points } = judge(series([...calm, 10, ...calm.map((value) => value + 10), 21], { 13: { isRebase: true } }), conventions)
  assert.deepEqual(segments.map(({ from, to }) => [from, to]), [['p1', 'p13'], ['p14', 'p26']])
  near(segments[1]?.limits?.mean, 21)
  assert.ok(points.every(({ flags }) => flags.length === 0))
  assert.deepEqual(points.map(({ segment }) => segment), [...Array<number>(13).fill(0), ...Array<number>(13).fill(1)])
})

test('fewer than thirteen points since the last rebase are a run chart without icons, and the note says why', () => {
  const short = judge(series(calm, { 11: { target: 1 } }), conventions)
  assert.deepEqual([short.variation, short.assurance, short.segments[0]?.limits], ['too-short', 'none', undefined])
  assert.match(short.note, /12 figures, and limits need 13/)
  assert.equal(judge(series([...calm, 10]), conventions).variation, 'common-cause')
  assert.equal(judge(series([...calm, 10, 12], { 13: { isRebase: true } }), conventions).variation, 'too-short')
})

test('a series that does not move has no limits and no flags', () => {
  const still = judge(series(Array<number>(20).fill(5)), conventions)
  assert.deepEqual([still.variation, still.assurance, still.segments[0]?.limits], ['constant', 'none', undefined])
  assert.ok(still.points.every(({ flags }) => flags.length === 0))
})

test('of too few figures it is said how many there are, and since when only where limits were changed', () => {
  const few = [1, 2, 3, 4, 5, 6, 7]
  assert.equal(judge(series(few), conventions).note, 'A run chart only: 7 figures, and limits need 13.')
  assert.equal(judge(series(few, { 2: { isRebase: true } }), conventions).note, 'A run chart only: 5 figures since the last change of limits, and limits need 13.')
})

test('figures of the year so far get no icons, and are not called rolling', () => {
  const { variation, note } = judge(series([...calm, 10]), { ...conventions, overlap: 'year-to-date' })
  assert.deepEqual([variation, note], ['year-to-date', 'Each figure holds those before it of its year, so no rule of chance is applied to this series.'])
})

test('a rolling measure gets no icons', () => {
  assert.equal(judge(series([...calm, 10]), { ...conventions, overlap: 'rolling' }).variation, 'rolling')
})

test('variation is that of the last point with a value, in the words of its polarity', () => {
  const of = (polarity: Conventions['polarity'], ...last: (number | undefined)[]) => judge(series([...calm, ...last]), { ...conventions, baseline: 12, polarity }).variation
  assert.equal(of('higher', 17), 'improving-high')
  assert.equal(of('lower', 17), 'concerning-high')
  assert.equal(of('neither', 17), 'change-high')
  assert.equal(of('higher', 5), 'concerning-low')
  assert.equal(of('lower', 5), 'improving-low')
  assert.equal(of('neither', 5), 'change-low')
  assert.equal(of('higher', 17, undefined), 'improving-high')
  assert.equal(of('higher', 17, 11), 'common-cause')
})

test('assurance holds the target of the last point against the limits; a target on a limit is hit and miss', () => {
  const of = (target: number | undefined, polarity: Conventions['polarity'] = 'higher') =>
    judge(series([...calm, 11], target === undefined ? {} : { 12: { target } }), { ...conventions, baseline: 12, polarity }).assurance
  assert.equal(of(5), 'always')
  assert.equal(of(17), 'never')
  assert.equal(of(11), 'hit-and-miss')
  assert.equal(of(11 + 2.66 * 2), 'hit-and-miss')
  assert.equal(of(5, 'lower'), 'never')
  assert.equal(of(17, 'lower'), 'always')
  assert.equal(of(17, 'neither'), 'none')
  assert.equal(of(undefined), 'none')
})

test('the sentence names the signal and since when', () => {
  const { note } = judge(series([...calm, 10, 11.5, 12.5, 11.5, 12.5, 11.5, 12.5, 11.6], { 19: { target: 1 } }), { ...conventions, baseline: 12, polarity: 'lower' })
  assert.equal(note, 'Concerning: seven points or more above the mean since p14. The target is outside what this process reaches.')
})

test('an empty series says so instead of failing', () => {
  assert.deepEqual(judge([], conventions).variation, 'too-short')
})
