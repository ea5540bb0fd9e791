import { ok, refuse, type Outcome } from '../../outcome.ts'
import { atBothLevels, deviations, type Interval } from './interval.ts'

/** A proportion, 0 to 1, with its Wilson score interval (Wilson 1927, as in the technical guide of Fingertips). Refuses more cases than people, and parts of people. */
export function proportionInterval(cases: number, of: number): Outcome<Interval> {
  if (!isCount(cases) || !isCount(of) || of === 0) return refuse('invalid', 'Give two whole numbers, the second above 0: how many, and of how many.')
  if (cases > of) return refuse('invalid', `${cases} of ${of} is more than all of them. Give how many first, then of how many.`)
  return ok(atBothLevels(cases / of, 'wilson', (level) => wilson(cases, of, deviations[level])))
}

function wilson(cases: number, of: number, z: number): [number, number] {
  const [middle, half, whole] = [2 * cases + z * z, z * Math.sqrt(z * z + 4 * cases * (1 - cases / of)), 2 * (of + z * z)]
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)]
}

/** A whole number, 0 or more. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
