import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { ClaimOut } from '../releases/release.ts'

/** Claims of a commentary that the figures do not bear, each with why it stands all the same, and words that their owner says are no claim. */
export function claimsNote(claims: readonly ClaimOut[]): Html | undefined {
  const open = claims.filter(({ verdict }) => verdict !== 'supported')
  if (open.length === 0) return undefined
  return html`<ul class="govuk-list gt-claims">${open.map((claim) => html`<li><strong>“${userText(claim.words)}”</strong>: ${said(claim)}</li>`)}</ul>`
}

function said({ verdict, because, reason }: ClaimOut): Html {
  if (verdict === 'no-claim') return html`its owner says that this is no claim about a measure. Why: ${userText(reason)}`
  return html`${verdict === 'not-supported' ? 'the figures do not bear this out' : 'the figures cannot tell'}. ${userText(because)}${reason !== '' && html` The owner lets it stand: ${userText(reason)}`}`
}
