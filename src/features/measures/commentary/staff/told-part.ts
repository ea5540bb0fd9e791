import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { isError, type CheckItem } from '../../releases/checks/check-item.ts'
import type { CommentaryView } from './look-at-commentary.ts'

/** Numbers in what is written that the public must not read, or that may tell one, for whoever is about to sign it; they keep nobody from signing, and the first kind from being published. */
export function toldPart({ told }: Pick<CommentaryView, 'told'>): Html | undefined {
  if (told.length === 0) return undefined
  const [stops, warned] = [told.filter(isError), told.filter((item) => !isError(item))]
  return insetText({
    id: 'told',
    text: html`<h3 class="govuk-heading-s">Numbers that are hidden in the figures</h3>
${stops.length > 0 && html`<p class="govuk-body">${statusTag('Stops it', 'bad')} Small numbers of children are hidden from the public. The figures cannot be published beside words that give one.</p>${list(stops)}`}
${warned.length > 0 && html`<p class="govuk-body">${statusTag('Warning', 'caution')} Where such a number counts something else than children, let the sentence say what. Whoever publishes the figures is asked why it may stand.</p>${list(warned)}`}`,
  })
}

function list(items: readonly CheckItem[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${items.map(({ message }) => html`<li>${userText(message)}</li>`)}</ul>`
}
