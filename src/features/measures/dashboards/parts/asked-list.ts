import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { inventionTag } from '#features/minutes'
import type { Release } from '../../releases/release.ts'

/** So many are read at once beside a figure. */
const besideFigure = 3

/** What a body asked or set others to do, and where each stands; of many the first, and the rest one press away. */
export function askedList(asked: Release['asked'], atOnce = besideFigure): Html {
  const rest = asked.slice(atOnce)
  return html`${listOf(asked.slice(0, atOnce))}${rest.length > 0 && details({ summary: `And ${rest.length} more`, content: listOf(rest) })}`
}

function listOf(asked: Release['asked']): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${asked.map(({ text, href, state, invented }) => html`<li><a class="govuk-link" href="${href}">${userText(text)}</a> <span class="gt-quiet">(${userText(state)})</span> ${inventionTag(invented)}</li>`)}</ul>`
}
