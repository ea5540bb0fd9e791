import { runsOf, type Conventions, type Measured } from './series.ts'

/** Centre and limits of a segment, in the unit of the measure. */
export interface Limits {
  readonly mean: number
  readonly lower: number
  readonly upper: number
  readonly nearLower: number
  readonly nearUpper: number
}

/** 3 / d2 for ranges of two points, as charts of individuals use it (Shewhart; NHS England, Making Data Count). */
const perMeanRange = 2.66
/** D4 for ranges of two points: a range so much larger than the mean range is not of the same process. */
const rangeLimit = 3.267

/** Mean ± 2.66 × mean moving range of the baseline; near lines at two thirds of that. None where nothing moves: the mean range is zero, or there is none. */
export function limitsOf(points: readonly Measured[], { baseline, screen }: Pick<Conventions, 'baseline' | 'screen'>): Limits | undefined {
  const from = baseline === undefined ? points : points.slice(0, baseline)
  const ranges = movingRanges(from)
  const all = meanOf(ranges)
  const kept = screen ? ranges.filter((range) => range < rangeLimit * all) : ranges
  const range = meanOf(kept)
  if (!(range > 0)) return undefined
  const mean = meanOf(from.map(({ value }) => value))
  const [far, near] = [perMeanRange * range, (perMeanRange * range * 2) / 3]
  return { mean, lower: mean - far, upper: mean + far, nearLower: mean - near, nearUpper: mean + near }
}

/** Absolute differences of neighbours; none across a gap. */
function movingRanges(points: readonly Measured[]): number[] {
  return runsOf(points).flatMap((run) => run.slice(1).map(({ value }, index) => Math.abs(value - (run[index]?.value ?? value))))
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length
}
