import { formatDate } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'

/** What has happened to an entry, the latest first. */
export function historySection({ history }: PlanEntry): Html | undefined {
  if (history.length === 0) return undefined
  const lines = history.toSorted((one, other) => one.on.localeCompare(other.on)).toReversed().map(({ on, what }) => html`<li><time datetime="${on}">${formatDate(on)}</time>: ${userText(what)}</li>`)
  return html`<h2 class="govuk-heading-m">History</h2><ul class="govuk-list">${lines}</ul>`
}
