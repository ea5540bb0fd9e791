import type { Interval } from '#core/statistics/intervals/interval.ts'
import type { Polarity } from '#core/statistics/xmr/series.ts'

/** What a figure says of its target; the interval decides, and where it holds the target one cannot tell. */
export type AgainstTarget =
  | { readonly kind: 'met' | 'missed' | 'cannot-tell'; readonly target: number; readonly hasInterval: boolean }
  | { readonly kind: 'none'; readonly why: 'no-target' | 'no-figure' | 'neither-is-better' }

/** The figure of a period as it is judged: what is counted of how many is known for some, the interval with it. */
export interface JudgedFigure {
  readonly value: number | undefined
  /** In the unit of the value. */
  readonly interval?: Pick<Interval, 'lower95' | 'upper95'>
}

/** Holds a figure against its target at 95 %. A figure without an interval is compared as it stands, and the answer says so. */
export function againstTarget({ value, interval }: JudgedFigure, target: number | undefined, polarity: Polarity): AgainstTarget {
  if (target === undefined) return { kind: 'none', why: 'no-target' }
  if (polarity === 'neither') return { kind: 'none', why: 'neither-is-better' }
  if (value === undefined) return { kind: 'none', why: 'no-figure' }
  const [lower, upper] = interval === undefined ? [value, value] : [interval.lower95, interval.upper95]
  const found = polarity === 'higher' ? { isMet: lower >= target, isMissed: upper < target } : { isMet: upper <= target, isMissed: lower > target }
  return { kind: found.isMet ? 'met' : found.isMissed ? 'missed' : 'cannot-tell', target, hasInterval: interval !== undefined }
}
