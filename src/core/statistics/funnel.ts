import { tails, type Level } from './intervals/interval.ts'

/** Between which values chance leaves a place of a size, if it is like all the others. */
export interface FunnelLimits {
  readonly lower95: number
  readonly upper95: number
  readonly lower998: number
  readonly upper998: number
}

/** How cases come about: so many of a number that cannot be exceeded (a share), or events of which there may be any number (a rate). */
type FunnelKind = 'binomial' | 'poisson'

export interface Funnel {
  readonly kind: FunnelKind
  /** What all places have together: cases for one of those counted, 0 to 1 for a share. */
  readonly centre: number
  /** What a value is given for: 100 for per cent, 10000 for a rate per 10,000. */
  readonly per: number
}

/** Beyond so many standard deviations there is nothing left to add up. */
const reach = 12

/**
 * Control limits of a funnel plot at a size, 95 % and 99.8 %: the quantiles of the count that chance gives, interpolated between whole counts
 * (Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202, appendix A.1.1). A size that is no number of places above 0, or a share of more than 1, throws.
 */
export function funnelLimits({ kind, centre, per }: Funnel, size: number): FunnelLimits {
  if (!(size > 0) || !(centre >= 0) || (kind === 'binomial' && centre > 1)) throw new RangeError(`No limits for ${size} with a centre of ${centre}`)
  const of = kind === 'binomial' ? Math.round(size) : size
  if (centre === 0 || of === 0 || (kind === 'binomial' && centre === 1)) return level(centre * per)
  const quantiles = quantilesOf(kind, centre, of)
  const value = (level: Level, side: 'lower' | 'upper') => (quantiles(side === 'lower' ? tails[level] : 1 - tails[level]) / of) * per
  return { lower95: value(95, 'lower'), upper95: value(95, 'upper'), lower998: value(99.8, 'lower'), upper998: value(99.8, 'upper') }
}

/** Where nothing can vary. */
function level(value: number): FunnelLimits {
  return { lower95: value, upper95: value, lower998: value, upper998: value }
}

/** The count below which a part of all chances lies: the smallest one that exceeds it, less the share of its own chance that does. Never below 0. */
function quantilesOf(kind: FunnelKind, centre: number, of: number): (part: number) => number {
  const chances = chancesOf(kind, centre, of)
  return (part) => {
    let sum = 0
    for (const [index, chance] of chances.of.entries()) {
      sum += chance
      if (sum > part) return Math.max(0, chances.from + index - (sum - part) / chance)
    }
    return chances.from + chances.of.length - 1
  }
}

/** The chance of each count near the expected one; each follows from the one before it, and all together are made to be 1. */
function chancesOf(kind: FunnelKind, centre: number, of: number): { readonly from: number; readonly of: readonly number[] } {
  const mean = centre * of
  const deviation = Math.sqrt(kind === 'binomial' ? mean * (1 - centre) : mean)
  const highest = kind === 'binomial' ? of : Number.POSITIVE_INFINITY
  const from = Math.max(0, Math.floor(mean - reach * deviation))
  const to = Math.min(highest, Math.ceil(mean + reach * deviation) + reach)
  const middle = Math.min(Math.max(Math.round(mean), from), to)
  const next = (count: number) => (kind === 'binomial' ? ((of - count) / (count + 1)) * (centre / (1 - centre)) : mean / (count + 1))
  const weights = Array.from({ length: to - from + 1 }, () => 0)
  weights[middle - from] = 1
  for (let count = middle; count < to; count += 1) weights[count + 1 - from] = (weights[count - from] ?? 0) * next(count)
  for (let count = middle; count > from; count -= 1) weights[count - 1 - from] = (weights[count - from] ?? 0) / next(count - 1)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return { from, of: weights.map((weight) => weight / whole) }
}
