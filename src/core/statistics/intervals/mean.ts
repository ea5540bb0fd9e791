import studentQuantile from '@stdlib/stats-base-dists-t-quantile'
import { ok, refuse, type Outcome } from '../../outcome.ts'
import { atBothLevels, tails, type Interval } from './interval.ts'

/** The mean of measurements with the interval of Student's t. Refuses fewer than two. */
export function meanInterval(values: readonly number[]): Outcome<Interval> {
  if (values.length < 2) return refuse('invalid', 'A mean needs two values or more to have an interval.')
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / values.length)
  return ok(
    atBothLevels(mean, 'student-t', (level) => {
      const reach = studentQuantile(1 - tails[level], values.length - 1) * spread
      return [mean - reach, mean + reach]
    }),
  )
}
