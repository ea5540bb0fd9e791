import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { ClaimOut } from '../releases/release.ts'

/** Claims of a commentary that the figures do not bear, each with why it stands all the same. */
export function claimsNote(claims: readonly ClaimOut[]): Html | undefined {
  const open = claims.filter(({ verdict }) => verdict !== 'supported')
  if (open.length === 0) return undefined
  return html`<ul class="govuk-list gt-claims">${open.map(
    ({ words, verdict, because, reason }) =>
      html`<li><strong>“${userText(words)}”</strong>: ${verdict === 'not-supported' ? 'the figures do not bear this out' : 'the figures cannot tell'}. ${userText(because)}${reason !== '' && html` The owner lets it stand: ${userText(reason)}`}</li>`,
  )}</ul>`
}
