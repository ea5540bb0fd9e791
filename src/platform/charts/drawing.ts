import { cleanText } from '#platform/documents/clean-text.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { colours } from './colours.ts'
import { linesOf, type TextStyle } from './text-width.ts'

/** What every drawing says of itself, to those who see it and to those who do not. */
export interface ChartHead {
  /** Part of the ids within the drawing: unlike that of any other drawing on the page. */
  readonly id: string
  /** The message, as a headline. */
  readonly title: string
  /** What is measured, where, in which unit and for which time. */
  readonly subtitle?: string | undefined
  /** Said first in the description for readers who do not see the drawing. */
  readonly description?: string | undefined
}

/** A part of a drawing that stands below the part before it. */
export interface Block {
  readonly height: number
  draw(top: number): Piece
}

interface Canvas {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly width: number
  readonly textSize: number
  /** Added to the class by which the style sheet finds it. */
  readonly classes?: string
}

const typeface = "'Atkinson Hyperlegible Next', system-ui, arial, sans-serif"

/**
 * A whole SVG of these blocks, one below the other: it stands in a page, and as a file by itself. Colours are attributes, which the style sheet of
 * the page overrides for forced colours; its width is that of whatever it stands in.
 */
export function drawing({ id, title, description, width, textSize, classes }: Canvas, blocks: readonly Block[]): Html {
  const tops = blocks.map((_, index) => blocks.slice(0, index).reduce((sum, { height }) => sum + height, 0))
  const height = Math.ceil(blocks.reduce((sum, block) => sum + block.height, 0))
  const look = html`class="${['gt-chart__svg', classes].join(' ').trim()}" font-family="${typeface}" font-size="${textSize}"`
  const said = html`role="img" aria-labelledby="${id}-title ${id}-desc"`
  const words = html`<title id="${id}-title">${cleanText(title)}</title><desc id="${id}-desc">${cleanText(description)}</desc>`
  const paper = html`<rect class="gt-chart__paper" width="${width}" height="${height}" fill="${colours.paper}"/>`
  const drawn = blocks.map((block, index) => block.draw(tops[index] ?? 0))
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${look} ${said}>${[words, paper, drawn]}</svg>`
}

interface Label extends TextStyle {
  readonly x: number
  /** The line on which the letters stand. */
  readonly y: number
  readonly text: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly colour?: string
}

export function label({ x, y, text, size, anchor = 'start', isBold = false, colour = colours.ink }: Label): Html {
  const look = html`font-size="${size}" text-anchor="${anchor}" font-weight="${isBold ? 700 : 400}" fill="${colour}"`
  return html`<text x="${px(x)}" y="${px(y)}" ${look}>${cleanText(text)}</text>`
}

interface Paragraph extends TextStyle {
  readonly x: number
  readonly width: number
  readonly lineHeight: number
  /** Room below it. */
  readonly after: number
  readonly colour?: string
}

/** Text in lines below each other, as a block of its own. */
export function paragraph(text: string, { x, width, lineHeight, after, ...style }: Paragraph): Block {
  const lines = linesOf(text, width, style)
  return {
    height: lines.length * lineHeight + after,
    draw: (top) => lines.map((line, index) => label({ x, y: top + (index + 0.78) * lineHeight, text: line, ...style })),
  }
}

export function gap(height: number): Block {
  return { height, draw: () => undefined }
}

/** A place on the drawing, no finer than anybody sees. */
export function px(place: number): number {
  return Math.round(place * 100) / 100
}
