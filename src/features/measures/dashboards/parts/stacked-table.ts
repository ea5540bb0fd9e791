import { classNames } from '#platform/pages/components/markup.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'

interface StackedTableOptions {
  /** Says what the table shows. */
  readonly caption: string
  /** Where a heading before it says the same. */
  readonly isCaptionHidden?: boolean | undefined
  readonly classes?: string
  readonly columns: readonly StackedColumn[]
  readonly rows: readonly StackedRow[]
}

interface StackedColumn {
  readonly heading: string
  /** Whether it needs more room than the others. */
  readonly isWide?: boolean
  /** Whether its cells say by themselves what they are, so that they need no name on a phone. */
  readonly isPlain?: boolean
}

export interface StackedRow {
  /** The first names the row. */
  readonly cells: readonly Piece[]
  /** What is said at more length than a column has room for, across the whole width. */
  readonly below?: Piece
}

/**
 * A table that on a phone becomes a list of boxes, one for each row, in which every cell says by itself of which column it is: nothing has to be scrolled sideways.
 * Its roles are written out, since a browser forgets that it is a table where its rows are boxes.
 */
export function stackedTable({ caption, isCaptionHidden = false, classes, columns, rows }: StackedTableOptions): Html {
  return html`<table class="${classNames('govuk-table gt-stacked', classes)}" role="table">
<caption class="${isCaptionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}">${caption}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">${columns.map(({ heading, isWide }) => html`<th scope="col" role="columnheader" class="govuk-table__header${isWide === true && ' gt-stacked__wide'}">${heading}</th>`)}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">${rows.map((row) => rowOf(row, columns))}</tbody></table>`
}

function rowOf({ cells, below }: StackedRow, columns: readonly StackedColumn[]): Html {
  const row = html`<tr class="govuk-table__row${below !== undefined && ' gt-stacked__above'}" role="row">${cells.map((cell, index) => cellOf(cell, index, columns[index]))}</tr>`
  return below === undefined ? row : html`${row}<tr class="govuk-table__row" role="row"><td role="cell" class="govuk-table__cell gt-stacked__below" colspan="${columns.length}">${below}</td></tr>`
}

function cellOf(cell: Piece, index: number, column: StackedColumn | undefined): Html {
  if (index === 0) return html`<th scope="row" role="rowheader" class="govuk-table__header">${cell}</th>`
  if (column?.isPlain === true) return html`<td role="cell" class="govuk-table__cell gt-stacked__plain">${cell}</td>`
  return html`<td role="cell" class="govuk-table__cell"><span class="gt-stacked__column" aria-hidden="true">${column?.heading}</span><div>${cell}</div></td>`
}
