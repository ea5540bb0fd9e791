/** A figure in order of time; without a value it is a gap. */
export interface SeriesPoint {
  readonly period: string
  readonly value: number | undefined
  readonly target?: number
  /** A decision to begin new limits here. */
  readonly isRebase?: boolean
}

/** Why figures that follow each other are not apart: each is of a year that ends with it, or holds those before it of its year. */
export type Overlap = 'rolling' | 'year-to-date'

/** Whether more is better, less is better, or neither. */
export type Polarity = 'higher' | 'lower' | 'neither'

/** The conventions by which a measure is judged, kept with it and printed under its chart. */
export interface Conventions {
  readonly polarity: Polarity
  /** The first so many points of each segment make its limits, 12 at least; without it all do. */
  readonly baseline?: number
  /** Drops moving ranges of 3.267 times their mean or more once before limits are drawn. */
  readonly screen: boolean
  /** Whether a point beyond a limit counts towards two in three (NHS England's tool of 2023: yes; the R package NHSRplotthedots: no). */
  readonly beyondCounts: boolean
  /** Of values that hold part of the one before, so that rules of chance say nothing. */
  readonly overlap?: Overlap
}

/** What a rule found at a point, in the order in which one names it. */
export type Flag = 'outside' | 'trend' | 'two-in-three' | 'shift'

export type Variation = 'common-cause' | 'improving-high' | 'improving-low' | 'concerning-high' | 'concerning-low' | 'change-high' | 'change-low'

/** A point with a value, and its place in the series. */
export interface Measured {
  readonly at: number
  readonly value: number
}

/** The points of a segment that follow each other without a gap. */
export type Run = readonly Measured[]

/** Splits measured points where a period has no value: what stands on both sides of a gap does not follow each other. */
export function runsOf(points: readonly Measured[]): Run[] {
  const runs: Measured[][] = []
  for (const point of points) {
    const open = runs.at(-1)
    if (open?.at(-1)?.at === point.at - 1) open.push(point)
    else runs.push([point])
  }
  return runs
}
