import { cleanText } from '#platform/documents/clean-text.ts'
import type { Block, Heading, Inline, List, Paragraph, Table, TableColumn } from '#platform/documents/blocks.ts'

/** Words as a document holds them; none of nothing. */
export function words(text: string): readonly Inline[] {
  const clean = cleanText(text).trim()
  return clean === '' ? [] : [{ kind: 'text', text: clean }]
}

export function strong(text: string): Inline {
  return { kind: 'strong', content: words(text) }
}

export function heading(level: number, text: string): Heading {
  return { kind: 'heading', level, content: words(text) }
}

export function paragraph(...content: readonly Inline[]): Paragraph {
  return { kind: 'paragraph', content }
}

export function bullets(items: readonly (readonly Inline[])[]): List {
  return { kind: 'list', marker: 'bullet', start: 1, items: items.map((content) => [paragraph(...content)]) }
}

/** A table of words: its first row names the columns, its first column the rows. None where it would have no row. */
export function tableOf(caption: string, columns: readonly (string | TableColumn)[], rows: readonly (readonly string[])[]): Block[] {
  if (rows.length === 0) return []
  const heads = columns.map((column): TableColumn => (typeof column === 'string' ? { heading: words(column), align: 'start' } : column))
  const table: Table = { kind: 'table', caption: words(caption), columns: heads, rows: rows.map((row) => row.map((cell) => words(cell))) }
  return [table]
}

/** A column of figures. */
export function figures(name: string): TableColumn {
  return { heading: words(name), align: 'end' }
}
