import { button } from '#platform/pages/components/button.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'

/** A number in the words of a row, which a script counts anew when rows come and go. */
export function rowNumber(number: number): Html {
  return html`<span data-row-number>${number}</span>`
}

/** One row of boxes that can be taken out. */
export function row(number: number, what: string, fields: Piece): Html {
  const remove = button({
    text: html`Remove<span class="govuk-visually-hidden"> ${what} ${rowNumber(number)}</span>`,
    classes: 'govuk-button--secondary gt-row__remove',
    name: 'do',
    value: `remove-${number}`,
  })
  return html`<div class="gt-row" data-row><div class="gt-row__fields">${fields}</div>${remove}</div>`
}

/** Rows and the button that adds one. Each works without a script: it saves the part and shows it again. */
export function rows(all: readonly Html[], add: string): Html {
  return html`<div data-rows>${all}</div>${button({ text: add, classes: 'govuk-button--secondary', name: 'do', value: 'add', attributes: { 'data-row-add': true } })}`
}
