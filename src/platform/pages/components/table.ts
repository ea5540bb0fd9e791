import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface Cell extends Common {
  readonly text: Piece
  /** Numbers stand to the right, digits under digits. */
  readonly format?: 'numeric' | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

export interface TableOptions extends Common {
  readonly caption?: Piece
  readonly captionClasses?: string | undefined
  readonly head?: readonly Cell[] | undefined
  readonly rows: readonly (readonly Cell[])[]
  /** The first cell of each row names the row. */
  readonly firstCellIsHeader?: boolean | undefined
}

/** A table of data. */
export function table(options: TableOptions): Html {
  const cell = (one: Cell, index: number) => (index === 0 && options.firstCellIsHeader === true ? rowHeader(one) : dataCell(one))
  const rows = options.rows.map((row) => html`<tr class="govuk-table__row">${row.map(cell)}</tr>`)
  return html`<table${attributes({ class: classNames('govuk-table', options.classes), ...options.attributes })}>
${options.caption !== undefined && html`<caption class="${classNames('govuk-table__caption', options.captionClasses)}">${options.caption}</caption>`}
${options.head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${options.head.map(columnHeader)}</tr></thead>`}
<tbody class="govuk-table__body">${rows}</tbody></table>`
}

function columnHeader(cell: Cell): Html {
  const classes = classNames('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)
  return html`<th${attributes({ scope: 'col', class: classes, ...spans(cell) })}>${cell.text}</th>`
}

function rowHeader(cell: Cell): Html {
  return html`<th${attributes({ scope: 'row', class: classNames('govuk-table__header', cell.classes), ...spans(cell) })}>${cell.text}</th>`
}

function dataCell(cell: Cell): Html {
  const classes = classNames('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)
  return html`<td${attributes({ class: classes, ...spans(cell) })}>${cell.text}</td>`
}

function spans(cell: Cell) {
  return { colspan: cell.colspan, rowspan: cell.rowspan, ...cell.attributes }
}
