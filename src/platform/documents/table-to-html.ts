import { html, type Html } from '#platform/pages/html.ts'
import type { Inline, Table, TableColumn } from './blocks.ts'
import { inlinesToHtml } from './inlines-to-html.ts'

/**
 * A table in a box that scrolls sideways by keyboard too, named by its caption. The box is a group and not a region: a paper has
 * many tables, and each region would be a landmark of the page.
 */
export function tableToHtml(table: Table, number: number, idPrefix: string): Html {
  const id = `${idPrefix}table-${number}`
  return html`<div class="gt-table-region" role="group" tabindex="0" aria-labelledby="${id}">
<table class="govuk-table">
<caption class="govuk-table__caption govuk-table__caption--m" id="${id}">${inlinesToHtml(table.caption, idPrefix)}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">${table.columns.map((column) => columnHeading(column, idPrefix))}</tr></thead>
<tbody class="govuk-table__body">
${table.rows.map((row) => html`<tr class="govuk-table__row">${row.map((cell, index) => bodyCell(cell, table.columns[index], index === 0, idPrefix))}</tr>\n`)}</tbody>
</table>
</div>
`
}

function columnHeading(column: TableColumn, idPrefix: string): Html {
  if (column.heading.length === 0) return html`<td class="govuk-table__header"></td>`
  return html`<th scope="col" class="govuk-table__header${alignment('header', column)}">${inlinesToHtml(column.heading, idPrefix)}</th>`
}

/** The first cell names its row; an empty one names nothing and is no header. */
function bodyCell(cell: readonly Inline[], column: TableColumn | undefined, isFirst: boolean, idPrefix: string): Html {
  if (isFirst && cell.length > 0) {
    return html`<th scope="row" class="govuk-table__header${alignment('header', column)}">${inlinesToHtml(cell, idPrefix)}</th>`
  }
  return html`<td class="govuk-table__cell${alignment('cell', column)}">${inlinesToHtml(cell, idPrefix)}</td>`
}

function alignment(part: 'header' | 'cell', column: TableColumn | undefined): string {
  if (column?.align === 'end') return ` govuk-table__${part}--numeric`
  return column?.align === 'centre' ? ' gt-align-centre' : ''
}
