import type { JudgedPoint, Judgement } from './judgement.ts'
import { judgementInWords } from './judgement-words.ts'
import { flagsOf } from './rules.ts'
import { limitsOf, type Limits } from './limits.ts'
import type { Conventions, Flag, Measured, Polarity, SeriesPoint, Variation } from './series.ts'

/** Fewer points than this show a run chart without icons. */
const fewestPoints = 13

/**
 * Tells signal from noise in a series by an XmR chart with the rules of NHS England's "Making Data Count": points in order of time, limits per segment,
 * variation and assurance of the last point with a value against the last segment. A series whose last segment is shorter than 13 points, does not
 * move, or whose values overlap gets no icon, and the note says why.
 */
export function judge(series: readonly SeriesPoint[], conventions: Conventions): Judgement {
  const segments = segmentsOf(series).map((segment) => judged(segment, series, conventions))
  const points = segments.flatMap(({ points: ofSegment }) => ofSegment)
  const last = segments.at(-1)
  const variation = conventions.overlap ?? last?.state ?? 'too-short'
  const assurance = last?.limits === undefined ? 'none' : assuranceOf(last.limits, targetAtLast(series), conventions.polarity)
  return {
    segments: segments.map(({ from, to, limits }) => ({ from, to, limits })),
    points,
    variation,
    assurance,
    note: judgementInWords({ variation, assurance, points, measured: last?.measured ?? 0, isFirstSegment: segments.length < 2, fewest: fewestPoints }),
  }
}

interface JudgedSegment {
  readonly from: string
  readonly to: string
  readonly limits: Limits | undefined
  readonly points: readonly JudgedPoint[]
  /** How many points have a value. */
  readonly measured: number
  readonly state: Variation | 'too-short' | 'constant'
}

/** Where one segment begins and the next begins. */
interface Stretch {
  readonly number: number
  readonly begins: number
  readonly ends: number
}

function segmentsOf(series: readonly SeriesPoint[]): Stretch[] {
  const begins = series.flatMap(({ isRebase }, at) => (at === 0 || isRebase === true ? [at] : []))
  return begins.map((begin, number) => ({ number, begins: begin, ends: begins[number + 1] ?? series.length }))
}

function judged({ number, begins, ends }: Stretch, series: readonly SeriesPoint[], conventions: Conventions): JudgedSegment {
  const stretch = series.slice(begins, ends)
  const measured = stretch.flatMap(({ value }, index): Measured[] => (value === undefined ? [] : [{ at: begins + index, value }]))
  const isJudged = conventions.overlap === undefined && measured.length >= fewestPoints
  const limits = isJudged ? limitsOf(measured, conventions) : undefined
  const flags = limits === undefined ? new Map<number, readonly Flag[]>() : flagsOf(measured, limits, conventions.beyondCounts)
  const points = stretch.map(({ period, value }, index): JudgedPoint => {
    const found = flags.get(begins + index) ?? []
    return { period, value, segment: number, flags: found, variation: value === undefined || limits === undefined ? undefined : variationOf(value, found, limits, conventions.polarity) }
  })
  const last = points.findLast(({ variation }) => variation !== undefined)
  const state = isJudged ? (last?.variation ?? 'constant') : 'too-short'
  return { from: stretch[0]?.period ?? '', to: stretch.at(-1)?.period ?? '', limits, points, measured: measured.length, state }
}

/** The side of the mean says high or low; polarity says whether that is better. */
function variationOf(value: number, flags: readonly Flag[], { mean }: Limits, polarity: Polarity): Variation {
  if (flags.length === 0) return 'common-cause'
  const side = value > mean ? 'high' : 'low'
  if (polarity === 'neither') return `change-${side}`
  return (polarity === 'higher') === (side === 'high') ? `improving-${side}` : `concerning-${side}`
}

function targetAtLast(series: readonly SeriesPoint[]): number | undefined {
  return series.findLast(({ value }) => value !== undefined)?.target
}

/** A target that touches a limit is hit and miss. */
function assuranceOf({ lower, upper }: Limits, target: number | undefined, polarity: Polarity): Judgement['assurance'] {
  if (target === undefined || polarity === 'neither') return 'none'
  if (target < lower) return polarity === 'higher' ? 'always' : 'never'
  if (target > upper) return polarity === 'higher' ? 'never' : 'always'
  return 'hit-and-miss'
}
