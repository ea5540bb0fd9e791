import type { PostedForm } from '#access/staff/posted-form.ts'
import type { Refusal } from '#core/outcome.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'

/** Fields that somebody writes sentences into. */
const written = /^(?:by|back|note|reason-[a-z-]+)$/

/** What somebody typed into a form that is not on the page any more, since another changed the release meanwhile. */
export function typedStill(form: PostedForm, refusal: Refusal | undefined): Html | undefined {
  if (refusal?.kind !== 'conflict' && refusal?.kind !== 'not-now') return undefined
  const texts = form.names().filter((name) => written.test(name)).map((name) => form.text(name)).filter((text) => text !== '')
  if (texts.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="typed">What you typed</h2>${texts.map((text) => html`<p class="govuk-body gt-typed">${userText(text)}</p>`)}`
}
