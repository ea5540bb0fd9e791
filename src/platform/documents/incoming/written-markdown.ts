import type { Paragraph, PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'

/** The Markdown of these blocks; every sign of a text that Markdown would give a meaning is escaped. */
export function writtenMarkdown(blocks: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...blocks] }
  return toMarkdown(root, {
    bullet: '-',
    bulletOther: '*',
    listItemIndent: 'one',
    resourceLink: true,
    // A mark of a footnote before a colon would begin the footnote itself.
    unsafe: [{ character: ':', before: '\\]', inConstruct: 'phrasing' }],
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()],
  })
}

/** A paragraph of nothing but text. One that begins with "Table:" is made bold there: it would else be taken for the caption of a table. */
export function textParagraph(text: string): Paragraph {
  const [mark] = /^Table:/.exec(text) ?? []
  const begin: PhrasingContent[] = mark === undefined ? [] : [{ type: 'strong', children: [{ type: 'text', value: mark }] }]
  return { type: 'paragraph', children: [...begin, { type: 'text', value: text.slice(mark?.length ?? 0) }] }
}

/** A table with a cell for each column in every row; the first row names the columns. */
export function tableOf(rows: readonly (readonly PhrasingContent[][])[]): Table {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const written = rows.map((row): TableRow => ({ type: 'tableRow', children: Array.from({ length: columns }, (_, index) => ({ type: 'tableCell', children: row[index] ?? [] })) }))
  return { type: 'table', align: [], children: written }
}

/** Calls columns without a name "Column 2", as `readMarkdown` asks for one, and says how many these were. The first column may do without. */
export function nameColumns(table: Table): number {
  const nameless = Array.from((table.children[0]?.children ?? []).entries()).filter(([index, cell]) => index > 0 && cell.children.length === 0)
  for (const [index, cell] of nameless) cell.children = [{ type: 'text', value: `Column ${index + 1}` }]
  return nameless.length
}

/** The line that `readMarkdown` asks for above a table. */
export function captionLine(caption: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: 'Table: ' }, ...caption] }
}
