import type { Html, Piece } from '#platform/pages/html.ts'
import { label, type Block } from './drawing.ts'
import type { Layout } from './layout.ts'
import type { Place } from './line.ts'
import { linesOf, widthOf } from './text-width.ts'

/** A sign of the drawing, and what it means. */
export interface KeyEntry {
  readonly text: string
  /** Draws the sign about this middle, no wider than the sample. */
  readonly sample: (middle: Place) => Html
}

const sampleWidth = 26
const between = 18

/** What the signs mean, in rows from the left. */
export function keyBlock(entries: readonly KeyEntry[], left: number, { width, edge, textSize, lineHeight }: Layout): Block {
  if (entries.length === 0) return { height: 0, draw: () => undefined }
  const right = width - edge
  const rows = rowsOf(entries, left, right, textSize)
  const last = rows.at(-1)
  const height = last === undefined ? 0 : last.row + last.lines.length
  return { height: height * lineHeight + 6, draw: (top): Piece => rows.map(({ entry, x, row, lines }) => [
    entry.sample({ x: x + sampleWidth / 2, y: top + (row + 0.5) * lineHeight }),
    lines.map((text, line) => label({ x: x + sampleWidth + 4, y: top + (row + line + 0.78) * lineHeight, text, size: textSize })),
  ]) }
}

interface PlacedEntry {
  readonly entry: KeyEntry
  readonly x: number
  readonly row: number
  readonly lines: readonly string[]
}

function rowsOf(entries: readonly KeyEntry[], left: number, right: number, size: number): PlacedEntry[] {
  const placed: PlacedEntry[] = []
  let [x, row, rowHeight] = [left, 0, 1]
  for (const entry of entries) {
    const lines = linesOf(entry.text, right - left - sampleWidth - 4, { size })
    const width = sampleWidth + 4 + Math.max(...lines.map((line) => widthOf(line, { size })))
    if (x > left && x + width > right) [x, row, rowHeight] = [left, row + rowHeight, 1]
    placed.push({ entry, x, row, lines })
    x += width + between
    rowHeight = Math.max(rowHeight, lines.length)
  }
  return placed
}
