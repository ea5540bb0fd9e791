import type { Html } from '#platform/pages/html.ts'
import type { LayoutName } from './layout.ts'
import { drawSeries } from './series/draw-series.ts'
import type { ProcessChart, SeriesChart } from './series/series-chart.ts'

/**
 * A series over time with mean, limits and near lines of each segment. Points at which a rule of chance found something have a shape of their own as
 * well as a colour, provisional ones are hollow, a gap stays a gap, and every line is named at its end (below the field where the screen is narrow).
 */
export function processChart(chart: ProcessChart, layout: LayoutName): Html {
  return drawSeries(chart, layout)
}

/** A series that is too short for limits: its median instead, and no judgement of any point. */
export function runChart(chart: SeriesChart, layout: LayoutName): Html {
  const points = chart.points.map((point) => ({ ...point, variation: undefined, segment: 0 }))
  return drawSeries({ ...chart, points, segments: [], median: medianOf(points.flatMap(({ value }) => value ?? [])) }, layout)
}

function medianOf(values: readonly number[]): number | undefined {
  const ordered = values.toSorted((one, other) => one - other)
  const middle = Math.floor(ordered.length / 2)
  const [before, at] = [ordered[middle - 1], ordered[middle]]
  return at === undefined || before === undefined || ordered.length % 2 === 1 ? at : (before + at) / 2
}
