import assert from 'node:assert/strict'
import { test } from 'node:test'
import { funnelLimits, type Funnel } from './funnel.ts'

/** By the formula of Spiegelhalter 2005, appendix A.1.1, from the distributions of SciPy 1.17: 95 % lower and upper, 99.8 % lower and upper. */
const expected: readonly (readonly [Funnel, size: number, limits: readonly number[]])[] = [
  [{ kind: 'binomial', centre: 0.1, per: 100 }, 100, [4.03806, 15.771861, 1.417887, 19.835672]],
  [{ kind: 'binomial', centre: 0.5, per: 100 }, 20, [25.582353, 69.417647, 13.673579, 81.326421]],
  [{ kind: 'binomial', centre: 0.035, per: 100 }, 1000, [2.353305, 4.634066, 1.795454, 5.375376]],
  [{ kind: 'binomial', centre: 0.4, per: 100 }, 250_000, [39.807801, 40.191875, 39.697135, 40.302693]],
  [{ kind: 'binomial', centre: 0.02, per: 100 }, 3, [0, 19.556666, 0, 38.548753]],
  [{ kind: 'poisson', centre: 0.006, per: 10_000 }, 120_000, [55.614954, 64.38066, 53.16858, 66.986207]],
  [{ kind: 'poisson', centre: 0.0004, per: 10_000 }, 5000, [0, 9.532473, 0, 14.225118]],
]

test('control limits are the interpolated quantiles of Spiegelhalter 2005', () => {
  for (const [funnel, size, limits] of expected) {
    const found = funnelLimits(funnel, size)
    const values = [found.lower95, found.upper95, found.lower998, found.upper998]
    for (const [index, value] of values.entries()) assert.ok(Math.abs(value - (limits[index] ?? Number.NaN)) < 1e-4, `${size}: ${values.join(' ')}`)
  }
})

test('the funnel narrows as places grow, and holds its centre', () => {
  const funnel: Funnel = { kind: 'binomial', centre: 0.052, per: 100 }
  const [small, large] = [funnelLimits(funnel, 200), funnelLimits(funnel, 20_000)]
  assert.ok(small.upper998 > large.upper998 && small.lower95 < large.lower95)
  for (const { lower998, lower95, upper95, upper998 } of [small, large]) assert.ok(lower998 <= lower95 && lower95 < 5.2 && 5.2 < upper95 && upper95 < upper998)
})

test('where nobody or everybody has it, nothing can vary', () => {
  assert.deepEqual(funnelLimits({ kind: 'binomial', centre: 0, per: 100 }, 50), { lower95: 0, upper95: 0, lower998: 0, upper998: 0 })
  assert.equal(funnelLimits({ kind: 'binomial', centre: 1, per: 100 }, 50).lower998, 100)
})

test('a size that is none, and a share of more than all, have no limits', () => {
  assert.throws(() => funnelLimits({ kind: 'binomial', centre: 0.1, per: 100 }, 0), RangeError)
  assert.throws(() => funnelLimits({ kind: 'binomial', centre: 1.2, per: 100 }, 10), RangeError)
})
