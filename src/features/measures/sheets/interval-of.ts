import { countInterval, rateInterval } from '#core/statistics/intervals/count.ts'
import type { Interval } from '#core/statistics/intervals/interval.ts'
import { proportionInterval } from '#core/statistics/intervals/proportion.ts'
import type { Definition } from '../definitions/definition.ts'
import type { Observation } from '../observations/observation.ts'

/**
 * The range in which chance would leave the truth, in the unit of the measure, by the method of its definition: Wilson for shares, Byar or exact Poisson for counts
 * and rates. None where the counts behind a figure were not given, and none for Dobson and Student, which need more than two counts: those come with the figures
 * of whoever publishes them, or by the command `interval`.
 */
export function intervalOf({ value, numerator, denominator }: Pick<Observation, 'value' | 'numerator' | 'denominator'>, { interval, unit, per }: Pick<Definition, 'interval' | 'unit' | 'per'>): Interval | undefined {
  if (value === undefined || interval === 'none') return undefined
  if (interval === 'wilson') return numerator === undefined || denominator === undefined ? undefined : percent(orNone(() => proportionInterval(numerator, denominator)))
  if (interval !== 'byars') return undefined
  if (unit === 'count') return orNone(() => countInterval(value))
  return numerator === undefined || denominator === undefined ? undefined : orNone(() => rateInterval(numerator, denominator, per ?? 1))
}

/** Figures that no interval goes with, such as a count that was estimated in parts of people, have none. */
function orNone(made: () => ReturnType<typeof countInterval>): Interval | undefined {
  const interval = made()
  return interval.ok ? interval.value : undefined
}

function percent(interval: Interval | undefined): Interval | undefined {
  if (interval === undefined) return undefined
  const { value, lower95, upper95, lower998, upper998, method } = interval
  return { value: value * 100, lower95: lower95 * 100, upper95: upper95 * 100, lower998: lower998 * 100, upper998: upper998 * 100, method }
}
