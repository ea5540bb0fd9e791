import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { askedLine } from '../dashboards/parts/exception-card.ts'
import { askedAbout } from '../dashboards/view/asked-about.ts'
import type { CurrentEntry } from '../releases/published-releases.ts'
import { dashboardAddress } from '../releases/release.ts'

/** Questions and actions of when the body looked last that name this measure, each with where it stands; nothing where none does. */
export function askedSection({ entry, release }: CurrentEntry): Html | undefined {
  const asked = askedAbout(entry, release.asked)
  if (asked.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="asked">What was asked about it</h2>
<ul class="govuk-list govuk-list--bullet">${asked.map(askedLine)}</ul>
<p class="govuk-body">${link(dashboardAddress(release), html`All that the ${userText(release.bodyName)} asked when it looked last`)}</p>`
}
