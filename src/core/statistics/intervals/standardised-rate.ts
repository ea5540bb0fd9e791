import { ok, refuse, type Fault, type Outcome } from '../../outcome.ts'
import { countLimits } from './count.ts'
import { atBothLevels, type Interval } from './interval.ts'
import { isCount } from './proportion.ts'

/** A group of an age or another kind: its cases, its people, and how many such people the standard population has. */
export interface Stratum {
  readonly count: number
  readonly population: number
  readonly standard: number
}

/** Below so many cases in all, a standardised rate says nothing. */
const fewestCases = 10

/** A directly standardised rate per `per` people with Dobson's interval (Dobson and others 1991). Refuses fewer than 10 cases in all, and names the row of each fault. */
export function standardisedRateInterval(strata: readonly Stratum[], per: number): Outcome<Interval> {
  const faults = strata.flatMap(faultsOf)
  if (faults.length > 0) return refuse('invalid', 'The rate was not worked out, because of what is listed here.', faults)
  const cases = strata.reduce((sum, { count }) => sum + count, 0)
  if (cases < fewestCases) return refuse('invalid', `There are ${cases} cases in all. A standardised rate needs ${fewestCases} or more: give the count or the plain rate instead.`)
  const standard = strata.reduce((sum, stratum) => sum + stratum.standard, 0)
  const rate = strata.reduce((sum, { count, population, standard: weight }) => sum + (weight * count) / population, 0) / standard
  const variance = strata.reduce((sum, { count, population, standard: weight }) => sum + ((weight / population) ** 2) * count, 0) / standard ** 2
  const stretch = Math.sqrt(variance / cases)
  return ok(
    atBothLevels(rate * per, 'dobson', (level) => {
      const [lower, upper] = countLimits(cases, level)
      return [(rate + stretch * (lower - cases)) * per, (rate + stretch * (upper - cases)) * per]
    }),
  )
}

function faultsOf({ count, population, standard }: Stratum, index: number): Fault[] {
  const row = index + 2
  return [
    ...(isCount(count) ? [] : [{ row, field: 'count', found: String(count), message: 'Give a whole number, 0 or more.' }]),
    ...(population > 0 ? [] : [{ row, field: 'population', found: String(population), message: 'Give a number above 0.' }]),
    ...(standard > 0 ? [] : [{ row, field: 'standard', found: String(standard), message: 'Give a number above 0.' }]),
    ...(count > population ? [{ row, field: 'count', found: String(count), message: `More cases than people (${population}). Check both.` }] : []),
  ]
}
