import { scaleOf, type Scale } from '../scale.ts'
import type { Layout } from '../layout.ts'
import type { Place } from '../line.ts'
import type { DrawnSeries } from './series-chart.ts'

/** The field in which a series is drawn. */
export interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly scale: Scale
  /** The room of one period. */
  readonly step: number
  /** The middle of a period. */
  x(index: number): number
  /** From the beginning of a period to the end of another. */
  across(from: number, to: number): [number, number]
  place(index: number, value: number): Place
}

export interface PlotFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly layout: Layout
}

export function plotOf(series: DrawnSeries, { left, right, top, layout }: PlotFrame): Plot {
  const bottom = top + layout.plotHeight
  const scale = scaleOf(valuesOf(series), [bottom, top], { ...series, lines: layout.lines })
  const step = (right - left) / Math.max(series.points.length, 1)
  const x = (index: number) => left + (index + 0.5) * step
  const across = (from: number, to: number): [number, number] => [x(from) - step / 2, x(to) + step / 2]
  return { left, right, top, bottom, scale, step, x, across, place: (index, value) => ({ x: x(index), y: scale.at(value) }) }
}

/** Everything that the axis must hold. */
function valuesOf({ points, segments, others = [], median }: DrawnSeries): number[] {
  const limits = segments.flatMap(({ limits }) => (limits === undefined ? [] : [limits.lower, limits.upper]))
  const ofPoints = points.flatMap(({ value, low, high, target }) => [value, low, high, target])
  return [...ofPoints, ...limits, ...others.flatMap(({ values }) => values), median].filter((value) => value !== undefined)
}
