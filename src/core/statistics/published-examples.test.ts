import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countInterval } from './intervals/count.ts'
import { proportionInterval } from './intervals/proportion.ts'
import { judge } from './xmr/judge.ts'

/** R's `set.seed(123); rnorm(20)`, with which the NHS package tests itself. */
const twenty = [
  -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285, -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113,
  1.78691314, 0.49785048, -1.96661716, 0.7013559, -0.47279141,
]

function judged(values: readonly number[], { screen = true, target = 0.5 } = {}) {
  const { segments, points, variation, assurance } = judge(values.map((value, place) => ({ period: `p${place}`, value, target })), { polarity: 'higher', screen, beyondCounts: false })
  const limits = segments[0]?.limits
  const written = [limits?.mean.toPrecision(7), limits?.lower.toPrecision(7), limits?.upper.toPrecision(7)].map(Number)
  return { limits: written, flagged: points.flatMap(({ flags }, place) => (flags.length > 0 ? [place] : [])), flags: points.map(({ flags }) => flags.join(' ')), variation, assurance }
}

test('limits and flags of a series are those that the NHS package prints for it', () => {
  // NHSRplotthedots, tests/testthat/_snaps/ptd_spc_standard.md and ptd_spc.md: every point is common cause.
  const { limits, flagged, variation, assurance } = judged(twenty)
  assert.deepEqual(limits, [0.1416238, -3.01138, 3.294627])
  assert.deepEqual([flagged.length, variation, assurance], [0, 'common-cause', 'hit-and-miss'])
})

test('with a far outlier limits are those of the NHS package, with the ranges beside it dropped and without', () => {
  // The same file: the fifteenth point is 10. Its ranges are left out of the limits, and it stays in the mean.
  const far = twenty.with(14, 10)
  assert.deepEqual(judged(far).limits, [0.6694159, -2.383666, 3.722497])
  assert.deepEqual(judged(far, { screen: false }).limits, [0.6694159, -4.596625, 5.935457])
  assert.equal(judged(far).flags[14], 'outside')
})

test('the worked example of NHS England has its mean, its limits and its one flag', () => {
  // As nhspy-plotthedots, tests/unittests/test_pandas_spc_x_calc.py, gives it: mean 76.67, limits 57 and 96, and of fifteen months only the twelfth is special.
  const { limits, flagged } = judged([89, 86, 75, 77, 81, 74, 72, 78, 76, 82, 77, 54, 66, 77, 86])
  assert.deepEqual(limits.map(Math.round), [77, 57, 96])
  assert.equal(limits[0]?.toFixed(2), '76.67')
  assert.deepEqual(flagged, [11])
})

test('two points near the limits on either side of the mean are no signal, as in the NHS package', () => {
  // NHSRplotthedots, tests/testthat/test-ptd_spc_standard.R: 1 and -1 in turn, and then 5.5 and -5.5.
  assert.deepEqual(judged([...Array.from({ length: 14 }, (_, place) => (place % 2 === 0 ? 1 : -1)), 5.5, -5.5]).flags.slice(-2), ['', ''])
})

test('counts have the published limits of a Poisson count', () => {
  // Factors of 95 % limits by count: Haenszel, Loveland and Sirken 1962, as in Breslow and Day 1987, table 2.10. From ten cases on ours are Byar's, which differ in the third figure.
  const published: Readonly<Record<number, readonly [number, number]>> = {
    1: [0.0253, 5.57], 2: [0.121, 3.61], 3: [0.206, 2.92], 4: [0.272, 2.56], 5: [0.324, 2.33], 6: [0.367, 2.18], 7: [0.401, 2.06], 8: [0.431, 1.97], 9: [0.458, 1.9],
    10: [0.48, 1.84], 20: [0.611, 1.54], 50: [0.742, 1.32], 100: [0.814, 1.22],
  }
  for (const [count, [lower, upper]] of Object.entries(published)) {
    const found = countInterval(Number(count))
    assert.ok(found.ok)
    const factors = [found.value.lower95, found.value.upper95].map((limit) => limit / Number(count))
    assert.ok(Math.abs((factors[0] ?? 0) - lower) < 0.002 && Math.abs((factors[1] ?? 0) - upper) < 0.0055, `${count}: ${factors.join(' to ')}, published ${lower} to ${upper}`)
  }
})

test('a share that is all or nearly all has the published Wilson limits', () => {
  // Newcombe 1998, table I, method 3: the complement of 0 of 20 and of 1 of 29.
  const limits = [[20, 20], [28, 29]].map(([cases = 0, of = 0]) => {
    const found = proportionInterval(cases, of)
    return found.ok ? [found.value.lower95.toFixed(4), found.value.upper95.toFixed(4)] : []
  })
  assert.deepEqual(limits, [['0.8389', '1.0000'], ['0.8282', '0.9939']])
})
