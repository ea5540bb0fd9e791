import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { askedList } from '../dashboards/parts/asked-list.ts'
import { askedAbout } from '../dashboards/view/asked-about.ts'
import type { CurrentEntry } from '../releases/published-releases.ts'
import { dashboardAddress } from '../releases/release.ts'

/** The page of a measure has room for more of them than its row on a dashboard. */
const atOnce = 10

/** Questions and actions of when the body looked last that name this measure, each with where it stands; nothing where none does. */
export function askedSection({ entry, release }: CurrentEntry): Html | undefined {
  const asked = askedAbout(entry, release.asked)
  if (asked.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="asked">What was asked about it</h2>
${askedList(asked, atOnce)}
<p class="govuk-body">${link(dashboardAddress(release), html`All that the ${userText(release.bodyName)} asked when it looked last`)}</p>`
}
