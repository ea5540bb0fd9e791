import { html, type Html } from '#platform/pages/html.ts'
import { contactLine } from '../contact-line.ts'
import type { SiteFacts } from '../site-facts.ts'

/** Whom somebody asks who cannot sign in, as a sentence. */
export function whomToAsk(facts: SiteFacts): Html {
  if (!facts.isExample) return contactLine(facts)
  return html`In this example the password of every example account was printed where the site was first started; the setting
<code>EXAMPLE_PASSWORD</code> gives them another.`
}
