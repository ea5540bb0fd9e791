import type { Limits } from '#core/statistics/xmr/limits.ts'
import type { Variation } from '#core/statistics/xmr/series.ts'
import type { ChartHead } from '../drawing.ts'
import type { ScaleSettings } from '../scale.ts'

/** A period of a series; without a value it is a gap. */
export interface ChartPoint {
  /** The period where there is little room: "Q4 2019/20". */
  readonly label: string
  readonly value: number | undefined
  /** What the rules of chance found here; undefined where nothing can be said. */
  readonly variation?: Variation | undefined
  /** Place of its limits among the segments, from 0. */
  readonly segment?: number | undefined
  /** Drawn hollow. */
  readonly isProvisional?: boolean | undefined
  /** The range in which chance would leave the truth. */
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** The target in force. */
  readonly target?: number | undefined
  /** Why this figure and the one before cannot be compared: the line is broken here. */
  readonly breakReason?: string | undefined
  /** Why limits begin anew here. */
  readonly rebaseReason?: string | undefined
}

/** A line of others beside the series, with a value for each of its periods. */
interface OtherLine {
  readonly name: string
  readonly values: readonly (number | undefined)[]
}

export interface SeriesChart extends ChartHead, Pick<ScaleSettings, 'isFromZero' | 'lowest' | 'highest'> {
  /** In order of time. */
  readonly points: readonly ChartPoint[]
  /** Whose figures the points are, at the end of their line: without it only the last value stands there. */
  readonly name?: string | undefined
  /** A value as it is written everywhere: "42.1 %". */
  readonly format: (value: number) => string
  /** A target as it was set, where that is written otherwise: "4.28 %". */
  readonly formatTarget?: ((target: number) => string) | undefined
  /** A value as the axis writes it, where that is shorter: "40 %". */
  readonly axisFormat?: ((value: number) => string) | undefined
  /** What the axis counts, above it: "Per cent". */
  readonly unit?: string | undefined
  readonly others?: readonly OtherLine[] | undefined
}

export interface ProcessChart extends SeriesChart {
  /** Limits by segment; none where nothing moves or there are too few points. */
  readonly segments: readonly { readonly limits?: Limits | undefined }[]
}

/** A series with what is drawn over the whole of its segments. */
export interface DrawnSeries extends ProcessChart {
  /** The middle value, where there are no limits. */
  readonly median?: number | undefined
}

/** Points that follow each other, first and last place. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretches of a series in which this stays the same; where it is undefined there is none. */
export function stretchesOf<Kept>(points: readonly ChartPoint[], kept: (point: ChartPoint) => Kept | undefined): (Stretch & { readonly value: Kept })[] {
  const stretches: { from: number; to: number; value: Kept }[] = []
  for (const [index, point] of points.entries()) {
    const value = kept(point)
    const open = stretches.at(-1)
    if (value === undefined) continue
    if (open?.to === index - 1 && open.value === value) open.to = index
    else stretches.push({ from: index, to: index, value })
  }
  return stretches
}

/** The stretches of values that a line may join: it is broken at a gap, and where figures cannot be compared. */
export function joined(values: readonly (number | undefined)[], isBroken: (index: number) => boolean): Stretch[] {
  const stretches: { from: number; to: number }[] = []
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue
    const open = stretches.at(-1)
    if (open?.to === index - 1 && !isBroken(index)) open.to = index
    else stretches.push({ from: index, to: index })
  }
  return stretches
}
