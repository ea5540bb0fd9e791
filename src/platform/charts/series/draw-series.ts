import type { Html, Piece } from '#platform/pages/html.ts'
import { gridOf, gridWidth, periodAxis, periodAxisHeight } from '../axes.ts'
import { colours } from '../colours.ts'
import { drawing, gap, label, type Block } from '../drawing.ts'
import { headBlocks } from '../head.ts'
import { keyBlock } from '../key.ts'
import { layouts, type Layout, type LayoutName } from '../layout.ts'
import { upright } from '../line.ts'
import { endLabels, endsAsKey, endsWidth, lineEnds, type LineEnd } from './end-labels.ts'
import { eventLines, eventNotes, eventsHeight, eventsOf, type SeriesEvent } from './events.ts'
import { plotOf, type Plot, type PlotFrame } from './plot.ts'
import { limitLines, linesOfOthers, seriesLine, targetSteps } from './series-lines.ts'
import { seriesInWords } from './series-words.ts'
import type { DrawnSeries } from './series-chart.ts'
import { signKey } from './sign-key.ts'
import { stepLabels } from './step-labels.ts'

/** A series over time as an SVG. */
export function drawSeries(series: DrawnSeries, layoutName: LayoutName): Html {
  const layout = layouts[layoutName]
  const events = eventsOf(series)
  const ends = lineEnds(series)
  const direct = layoutName === 'wide' ? ends : ends.filter(({ isOwn }) => isOwn).map((end) => ({ ...end, text: series.format(end.value) }))
  const keyed = layoutName === 'wide' ? [] : endsAsKey(ends.filter(({ isOwn }) => !isOwn || series.name !== undefined))
  const { width, textSize } = layout
  const canvas = { id: `${series.id}-${layoutName}`, title: series.title, description: seriesInWords(series), width, textSize }
  return drawing(canvas, [
    ...headBlocks(series, layout),
    fieldBlock(series, { layout, events, ends: direct }),
    keyBlock([...keyed, ...signKey(series)], layout.edge, layout),
    ...eventNotes(events, layout.edge, layout),
    gap(layout.edge),
  ])
}

interface Field {
  readonly layout: Layout
  readonly events: readonly SeriesEvent[]
  readonly ends: readonly LineEnd[]
}

/** The axes with all that lies between them. */
function fieldBlock(series: DrawnSeries, { layout, events, ends }: Field): Block {
  const { edge, lineHeight, textSize, width } = layout
  const measured = plotOf(series, { left: 0, right: 1, top: 0, layout }).scale
  const left = edge + gridWidth(measured, layout, axisFormat(series))
  const right = width - edge - endsWidth(ends, layout)
  const unitHeight = series.unit === undefined ? 0 : lineHeight + 10
  const step = (right - left) / Math.max(series.points.length, 1)
  const above = Math.max(unitHeight + eventsHeight(events, step), textSize)
  const axisHeight = periodAxisHeight({ labels: series.points.map(({ label }) => label), layout })
  return {
    height: above + layout.plotHeight + axisHeight + 10,
    draw: (top): Piece => [
      series.unit === undefined ? undefined : label({ x: edge, y: top + 0.78 * lineHeight, text: series.unit, size: textSize, colour: colours.quiet }),
      drawField(series, { layout, events, ends }, { left, right, top: top + above, layout }),
    ],
  }
}

function axisFormat({ format, axisFormat = format }: DrawnSeries): DrawnSeries['format'] {
  return axisFormat
}

function drawField(series: DrawnSeries, { layout, events, ends }: Field, frame: PlotFrame): Piece {
  const plot: Plot = plotOf(series, frame)
  const labels = series.points.map(({ label }) => label)
  return [
    limitLines(series, plot),
    gridOf(plot.scale, [plot.left, plot.right], layout, axisFormat(series)),
    upright(plot.left, [plot.top, plot.bottom], { colour: colours.quiet, width: 1 }),
    eventLines(events, plot, layout),
    linesOfOthers(series, plot),
    targetSteps(series, plot),
    seriesLine(series, plot),
    stepLabels(series, plot, layout),
    endLabels(ends, plot, layout),
    periodAxis({ labels, x: (index) => plot.x(index), y: plot.bottom, left: layout.edge, right: layout.width - layout.edge, layout }),
  ]
}
