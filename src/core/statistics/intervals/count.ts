import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile'
import { ok, refuse, type Outcome } from '../../outcome.ts'
import { atBothLevels, deviations, tails, type Interval, type Level } from './interval.ts'
import { isCount } from './proportion.ts'

/** From so many cases Byar's approximation serves; below it the exact limits do. */
const fewestForByar = 10

/** A count with Byar's interval, or the exact Poisson one below 10. Refuses what is no whole number. */
export function countInterval(cases: number): Outcome<Interval> {
  if (!isCount(cases)) return refuse('invalid', 'Give the count as a whole number, 0 or more.')
  return ok(atBothLevels(cases, methodFor(cases), (level) => countLimits(cases, level)))
}

/** Cases for so many people, per 10,000 for example: the limits of the count over the people. */
export function rateInterval(cases: number, people: number, per: number): Outcome<Interval> {
  if (!isCount(cases)) return refuse('invalid', 'Give the count as a whole number, 0 or more.')
  if (!(people > 0) || !Number.isFinite(people)) return refuse('invalid', 'Give the number of people as a number above 0.')
  if (!(per > 0) || !Number.isFinite(per)) return refuse('invalid', 'Give per how many people as a number above 0, such as 10000.')
  const scaled = (count: number) => (count / people) * per
  return ok(atBothLevels(scaled(cases), methodFor(cases), (level) => both(countLimits(cases, level), scaled)))
}

function methodFor(cases: number): 'byars' | 'exact-poisson' {
  return cases < fewestForByar ? 'exact-poisson' : 'byars'
}

/** The limits of a count: Breslow and Day 1987 (Byar), or the quantiles of chi-square (Ulm 1990) for few cases. */
export function countLimits(cases: number, level: Level): [number, number] {
  return cases < fewestForByar ? exact(cases, tails[level]) : [byar(cases, -deviations[level]), byar(cases + 1, deviations[level])]
}

function byar(cases: number, z: number): number {
  return cases * (1 - 1 / (9 * cases) + z / (3 * Math.sqrt(cases))) ** 3
}

function exact(cases: number, tail: number): [number, number] {
  return [cases === 0 ? 0 : chiSquareQuantile(tail, 2 * cases) / 2, chiSquareQuantile(1 - tail, 2 * cases + 2) / 2]
}

function both([lower, upper]: readonly [number, number], change: (limit: number) => number): [number, number] {
  return [change(lower), change(upper)]
}
