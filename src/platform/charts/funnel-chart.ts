import type { FunnelLimits } from '#core/statistics/funnel.ts'
import type { Html, Piece } from '#platform/pages/html.ts'
import { axisLine, gridOf, gridWidth } from './axes.ts'
import { colours, paleColours } from './colours.ts'
import { drawing, gap, label, type Block } from './drawing.ts'
import { placeNames } from './funnel/funnel-names.ts'
import { funnelInWords } from './funnel/funnel-words.ts'
import { beyond, type FunnelChart, type FunnelField, type FunnelPoint } from './funnel/funnel.ts'
import { headBlocks } from './head.ts'
import { keyBlock, type KeyEntry } from './key.ts'
import { layouts, type Layout, type LayoutName } from './layout.ts'
import { level, lineThrough, upright, type LineStyle, type Place } from './line.ts'
import { outlineOf } from './mark.ts'
import { scaleOf } from './scale.ts'
import { filled } from './shapes.ts'

const styles = {
  mean: { colour: colours.ink, width: 1.25 },
  outer: { colour: colours.quiet, width: 1.25, dash: '5 4' },
  inner: { colour: colours.quiet, width: 1, dash: '1.5 4' },
} as const satisfies Record<string, LineStyle>

/** How finely the curves are drawn. */
const pieces = 60

/** Places by their size and their value, between the limits in which chance leaves them: what lies outside is named. */
export function funnelChart(chart: FunnelChart, layoutName: LayoutName): Html {
  const layout = layouts[layoutName]
  const { edge, lineHeight, textSize, plotHeight } = layout
  const above = chart.unit === undefined ? textSize : lineHeight + 10
  const block: Block = { height: above + plotHeight + lineHeight * 2 + 18, draw: (top) => drawField(fieldOf(chart, layout, top + above), top) }
  const canvas = { id: `${chart.id}-${layoutName}`, title: chart.title, description: funnelInWords(chart), width: layout.width, textSize }
  return drawing(canvas, [...headBlocks(chart, layout), block, keyBlock(keyOf(chart), edge, layout), gap(edge)])
}

function fieldOf(chart: FunnelChart, layout: Layout, top: number): FunnelField {
  const bottom = top + layout.plotHeight
  const y = scaleOf(shownValues(chart), [bottom, top], { ...chart, lines: layout.lines })
  const [left, right] = [layout.edge + gridWidth(y, layout, chart.format), layout.width - layout.edge - 16]
  const x = scaleOf(chart.points.map(({ of }) => of), [left, right], { lines: layout.name === 'wide' ? 8 : 4 })
  return { chart, layout, x, y, left, right, top, bottom }
}

/** The limits of the smallest place are wider than anybody needs to see: the axis holds those of the smallest that is shown. */
function shownValues({ points, limitsAt, mean }: FunnelChart): number[] {
  const limits = points.map(({ of }) => limitsAt(of))
  return [mean.value, ...points.map(({ value }) => value), ...limits.flatMap(({ lower998, upper998 }) => [lower998, upper998])]
}

function drawField(field: FunnelField, top: number): Piece {
  const { chart, layout, y, left, right, bottom } = field
  const { edge, lineHeight, textSize } = layout
  const curves = limits.map((limit) => ({ limit, places: curve(limit, field) }))
  return [
    chart.unit === undefined ? undefined : label({ x: edge, y: top + 0.78 * lineHeight, text: chart.unit, size: textSize, colour: colours.quiet }),
    gridOf(y, [left, right], layout, chart.format),
    upright(left, [field.top, bottom], axisLine),
    sizeAxis(field),
    curves.map(({ limit, places }) => (places.length < 2 ? undefined : lineThrough(places, curveStyles[limit]))),
    level(y.at(chart.mean.value), [left, right], styles.mean),
    chart.points.toSorted((one, other) => Number(one.isOwn === true) - Number(other.isOwn === true)).map((point) => pointMark(point, field)),
    placeNames(field, curves.flatMap(({ places }) => places)),
  ]
}

/** How large the places are, from the left. */
function sizeAxis({ chart, layout: { lineHeight, textSize }, x, left, right, bottom }: FunnelField): Piece {
  const style = { size: textSize, colour: colours.quiet }
  return [
    level(bottom, [left, right], axisLine),
    x.ticks.map((tick) => [
      upright(x.at(tick), [bottom, bottom + 5], axisLine),
      label({ ...style, x: x.at(tick), y: bottom + 8 + 0.78 * lineHeight, text: chart.formatOf(tick), anchor: 'middle' }),
    ]),
    label({ ...style, x: right, y: bottom + 8 + 1.78 * lineHeight, text: chart.ofName, anchor: 'end' }),
  ]
}

/** Where a limit runs, as far as it is on the field. */
function curve(limit: keyof FunnelLimits, { chart, x, y }: FunnelField): Place[] {
  const sizes = Array.from({ length: pieces + 1 }, (_, piece) => x.from + (piece / pieces) ** 2 * (x.to - x.from)).filter((of) => of > 0)
  return sizes.flatMap((of) => (y.has(chart.limitsAt(of)[limit]) ? [{ x: x.at(of), y: y.at(chart.limitsAt(of)[limit]) }] : []))
}

const curveStyles = { upper998: styles.outer, lower998: styles.outer, upper95: styles.inner, lower95: styles.inner } satisfies Record<keyof FunnelLimits, LineStyle>
const limits = ['upper998', 'lower998', 'upper95', 'lower95'] as const

/** Own: a diamond; beyond the outer limits: a square; all others: a disc. */
function pointMark(point: FunnelPoint, { chart, x, y }: FunnelField): Html {
  const isOutside = beyond(point, chart, '998')
  const shape = point.isOwn === true ? 'diamond' : isOutside ? 'square' : 'disc'
  const colour = point.isOwn === true ? colours.target : isOutside ? colours.change : paleColours.point
  const outline = outlineOf(shape, x.at(point.of), y.at(point.value), point.isOwn === true ? 5 : 4)
  return filled(outline, { classes: `gt-chart__mark gt-chart__mark--${shape}`, fill: colour, stroke: { colour: colours.paper, width: 0.75 } })
}

function keyOf({ mean, format, points }: FunnelChart): KeyEntry[] {
  const line = (style: LineStyle): KeyEntry['sample'] => ({ x, y }) => level(y, [x - 13, x + 13], style)
  const shape = (name: 'diamond' | 'square' | 'disc', colour: string): KeyEntry['sample'] => ({ x, y }) =>
    filled(outlineOf(name, x, y, 4.25), { classes: 'gt-chart__mark', fill: colour })
  const own = points.find(({ isOwn }) => isOwn)
  return [
    ...(own === undefined ? [] : [{ text: `${own.name} ${format(own.value)}`, sample: shape('diamond', colours.target) }]),
    { text: 'outside 99.8 % limits', sample: shape('square', colours.change) },
    { text: 'others', sample: shape('disc', paleColours.point) },
    { text: `${mean.name} ${format(mean.value)}`, sample: line(styles.mean) },
    { text: '99.8 % limits', sample: line(styles.outer) },
    { text: '95 % limits', sample: line(styles.inner) },
  ]
}

