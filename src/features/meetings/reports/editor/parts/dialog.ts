import { button } from '#platform/pages/components/button.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'

/** What a tool asks before it writes: opened by the script, closed by Escape, by Cancel or when done. Its fields are sent nowhere. */
export function dialog(name: string, title: string, fields: Piece, submit: string): Html {
  return html`<dialog class="gt-dialog gt-dialog--${name}" data-dialog="${name}" aria-labelledby="dialog-${name}"><form method="dialog" novalidate>
<h2 class="govuk-heading-m" id="dialog-${name}">${title}</h2>${fields}
<p class="govuk-error-message" data-dialog-fault role="alert" hidden></p>
<div class="govuk-button-group">${button({ text: submit, value: 'put' })}${button({ text: 'Cancel', type: 'button', classes: 'govuk-button--secondary', attributes: { 'data-dialog-cancel': true } })}</div>
</form></dialog>`
}
