import { html, type Html } from '#platform/pages/html.ts'
import { spread, type Wanted } from '../boxes.ts'
import { colours } from '../colours.ts'
import { label } from '../drawing.ts'
import type { KeyEntry } from '../key.ts'
import type { Layout } from '../layout.ts'
import { level, lineThrough, type LineStyle, type Place } from '../line.ts'
import { linesOf, widthOf } from '../text-width.ts'
import type { Plot } from './plot.ts'
import { lineStyles, otherStyle } from './series-lines.ts'
import type { DrawnSeries } from './series-chart.ts'

/** What is written at the end of a line. */
export interface LineEnd {
  readonly text: string
  readonly style: LineStyle
  /** The value at its end, and the period of it. */
  readonly value: number
  readonly index: number
  readonly isOwn: boolean
}

const widest = 190
const leader = 20

/** Every line of the drawing with its name and its last value, the series first. */
export function lineEnds(series: DrawnSeries): LineEnd[] {
  const { points, name, format } = series
  const last = points.findLastIndex(({ value }) => value !== undefined)
  const value = points[last]?.value
  const all = [...levels(series), ...endsOfOthers(series)]
  if (value === undefined) return all
  const text = name === undefined ? format(value) : `${name} ${format(value)}`
  return [{ text, style: lineStyles.series, value, index: last, isOwn: true }, ...all]
}

/** Target, centre and limits, as they are at the last point. */
function levels({ points, segments, median, format, formatTarget = format }: DrawnSeries): LineEnd[] {
  const index = points.length - 1
  const point = points[index]
  const limits = segments[point?.segment ?? 0]?.limits
  const found: readonly (readonly [name: string, value: number | undefined, style: LineStyle, shown?: typeof format])[] = [
    ['Target', point?.target, lineStyles.target, formatTarget],
    ['Median', median, lineStyles.median],
    ['Upper limit', limits?.upper, lineStyles.limit],
    ['Mean', limits?.mean, lineStyles.mean],
    ['Lower limit', limits?.lower, lineStyles.limit],
  ]
  return found.flatMap(([name, value, style, shown = format]) => (value === undefined ? [] : [{ text: `${name} ${shown(value)}`, style, value, index, isOwn: false }]))
}

function endsOfOthers({ others = [], format }: DrawnSeries): LineEnd[] {
  return others.flatMap(({ name, values }, place) => {
    const index = values.findLastIndex((value) => value !== undefined)
    const value = values[index]
    return value === undefined ? [] : [{ text: `${name} ${format(value)}`, style: otherStyle(place), value, index, isOwn: false }]
  })
}

/** The room that the words at the ends need beside the field. */
export function endsWidth(ends: readonly LineEnd[], { textSize }: Layout): number {
  const widths = ends.map(({ text, isOwn }) => widthOf(text, { size: textSize, isBold: isOwn }))
  return Math.min(Math.max(0, ...widths), widest) + leader
}

/** The words at the ends of the lines, each beside its line or led to it, none upon another. */
export function endLabels(ends: readonly LineEnd[], plot: Plot, layout: Layout): Html {
  const { textSize, lineHeight } = layout
  const shown = ends
    .filter(({ value }) => plot.scale.has(value))
    .map((end) => ({ ...end, lines: linesOf(end.text, widest, { size: textSize, isBold: end.isOwn }) }))
  const wanted: Wanted[] = shown.map(({ value, lines }) => ({ middle: plot.scale.at(value), height: lines.length * lineHeight }))
  const middles = spread(wanted, plot.top - lineHeight, plot.bottom + lineHeight / 2)
  return html`${shown.map(({ lines, value, index, style, isOwn }, place) => {
    const middle = middles[place] ?? 0
    const first = middle - ((lines.length - 1) * lineHeight) / 2 + textSize * 0.34
    const y = plot.scale.at(value)
    const end: Place = { x: isOwn || index < plotEnd(plot) ? plot.x(index) + 7 : plot.right, y }
    const words = { size: textSize, isBold: isOwn, colour: isOwn ? colours.ink : style.colour }
    const fine: LineStyle = { colour: style.colour, width: 0.75, classes: 'gt-chart__leader' }
    return [
      // Dots from where a line ends early, so that nobody takes them for its figures.
      end.x < plot.right ? lineThrough([end, { x: plot.right, y }], { ...fine, width: 1, dash: '1 4' }) : undefined,
      lineThrough([{ x: plot.right, y }, { x: plot.right + 6, y }, { x: plot.right + leader - 4, y: middle }], fine),
      lines.map((text, line) => label({ ...words, x: plot.right + leader, y: first + line * lineHeight, text })),
    ]
  })}`
}

/** The last period of the field. */
function plotEnd(plot: Plot): number {
  return Math.round((plot.right - plot.left) / plot.step) - 1
}

/** The same words as a key, where there is no room beside the field. */
export function endsAsKey(ends: readonly LineEnd[]): KeyEntry[] {
  return ends.map(({ text, style }) => ({ text, sample: ({ x, y }) => level(y, [x - 13, x + 13], style) }))
}
