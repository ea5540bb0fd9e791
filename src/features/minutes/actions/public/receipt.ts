import { formatDate } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { Receipt } from '../received.ts'

/** Of what was received on an earlier day than it was entered: both days, how it came, and why it was not entered then. */
export function receiptWords({ on, entered }: Receipt): Html | undefined {
  if (entered === undefined) return undefined
  return html`<p class="govuk-body-s">Received on ${formatDate(on)}: <span class="gt-typed">${userText(entered.how)}</span>. Entered here on ${formatDate(entered.on)}: <span class="gt-typed">${userText(entered.why)}</span></p>`
}
