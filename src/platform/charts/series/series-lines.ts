import type { Limits } from '#core/statistics/xmr/limits.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { colours, otherLines } from '../colours.ts'
import { level, lineThrough, upright, type LineStyle } from '../line.ts'
import { mark } from '../mark.ts'
import type { Scale } from '../scale.ts'
import { rectangle } from '../shapes.ts'
import type { Plot } from './plot.ts'
import { joined, stretchesOf, type DrawnSeries } from './series-chart.ts'

/** How each kind of line is drawn, in the field and in its key. */
export const lineStyles = {
  series: { colour: colours.series, width: 2.25, classes: 'gt-chart__series' },
  mean: { colour: colours.ink, width: 1.25 },
  median: { colour: colours.ink, width: 1.25, dash: '9 3' },
  limit: { colour: colours.quiet, width: 1.25, dash: '5 4' },
  near: { colour: colours.quiet, width: 0.9, dash: '1.5 4' },
  target: { colour: colours.target, width: 2, dash: '10 3 3 3', classes: 'gt-chart__target' },
  range: { colour: colours.quiet, width: 1.25 },
} as const satisfies Record<string, LineStyle>

export function otherStyle(place: number): LineStyle {
  const { colour, dash } = otherLines[place % otherLines.length] ?? otherLines[0]
  return { colour, width: 1.5, dash }
}

/** Mean, limits and near lines of each segment, over a light band; a line that would lie where no value can is left out. */
export function limitLines({ points, segments }: DrawnSeries, plot: Plot): Html {
  return html`${stretchesOf(points, ({ segment = 0 }) => segment).map(({ from, to, value }) => {
    const limits = segments[value]?.limits
    if (limits === undefined) return undefined
    const [left, right] = plot.across(from, to)
    const at = (value: number, style: LineStyle) => (plot.scale.has(value) ? level(plot.scale.at(value), [left, right], style) : undefined)
    const outer = [limits.upper, limits.lower].map((value) => at(value, lineStyles.limit))
    const near = [limits.nearUpper, limits.nearLower].map((value) => at(value, lineStyles.near))
    return [bandOf(limits, plot.scale, [left, right]), outer, near, at(limits.mean, lineStyles.mean)]
  })}`
}

/** The field between the limits. */
export function bandOf({ upper, lower }: Limits, scale: Scale, [left, right]: readonly [left: number, right: number]): Html {
  const field = { x: left, y: scale.at(upper), width: right - left, height: scale.at(lower) - scale.at(upper) }
  return rectangle(field, { classes: 'gt-chart__band', fill: colours.band })
}

/** The target as steps, one for each value that it had. */
export function targetSteps({ points }: DrawnSeries, plot: Plot): Html {
  const steps = stretchesOf(points, ({ target }) => target)
  return html`${steps.map(({ from, to, value }) => level(plot.scale.at(value), plot.across(from, to), lineStyles.target))}`
}

/** The lines of others; a figure without a neighbour in time is a short stroke. */
export function linesOfOthers({ others = [] }: DrawnSeries, plot: Plot): Html {
  return html`${others.map(({ values }, place) => joined(values, () => false).map(({ from, to }) => {
    const style = otherStyle(place)
    const places = values.slice(from, to + 1).map((value, index) => plot.place(from + index, value ?? 0))
    const half = Math.max(plot.step * 0.35, 4)
    return from < to ? lineThrough(places, style) : places.map(({ x, y }) => level(y, [x - half, x + half], { ...style, dash: undefined }))
  }))}`
}

/** The line of the series, broken at gaps and where figures cannot be compared, and its points over it. */
export function seriesLine({ points }: DrawnSeries, plot: Plot): Html {
  const values = points.map(({ value }) => value)
  const stretches = joined(values, (index) => points[index]?.breakReason !== undefined).filter(({ from, to }) => from < to)
  const lines = stretches.map(({ from, to }) => {
    const places = values.slice(from, to + 1).map((value, index) => plot.place(from + index, value ?? 0))
    return lineThrough(places, lineStyles.series)
  })
  return html`${lines}${points.map((point, index) => pointMark(point, index, plot))}`
}

function pointMark({ value, variation, isProvisional, low, high }: DrawnSeries['points'][number], index: number, plot: Plot): Html | undefined {
  if (value === undefined) return undefined
  const isFlagged = variation !== undefined && variation !== 'common-cause'
  const radius = Math.max(Math.min(plot.step * 0.4, 4.25), isFlagged ? 3.5 : 1.75)
  const range = low === undefined || high === undefined ? undefined : upright(plot.x(index), [plot.scale.at(low), plot.scale.at(high)], lineStyles.range)
  return html`${range}${mark(plot.place(index, value), { variation, radius: isFlagged ? radius * 1.15 : radius, isHollow: isProvisional })}`
}
