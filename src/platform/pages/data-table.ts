import { html, type Html, type Piece } from './html.ts'
import { classNames } from './components/markup.ts'
import { table, type Cell } from './components/table.ts'

export interface DataTableOptions {
  /** Says what the table shows; also names the box in which a wide table scrolls. */
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly captionSize?: 's' | 'm' | 'l' | undefined
  readonly columns: readonly { readonly heading: Piece; readonly numeric?: boolean | undefined }[]
  /** The first cell of each names its row. */
  readonly rows: readonly (readonly Piece[])[]
}

/** A table with a caption and named columns, in a box of its own that scrolls by keyboard and finger where the screen is too narrow. */
export function dataTable(options: DataTableOptions): Html {
  const format = (column: number): Pick<Cell, 'format'> => (options.columns[column]?.numeric === true ? { format: 'numeric' } : {})
  const element = table({
    caption: options.caption,
    captionClasses: classNames(options.captionHidden === true ? 'govuk-visually-hidden' : `govuk-table__caption--${options.captionSize ?? 'm'}`),
    head: options.columns.map((column, index) => ({ text: column.heading, ...format(index) })),
    rows: options.rows.map((row) => row.map((text, index) => ({ text, ...format(index) }))),
    firstCellIsHeader: true,
  })
  return html`<div class="gt-table-region" role="group" aria-label="${options.caption}" tabindex="0">${element}</div>`
}
