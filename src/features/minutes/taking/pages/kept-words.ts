import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { actionName } from '../../actions/action-words.ts'
import type { KeepsItsWords } from '../../actions/raise-actions.ts'

/** Said before a correction is published: what was served or answered keeps its words, and the tracker tells the correction. */
export function keptWords(keeping: readonly KeepsItsWords[]): Html | undefined {
  if (keeping.length === 0) return undefined
  return insetText({
    text: html`Already served or answered as it was asked, so that the tracker keeps the former words. It will show that the minute was corrected, and how it reads now:<ul class="govuk-list govuk-list--bullet">${keeping.map(
      ({ action: { kind, number, words }, now }) => html`<li>${link(`/staff/actions/${number}`, actionName(kind, number))} keeps “${userText(words)}”. The minute now reads “${userText(now)}”.</li>`,
    )}</ul>`,
  })
}
