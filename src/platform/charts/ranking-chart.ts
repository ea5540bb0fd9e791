import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { axisLine, gridline } from './axes.ts'
import { colours, paleColours } from './colours.ts'
import { drawing, gap, label, type Block, type ChartHead } from './drawing.ts'
import { hatched, hatching } from './hatching.ts'
import { headBlocks } from './head.ts'
import { layouts, type Layout, type LayoutName } from './layout.ts'
import { level, upright } from './line.ts'
import { rowName } from './row-name.ts'
import { scaleOf, type Scale, type ScaleSettings } from './scale.ts'
import { rectangle } from './shapes.ts'
import { widthOf } from './text-width.ts'

interface RankedRow {
  readonly name: string
  readonly value: number | undefined
  /** How the value is written, or why there is none: "[c]". */
  readonly shown: string
  /** The range in which chance would leave the truth, as a whisker. */
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** The reader's own place: hatched, and named in bold. */
  readonly isOwn?: boolean | undefined
}

export interface RankingChart extends ChartHead, Pick<ScaleSettings, 'lowest' | 'highest'> {
  /** In the order in which they are shown, from above. */
  readonly rows: readonly RankedRow[]
  readonly format: (value: number) => string
  /** A value across all rows, such as that of the country. */
  readonly line?: { readonly name: string; readonly value: number } | undefined
}

interface Room {
  readonly chart: RankingChart
  readonly layout: Layout
  readonly left: number
  readonly right: number
  readonly scale: Scale
}

const barHeight = 16

/** Bars from zero, one below the other, each with its name, its value and its whisker; on a narrow screen the names stand above their bars. */
export function rankingChart(chart: RankingChart, layoutName: LayoutName): Html {
  const layout = layouts[layoutName]
  const id = `${chart.id}-${layoutName}`
  const room = roomOf(chart, layout)
  const rows = chart.rows.map((row) => rowBlock(row, id, room))
  return drawing({ id, title: chart.title, description: inWords(chart), width: layout.width, textSize: layout.textSize }, [
    { height: 0, draw: () => hatching(id) },
    ...headBlocks(chart, layout),
    ...(chart.line === undefined ? [] : [lineName(room)]),
    fieldBlock(room, rows),
    axisWords(room),
    gap(layout.edge),
  ])
}

function fieldBlock(room: Room, rows: readonly Block[]): Block {
  const tops = rows.map((_, index) => rows.slice(0, index).reduce((sum, { height }) => sum + height, 0))
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  return { height: height + 6, draw: (top) => [
    verticals(room, top, top + height),
    rows.map((row, index) => row.draw(top + (tops[index] ?? 0))),
    room.layout.name === 'wide' ? lineAcross(room, top, top + height) : undefined,
  ] }
}

function roomOf(chart: RankingChart, layout: Layout): Room {
  const { edge, width, textSize, name } = layout
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => widthOf(text, { size: textSize, isBold: true })))
  const names = Math.min(widest(chart.rows.map((row) => row.name)), width * 0.4)
  const left = edge + (name === 'wide' ? names + 8 : widthOf(chart.format(0), { size: textSize }) / 2)
  const right = width - edge - widest(chart.rows.map(({ shown }) => shown)) - 10
  const values = [...chart.rows.flatMap(({ value, low, high }) => [value, low, high]), chart.line?.value].filter((value) => value !== undefined)
  return { chart, layout, left, right, scale: scaleOf(values, [left, right], { ...chart, lines: name === 'wide' ? 6 : 4 }) }
}

function rowBlock(row: RankedRow, id: string, room: Room): Block {
  const { layout, left, right, scale } = room
  const isOwn = row.isOwn === true
  const name = rowName(row.name, left, layout, isOwn)
  const height = Math.max(name.above + barHeight, name.height) + 10
  return { height, draw: (top): Piece => {
    const middle = name.above === 0 ? top + height / 2 : top + name.above + barHeight / 2 + 2
    const line = name.above === 0 ? undefined : lineAcross(room, middle - barHeight / 2 - 3, middle + barHeight / 2 + 3)
    const value = label({ size: layout.textSize, isBold: isOwn, text: row.shown, x: right + 8, y: middle + layout.textSize * 0.34 })
    return [name.draw(top, middle), bar(row, middle, scale, isOwn ? hatched(id) : paleColours.bar), line, value]
  } }
}

