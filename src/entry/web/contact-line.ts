import { html, type Html } from '#platform/pages/html.ts'
import type { SiteFacts } from './site-facts.ts'

/** Whom to ask about the site, as a sentence: "Write to or ring Legal and Governance: …". */
export function contactLine({ contact }: SiteFacts): Html {
  if (contact === undefined) return html`The council’s office has not been named here yet: ask whoever gave you the address of this site.`
  const { office, phone, email } = contact
  const mail = email === undefined ? undefined : html`<a class="govuk-link" href="mailto:${email}">${email}</a>`
  if (phone === undefined) return mail === undefined ? html`Write to ${office}.` : html`Write to ${office}: ${mail}.`
  return mail === undefined ? html`Ring ${office}: ${phone}.` : html`Write to or ring ${office}: ${phone}, ${mail}.`
}
