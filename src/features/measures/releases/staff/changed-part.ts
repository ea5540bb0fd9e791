import { formatDate } from '#core/date-words.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { staffReleaseAddress } from './addresses.ts'
import type { DeedForm } from './deed-forms.ts'

const mostListed = 40

/** Of a release that is not any more what was checked: what changed, and the way back to its check in the place of its approval or publication. */
export function changedPart({ kept, token }: DeedForm, changed: readonly string[], mayCheckAgain: boolean): Html | undefined {
  const { standing } = kept
  if (changed.length === 0 || !('checked' in standing)) return undefined
  const waits = standing.state === 'checked' ? 'It cannot be approved as it is.' : standing.state === 'approved' ? 'It cannot be published as it is.' : 'As it is it does not go out at its moment.'
  return html`<h2 class="govuk-heading-m" id="changed">It is no longer what was checked</h2>
<p class="govuk-body">${waits} Since it was checked on ${formatDate(standing.checked.on)} this changed:</p>
<ul class="govuk-list govuk-list--bullet">${changed.slice(0, mostListed).map((one) => html`<li>${userText(one)}</li>`)}${changed.length > mostListed && html`<li>and ${changed.length - mostListed} more</li>`}</ul>
${mayCheckAgain ? actionButton({ action: staffReleaseAddress(kept, 'again'), token, text: 'Check it again', fields: { revision: String(kept.revision) } }) : html`<p class="govuk-body">Ask those who put it together to check it again.</p>`}`
}
