import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '../../outcome.ts'
import { countInterval, rateInterval } from './count.ts'
import type { Interval } from './interval.ts'
import { meanInterval } from './mean.ts'
import { proportionInterval } from './proportion.ts'
import { standardisedRateInterval } from './standardised-rate.ts'

function limits(outcome: Outcome<Interval>, places = 4): readonly number[] {
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.message)
  const { lower95, upper95 } = outcome.value
  return [lower95, upper95].map((limit) => Number(limit.toFixed(places)))
}

function methodOf(outcome: Outcome<Interval>): string | undefined {
  return outcome.ok ? outcome.value.method : undefined
}

function refused(outcome: Outcome<Interval>): string {
  assert.ok(!outcome.ok)
  return outcome.refusal.message
}

test('a proportion has the Wilson score interval: 81 of 263 and 0 of 10, 10 of 10', () => {
  // Newcombe 1998, table I, method 3.
  assert.deepEqual(limits(proportionInterval(81, 263)), [0.2553, 0.3662])
  assert.deepEqual(limits(proportionInterval(15, 148)), [0.0624, 0.1605])
  assert.deepEqual(limits(proportionInterval(0, 20)), [0, 0.1611])
  assert.deepEqual(limits(proportionInterval(1, 29)), [0.0061, 0.1718])
})

test('a count below ten has the exact Poisson interval', () => {
  // Published tables of exact limits: 0 (0, 3.689), 1 (0.0253, 5.572), 5 (1.6235, 11.6683), 9 (4.1154, 17.0848).
  assert.deepEqual(limits(countInterval(0), 3), [0, 3.689])
  assert.deepEqual(limits(countInterval(1), 3), [0.025, 5.572])
  assert.deepEqual(limits(countInterval(5)), [1.6235, 11.6683])
  assert.deepEqual(limits(countInterval(9)), [4.1154, 17.0848])
  assert.equal(methodOf(countInterval(9)), 'exact-poisson')
})

test('a count of ten or more has Byar’s interval, close to the exact one', () => {
  // Exact limits of 10 are 4.7954 and 18.3904, of 100 are 81.3639 and 121.6273.
  const [ten, hundred] = [limits(countInterval(10), 2), limits(countInterval(100), 1)]
  assert.deepEqual(ten, [4.79, 18.39])
  assert.deepEqual(hundred, [81.4, 121.6])
  assert.equal(methodOf(countInterval(10)), 'byars')
})

test('a rate has the interval of its count', () => {
  assert.deepEqual(limits(rateInterval(5, 1000, 10_000), 2), [16.23, 116.68])
})

test('a standardised rate of one group is that group’s rate with the interval of its count', () => {
  assert.deepEqual(limits(standardisedRateInterval([{ count: 100, population: 5000, standard: 1 }], 1000), 2), limits(rateInterval(100, 5000, 1000), 2))
})

test('a standardised rate weighs each group by the standard population', () => {
  const rate = standardisedRateInterval([{ count: 10, population: 1000, standard: 3 }, { count: 40, population: 1000, standard: 1 }], 1000)
  assert.ok(rate.ok)
  assert.ok(Math.abs(rate.value.value - 17.5) < 1e-12)
  // Variance (3² × 10 + 1² × 40) / (4 × 1000)² = 130 / 16,000,000; stretched over the limits of 50 cases by Byar, 37.11 and 65.92.
  const stretch = Math.sqrt(130 / 16_000_000 / 50)
  assert.ok(Math.abs(rate.value.lower95 - (17.5 + 1000 * stretch * (37.11 - 50))) < 0.01)
  assert.ok(Math.abs(rate.value.upper95 - (17.5 + 1000 * stretch * (65.92 - 50))) < 0.01)
})

test('a standardised rate of fewer than ten cases is refused', () => {
  assert.match(refused(standardisedRateInterval([{ count: 9, population: 1000, standard: 3 }], 1000)), /9 cases in all/)
})

test('a mean has the interval of Student’s t', () => {
  // t(0.975, 4) = 2.776445, standard error of 1…5 = 0.707107.
  assert.deepEqual(limits(meanInterval([1, 2, 3, 4, 5])), [1.0368, 4.9632])
})

test('the wider level holds the narrower', () => {
  for (const outcome of [proportionInterval(3, 40), countInterval(3), countInterval(30), rateInterval(12, 300, 100), meanInterval([2, 4, 9])]) {
    assert.ok(outcome.ok)
    const { lower998, lower95, value, upper95, upper998 } = outcome.value
    assert.ok(lower998 < lower95 && lower95 < value && value < upper95 && upper95 < upper998)
  }
})

test('more cases than people, parts of people and nobody are refused with what to give', () => {
  assert.match(refused(proportionInterval(5, 4)), /more than all of them/)
  assert.match(refused(proportionInterval(1.5, 4)), /two whole numbers/)
  assert.match(refused(proportionInterval(0, 0)), /above 0/)
  assert.match(refused(countInterval(-1)), /whole number/)
  assert.match(refused(rateInterval(1, 0, 100)), /number of people/)
  assert.match(refused(meanInterval([1])), /two values/)
})
