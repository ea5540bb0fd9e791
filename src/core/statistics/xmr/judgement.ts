import type { Limits } from './limits.ts'
import type { Flag, Overlap, Variation } from './series.ts'

/** A stretch of the series with limits of its own. */
interface Segment {
  /** First and last period. */
  readonly from: string
  readonly to: string
  readonly limits: Limits | undefined
}

export interface JudgedPoint {
  readonly period: string
  readonly value: number | undefined
  /** Place of its segment, from 0. */
  readonly segment: number
  /** What the rules found, the one to name first. */
  readonly flags: readonly Flag[]
  /** Undefined where nothing can be said of the point: a gap, or no limits. */
  readonly variation: Variation | undefined
}

export interface Judgement {
  readonly segments: readonly Segment[]
  readonly points: readonly JudgedPoint[]
  /** Of the last point that has a value. */
  readonly variation: Variation | 'too-short' | 'constant' | Overlap
  /** Whether the target in force at the last point is always, never or sometimes reached by the process as it is. */
  readonly assurance: 'always' | 'never' | 'hit-and-miss' | 'none'
  /** The judgement in a sentence. */
  readonly note: string
}
