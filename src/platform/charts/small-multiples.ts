import { html, type Html } from '#platform/pages/html.ts'
import { drawing, gap, label, px, type Block, type ChartHead } from './drawing.ts'
import { smallField, smallSize, type SmallMultiple } from './small-multiple.ts'
import { linesOf } from './text-width.ts'

interface SmallMultiples extends Omit<ChartHead, 'subtitle'> {
  readonly charts: readonly Omit<SmallMultiple, 'id'>[]
}

const [columns, between, textSize, lineHeight] = [2, 24, 15, 19]
/** Where the drawing stands by itself, a machine without our typeface takes wider letters. */
const nameWidth = smallSize.width * 0.88

/** Many series at a glance, two beside each other, each under its name. Each has an axis of its own, so that shapes can be compared and heights cannot. */
export function smallMultiples({ id, title, description = '', charts }: SmallMultiples): Html {
  const rows = Array.from({ length: Math.ceil(charts.length / columns) }, (_, row) => rowOf(charts.slice(row * columns, (row + 1) * columns)))
  return drawing({ id, title, description, width: columns * smallSize.width + (columns - 1) * between, textSize }, rows.flatMap((row, index) => (index === 0 ? [row] : [gap(between / 2), row])))
}

function rowOf(charts: SmallMultiples['charts']): Block {
  const names = charts.map(({ title }) => linesOf(title, nameWidth, { size: textSize, isBold: true }))
  const nameHeight = Math.max(...names.map(({ length }) => length)) * lineHeight
  return {
    height: nameHeight + smallSize.height,
    draw: (top) =>
      charts.map((chart, column) => {
        const left = column * (smallSize.width + between)
        const words = (names[column] ?? []).map((text, line) => label({ x: left + 4, y: top + (line + 0.78) * lineHeight, text, size: textSize, isBold: true }))
        return html`${words}<g transform="translate(${px(left)} ${px(top + nameHeight)})">${smallField(chart)}</g>`
      }),
  }
}
