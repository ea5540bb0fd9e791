import { html, type Html } from '#platform/pages/html.ts'
import { doOverlap, type Box } from './boxes.ts'
import { colours } from './colours.ts'
import { label } from './drawing.ts'
import type { Layout } from './layout.ts'
import { level, upright } from './line.ts'
import type { Scale } from './scale.ts'
import { widthOf } from './text-width.ts'

export const gridline = { colour: colours.grid, width: 1, classes: 'gt-chart__grid' }
export const axisLine = { colour: colours.quiet, width: 1, classes: 'gt-chart__line' }

/** Light lines at the round values, with the value before each. */
export function gridOf(scale: Scale, [left, right]: readonly [number, number], { textSize }: Layout, format: (value: number) => string): Html {
  return html`${scale.ticks.map((tick) => [
    level(scale.at(tick), [left, right], tick === 0 ? axisLine : gridline),
    label({ x: left - 6, y: scale.at(tick) + textSize * 0.34, text: format(tick), size: textSize, anchor: 'end', colour: colours.quiet }),
  ])}`
}

/** The room that the words of this axis need before it. */
export function gridWidth(scale: Pick<Scale, 'ticks'>, { textSize }: Layout, format: (value: number) => string): number {
  return Math.max(...scale.ticks.map((tick) => widthOf(format(tick), { size: textSize }))) + 10
}

interface PeriodAxis {
  readonly labels: readonly string[]
  readonly x: (index: number) => number
  /** Where the axis lies. */
  readonly y: number
  /** The words stay between these. */
  readonly left: number
  readonly right: number
  readonly layout: Layout
}

interface PlacedLabel extends Box {
  readonly index: number
  readonly middle: number
  readonly lines: readonly string[]
}

/** How far apart the periods that are named may stand, so that a year of quarters or of months keeps its rhythm. */
const rhythms = [1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 36, 48, 60, 84, 120, 180, 240]

/** The periods below the axis, as many as stand beside each other without touching, the last one always. */
export function periodAxis(axis: PeriodAxis): Html {
  const { textSize, lineHeight } = axis.layout
  const quiet = { size: textSize, colour: colours.quiet }
  return html`${periodLabels(axis).map(({ index, middle, lines }) => [
    upright(axis.x(index), [axis.y, axis.y + 5], axisLine),
    lines.map((text, line) => label({ ...quiet, x: middle, y: axis.y + 8 + (line + 0.78) * lineHeight, text, anchor: 'middle' })),
  ])}`
}

/** The height of the words below the axis. */
export function periodAxisHeight({ labels, layout }: Pick<PeriodAxis, 'labels' | 'layout'>): number {
  return 12 + Math.max(1, ...labels.map((label) => inLines(label, layout).length)) * layout.lineHeight
}

function periodLabels(axis: PeriodAxis): PlacedLabel[] {
  for (const rhythm of rhythms) {
    const isNamed = (index: number) => (axis.labels.length - 1 - index) % rhythm === 0
    const placed = axis.labels.flatMap((text, index) => (isNamed(index) ? [placedLabel(text, index, axis)] : []))
    if (placed.every((one, place) => place === 0 || !doOverlap(one, placed[place - 1] ?? one, 8))) return placed
  }
  return axis.labels.slice(-1).map((text) => placedLabel(text, axis.labels.length - 1, axis))
}

function placedLabel(text: string, index: number, { x, y, left, right, layout }: PeriodAxis): PlacedLabel {
  const lines = inLines(text, layout)
  const half = Math.max(...lines.map((line) => widthOf(line, { size: layout.textSize }))) / 2
  const middle = Math.min(Math.max(x(index), left + half), right - half)
  return { index, middle, lines, left: middle - half, right: middle + half, top: y, bottom: y + lines.length * layout.lineHeight }
}

/** Where there is little room the year stands below the quarter: "Q4" over "2019/20". */
function inLines(text: string, { name }: Layout): readonly string[] {
  const last = text.lastIndexOf(' ')
  return name === 'wide' || last < 0 ? [text] : [text.slice(0, last), text.slice(last + 1)]
}
