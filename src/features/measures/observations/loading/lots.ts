import type { HeldFigures, Pair } from './held-figures.ts'

/** Figures that are looked at together: all that are held of some measures and areas. */
export interface Lot {
  readonly pairs: readonly Pair[]
  /** How many figures. */
  readonly size: number
}

/** As many figures as are looked at or written together: some tenths of a second of work. */
export const lotSize = 5000
/** Of each pair all that stands is read, and that may be much more than what arrives. */
const mostPairs = 100

/** The figures in lots: a pair is never parted, so that its series are whole. */
export function* lotsOf(held: HeldFigures): Generator<Lot> {
  let pairs: Pair[] = []
  let size = 0
  for (const pair of held.pairs()) {
    if (pairs.length > 0 && (size + pair.places.length > lotSize || pairs.length >= mostPairs)) {
      yield { pairs, size }
      pairs = []
      size = 0
    }
    pairs.push(pair)
    size += pair.places.length
  }
  if (pairs.length > 0) yield { pairs, size }
}
