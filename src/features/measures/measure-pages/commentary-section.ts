import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { commentaryPart } from '../glance/commentary-part.ts'
import type { ClaimOut, ReleaseEntry } from '../releases/release.ts'
import { periodName } from '../sheets/shown.ts'

/** What the owner said of the period, with all that they claim; or, set apart, that they have not confirmed it. */
export function commentarySection(entry: Pick<ReleaseEntry, 'commentary' | 'confirmedBefore' | 'isConfirmed' | 'sheet'>): Html {
  const { definition, asOf } = entry.sheet
  const part = commentaryPart(entry)
  const unconfirmed = html`<p class="govuk-body">The owner has not confirmed this period, ${periodName(asOf, definition)}.</p>`
  return html`<h2 class="govuk-heading-m" id="commentary">What its owner says</h2>
${entry.isConfirmed ? part : insetText({ text: html`${unconfirmed}${part}` })}${borneOut(entry.commentary?.claims ?? [])}`
}

/** The claims that the figures bear: those that they do not bear stand in the commentary itself. */
function borneOut(claims: readonly ClaimOut[]): Html | undefined {
  const supported = claims.filter(({ verdict }) => verdict === 'supported')
  if (supported.length === 0) return undefined
  return html`<p class="govuk-body">Held against the figures, which bear it out:</p>
<ul class="govuk-list govuk-list--bullet">${supported.map(({ words, because }) => html`<li>“${userText(words)}”: ${userText(because)}</li>`)}</ul>`
}