function bar({ value, low, high, isOwn }: RankedRow, middle: number, scale: Scale, fill: string): Html | undefined {
  if (value === undefined) return undefined
  const [zero, end] = [scale.at(0), scale.at(value)]
  const whisker = low === undefined || high === undefined ? undefined : whiskerOf([scale.at(low), scale.at(high)], middle)
  const field = { x: Math.min(zero, end), y: middle - barHeight / 2, width: Math.abs(end - zero), height: barHeight }
  const classes = isOwn === true ? 'gt-chart__bar gt-chart__bar--own' : 'gt-chart__bar'
  return html`${rectangle(field, { classes, fill, stroke: { colour: colours.series, width: 1 } })}${whisker}`
}

/** On a pale ground, so that it is seen over a bar as well as beside it. */
function whiskerOf([low, high]: readonly [number, number], middle: number): Html {
  const draw = (colour: string, width: number, classes: string) => {
    const style = { colour, width, classes }
    return [level(middle, [low, high], style), upright(low, [middle - 4, middle + 4], style), upright(high, [middle - 4, middle + 4], style)]
  }
  return html`${draw(colours.paper, 4, 'gt-chart__halo')}${draw(colours.ink, 1.5, 'gt-chart__line gt-chart__whisker')}`
}

/** Gridlines; none where they would run through the names. */
function verticals({ scale, layout }: Room, top: number, bottom: number): Piece {
  if (layout.name === 'narrow') return undefined
  return scale.ticks.map((tick) => upright(scale.at(tick), [top, bottom], tick === 0 ? axisLine : gridline))
}

/** Across all rows where the names stand beside them; across each bar alone where it would run through the names. */
function lineAcross({ chart, scale }: Room, top: number, bottom: number): Piece {
  const style = { colour: colours.target, width: 2, dash: '7 3', classes: 'gt-chart__target' }
  return chart.line === undefined ? undefined : upright(scale.at(chart.line.value), [top - 2, bottom], style)
}

/** The name of the line, above it, as far as the drawing is wide. */
function lineName({ chart, layout, scale }: Room): Block {
  const { textSize, lineHeight, edge, width } = layout
  const text = chart.line === undefined ? '' : `${chart.line.name} ${chart.format(chart.line.value)}`
  const half = widthOf(text, { size: textSize }) / 2
  const x = Math.min(Math.max(scale.at(chart.line?.value ?? 0), edge + half), width - edge - half)
  return { height: lineHeight + 2, draw: (top) => label({ x, y: top + 0.78 * lineHeight, text, size: textSize, anchor: 'middle', colour: colours.target }) }
}

function axisWords({ chart, layout, scale }: Room): Block {
  const { textSize, lineHeight } = layout
  const half = (tick: number) => widthOf(chart.format(tick), { size: textSize }) / 2
  const isEvery = scale.ticks.every((tick, index) => {
    const next = scale.ticks[index + 1]
    return next === undefined || scale.at(next) - scale.at(tick) > half(tick) + half(next) + 6
  })
  const ticks = scale.ticks.filter((_, index) => isEvery || index % 2 === 0)
  const style = { size: textSize, anchor: 'middle', colour: colours.quiet } as const
  const word = (tick: number, top: number) => label({ ...style, x: scale.at(tick), y: top + 0.78 * lineHeight, text: chart.format(tick) })
  return { height: lineHeight + 4, draw: (top) => ticks.map((tick) => word(tick, top)) }
}

function inWords({ description, rows, line, format }: RankingChart): string {
  const said = rows.map(({ name, shown, low, high, isOwn }) => {
    const range = low === undefined || high === undefined ? '' : ` (${format(low)} to ${format(high)})`
    return `${name}${isOwn === true ? ' (own)' : ''} ${shown}${range}`
  })
  const across = line === undefined ? '' : ` ${line.name} ${format(line.value)}.`
  return `${description === undefined ? '' : `${description} `}Bars, from above: ${said.join('; ')}.${across}`
}
