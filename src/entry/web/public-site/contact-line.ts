import { html, type Html } from '#platform/pages/html.ts'
import type { SiteFacts } from '../site-facts.ts'

/** Whom to write to, as a sentence that begins with a verb: "Write to Legal and Governance at …". */
export function contactLine({ contact, name }: SiteFacts): Html {
  if (contact === undefined) return html`Write to the office of ${name} that runs this site.`
  const ways = [
    contact.phone,
    contact.email === undefined ? undefined : html`<a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a>`,
  ].filter((way) => way !== undefined)
  if (ways.length === 0) return html`Write to ${contact.office}.`
  return html`Write to or ring ${contact.office}: ${ways.map((way, index) => html`${index === 0 ? '' : ', '}${way}`)}.`
}
