import type { Polarity } from '#core/statistics/xmr/series.ts'
import type { JudgedFigure } from './against-target.ts'

/** What a figure says beside that of others for the same period. */
export type AgainstOthers =
  | { readonly kind: 'better' | 'similar' | 'worse' | 'higher' | 'lower'; readonly other: number; readonly hasInterval: boolean }
  | { readonly kind: 'none'; readonly why: 'no-comparator' | 'no-figure' | 'no-interval' }

/**
 * Holds a figure against England, the region or its neighbours: similar where its 95 % interval holds the other's figure (Fingertips, technical guide).
 * Where neither is better the words are higher and lower. Without an interval chance cannot be told from a difference, so nothing is said but for equal figures.
 */
export function againstOthers({ value, interval }: JudgedFigure, other: number | undefined, polarity: Polarity): AgainstOthers {
  if (other === undefined) return { kind: 'none', why: 'no-comparator' }
  if (value === undefined) return { kind: 'none', why: 'no-figure' }
  if (interval === undefined) return value === other ? { kind: 'similar', other, hasInterval: false } : { kind: 'none', why: 'no-interval' }
  if (interval.lower95 <= other && other <= interval.upper95) return { kind: 'similar', other, hasInterval: true }
  const side = interval.lower95 > other ? 'higher' : 'lower'
  return { kind: polarity === 'neither' ? side : side === polarity ? 'better' : 'worse', other, hasInterval: true }
}
