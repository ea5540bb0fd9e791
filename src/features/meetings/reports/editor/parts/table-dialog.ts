import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { dialog } from './dialog.ts'

/** A table as a grid, whose boxes the script makes: a new one, or the one in which the caret stands. */
export function tableDialog(): Html {
  const deed = (name: string, text: string) => button({ text, type: 'button', classes: 'govuk-button--secondary', attributes: { 'data-table-do': name } })
  const fields = html`${input({ name: 'table-caption', label: { text: 'Caption' }, hint: { text: 'What the table shows: Budget by service, £000' } })}
<p class="govuk-body" id="table-guidance">The first row names the columns, the first column the rows. Tab and the arrow keys go from box to box, Enter goes down. Cells that you copied from a spreadsheet can be pasted.</p>
<div class="gt-table-grid"><table data-table-grid aria-label="Boxes of the table" aria-describedby="table-guidance"></table></div>
<div class="gt-table-deeds">${deed('add-row', 'Add a row')}${deed('add-column', 'Add a column')}${deed('remove-row', 'Remove a row')}${deed('remove-column', 'Remove a column')}</div>
<p class="govuk-body-s" role="status" data-table-status></p>`
  return dialog('table', 'Table', fields, 'Put in the table')
}
