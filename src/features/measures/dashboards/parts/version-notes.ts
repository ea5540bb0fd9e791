import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { dashboardAddress } from '../../releases/release.ts'
import { publishedOn } from '../../measure-pages/published-on.ts'
import type { DashboardView } from '../view/dashboard-view.ts'

/** That an old version is shown, or what an amendment corrects. */
export function versionNotice({ release, newest }: DashboardView): Html | undefined {
  if (release.version < newest) {
    return warningText({ text: html`This is version ${release.version}, as it was published on ${publishedOn(release.publishedAt)}. It has been corrected since. <a class="govuk-link" href="${dashboardAddress(release)}">See version ${newest}, which holds</a>.` })
  }
  if (release.note === '') return undefined
  return insetText({ text: html`Version ${release.version}, corrected on ${publishedOn(release.publishedAt)}: ${userText(release.note)}` })
}

/** Every version that was published; none is ever changed. */
export function versionList({ release, versions, newest }: DashboardView): Html | undefined {
  if (versions.length < 2) return undefined
  const line = ({ version, publishedAt, note }: DashboardView['versions'][number]) => {
    const words = `Version ${version}, published on ${publishedOn(publishedAt)}`
    const isShown = version === release.version
    return html`<li>${isShown ? html`<strong>${words}</strong> (shown here)` : html`<a class="govuk-link" href="${dashboardAddress(release, version === newest ? undefined : version)}">${words}</a>`}${note !== '' && html`: ${userText(note)}`}</li>`
  }
  return details({ summary: `All ${versions.length} versions of this release`, content: html`<ul class="govuk-list govuk-list--bullet">${versions.map(line)}</ul>` })
}
