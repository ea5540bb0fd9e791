import type { Html } from '#platform/pages/html.ts'
import { label } from './drawing.ts'
import type { Layout } from './layout.ts'
import { linesOf, type TextStyle } from './text-width.ts'

/** The name of a bar: beside it, or above it where the screen is narrow. */
interface RowName {
  /** The room that it needs above its bar. */
  readonly above: number
  /** Its height. */
  readonly height: number
  /** Draws it for a row that begins at this top and a bar with this middle. */
  draw(top: number, middle: number): Html[]
}

export function rowName(text: string, left: number, { name, edge, width, textSize, lineHeight }: Layout, isBold = false): RowName {
  const style: TextStyle = { size: textSize, isBold }
  const isBeside = name === 'wide'
  const lines = linesOf(text, isBeside ? left - edge - 8 : width - edge - left, style)
  const height = lines.length * lineHeight
  const firstLine = (top: number, middle: number) => (isBeside ? middle - (height - lineHeight) / 2 + textSize * 0.34 : top + 0.78 * lineHeight)
  return {
    above: isBeside ? 0 : height,
    height,
    draw: (top, middle) => lines.map((line, place) => {
      const y = firstLine(top, middle) + place * lineHeight
      return label({ ...style, text: line, y, x: isBeside ? left - 8 : left, anchor: isBeside ? 'end' : 'start' })
    }),
  }
}
