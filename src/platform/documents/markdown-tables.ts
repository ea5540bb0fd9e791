import type { AlignType, Paragraph as MarkdownParagraph, RootContent, Table as MarkdownTable, TableRow } from 'mdast'
import type { Inline, Table, TableColumn } from './blocks.ts'
import { readHeadingInlines, readInlines } from './markdown-inlines.ts'
import type { MarkdownReading } from './markdown-reading.ts'

const captionMark = /^Table:\s*/

/** Whether this paragraph is the caption of a table: `Table: Budget by service, £000`. */
export function isCaption(node: RootContent): node is MarkdownParagraph {
  const first = node.type === 'paragraph' ? node.children[0] : undefined
  return first?.type === 'text' && captionMark.test(first.value)
}

/** A table with the caption that stands above it. Each row must have a cell for each column, and each column but the first a name. */
export function readTable(node: MarkdownTable, caption: MarkdownParagraph | undefined, reading: MarkdownReading): Table[] {
  if (caption === undefined) {
    return reading.fault(node, 'Give the table a caption: a line above it such as "Table: Budget by service, £000", with an empty line before it.')
  }
  const [head, ...body] = node.children
  if (head === undefined) return []
  // First, as footnotes are numbered in the order of reading.
  const title = withoutMark(readInlines(caption.children, reading))
  const columns = head.children.map((cell, index) => ({ heading: readHeadingInlines(cell.children, reading), align: alignment(node.align?.[index]) }))
  if (columns.slice(1).some((column) => column.heading.length === 0)) reading.fault(head, 'Give each column a heading.')
  const rows = body.map((row) => readRow(row, columns, reading))
  return [{ kind: 'table', caption: title, columns, rows }]
}

function readRow(row: TableRow, columns: readonly TableColumn[], reading: MarkdownReading): Inline[][] {
  if (row.children.length !== columns.length) {
    const found = `This row has ${row.children.length} cells and the table has ${columns.length} columns.`
    reading.fault(row, `${found} Give it the same number; end the table with an empty line.`)
  }
  return row.children.map((cell) => readInlines(cell.children, reading))
}

function alignment(align: AlignType | undefined): TableColumn['align'] {
  if (align === 'right') return 'end'
  return align === 'center' ? 'centre' : 'start'
}

function withoutMark(content: readonly Inline[]): Inline[] {
  const [first, ...rest] = content
  if (first?.kind !== 'text') return [...content]
  return [{ kind: 'text', text: first.text.replace(captionMark, '') }, ...rest]
}
