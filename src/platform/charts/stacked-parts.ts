import type { Html, Piece } from '#platform/pages/html.ts'
import { colours } from './colours.ts'
import { drawing, gap, label, type Block, type ChartHead } from './drawing.ts'
import { headBlocks } from './head.ts'
import { keyBlock, type KeyEntry } from './key.ts'
import { layouts, type Layout, type LayoutName } from './layout.ts'
import { rowName } from './row-name.ts'
import { rectangle, type Rectangle } from './shapes.ts'
import { widthOf } from './text-width.ts'

/** A whole with the parts that it is made of, in the order of the names; a part without a value is not drawn, and its text says why. */
interface WholeInParts {
  readonly label: string
  readonly parts: readonly { readonly value: number | undefined; readonly shown: string }[]
}

interface StackedParts extends ChartHead {
  /** What the parts are, from the left; six at most can be told apart. */
  readonly names: readonly string[]
  readonly wholes: readonly WholeInParts[]
}

/** From dark to light with a letter that tells each apart, so that neither colour nor order carries it alone. */
const shades = [
  { fill: '#12423e', ink: colours.paper },
  { fill: '#3f7d76', ink: colours.paper },
  { fill: '#8fbab4', ink: colours.ink },
  { fill: '#d5e6e3', ink: colours.ink },
  { fill: '#f0d9a8', ink: colours.ink },
  { fill: '#b98a2b', ink: colours.ink },
] as const

const barHeight = 26

/**
 * Bars of equal length, each divided into its parts; the value stands in every part that has room for it, and all in the description. A whole of which a
 * part has no figure is not drawn, as the others would show what is withheld. Throws where there are more than six parts.
 */
export function stackedParts(chart: StackedParts, layoutName: LayoutName): Html {
  if (chart.names.length > shades.length) throw new RangeError(`${chart.names.length} parts cannot be told apart in one bar; ${shades.length} can`)
  const layout = layouts[layoutName]
  const { edge, width, textSize } = layout
  const labelWidth = Math.max(0, ...chart.wholes.map(({ label }) => widthOf(label, { size: textSize })))
  const left = layoutName === 'wide' ? edge + Math.min(labelWidth, width * 0.35) + 8 : edge
  const bars = chart.wholes.map((whole) => bar(whole, left, layout))
  const canvas = { id: `${chart.id}-${layoutName}`, title: chart.title, description: inWords(chart), width, textSize }
  return drawing(canvas, [...headBlocks(chart, layout), keyBlock(chart.names.map(keyEntry), edge, layout), ...bars, gap(edge)])
}

function keyEntry(text: string, place: number): KeyEntry {
  return { text: `${letterOf(place)} ${text}`, sample: ({ x, y }) => part({ x: x - 13, y: y - 7, width: 26, height: 14 }, place) }
}

function bar({ label: text, parts }: WholeInParts, left: number, layout: Layout): Block {
  const name = rowName(text, left, layout)
  return {
    height: Math.max(name.above + barHeight, name.height) + 8,
    draw: (top): Piece => {
      const field = { x: left, y: top + name.above, width: layout.width - layout.edge - left, height: barHeight }
      return [name.draw(top, field.y + barHeight / 2), dividedBar(parts, field, layout.textSize)]
    },
  }
}

function dividedBar(parts: WholeInParts['parts'], field: Rectangle, size: number): Piece {
  const known = parts.flatMap(({ value }) => (value === undefined ? [] : [Math.max(value, 0)]))
  const whole = known.reduce((sum, value) => sum + value, 0)
  const y = field.y + field.height / 2 + size * 0.34
  if (known.length < parts.length) return label({ x: field.x, y, text: 'not drawn: a part has no figure', size, colour: colours.quiet })
  if (whole === 0) return label({ x: field.x, y, text: 'none', size, colour: colours.quiet })
  return known.map((value, place) => {
    const before = known.slice(0, place).reduce((sum, one) => sum + one, 0)
    const of = { ...field, x: field.x + (before / whole) * field.width, width: (value / whole) * field.width }
    return value === 0 ? undefined : [part(of, place), wordsIn(of, { place, shown: parts[place]?.shown ?? '', size })]
  })
}

interface PartWords {
  readonly place: number
  readonly shown: string
  readonly size: number
}

/** Letter and value of a part, or its letter, or nothing: what has room. */
function wordsIn({ x, y, width, height }: Rectangle, { place, shown, size }: PartWords): Html | undefined {
  const text = [`${letterOf(place)} ${shown}`, letterOf(place)].find((words) => widthOf(words, { size }) + 6 <= width)
  const colour = (shades[place] ?? shades[0]).ink
  return text === undefined ? undefined : label({ x: x + width / 2, y: y + height / 2 + size * 0.34, text, size, anchor: 'middle', colour })
}

function part(field: Rectangle, place: number): Html {
  return rectangle(field, { classes: 'gt-chart__part', fill: (shades[place] ?? shades[0]).fill, stroke: { colour: colours.paper, width: 1.5 } })
}

function letterOf(place: number): string {
  return 'ABCDEF'[place] ?? ''
}

function inWords({ description, names, wholes }: StackedParts): string {
  const said = wholes.map(({ label, parts }) => {
    const values = names.map((name, place) => `${name} ${parts[place]?.shown ?? 'no figure'}`)
    return `${label}: ${values.join(', ')}`
  })
  return `${description === undefined ? '' : `${description} `}Parts of a whole. ${said.join('; ')}.`
}
