import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { childrenNamedIn } from '../naming/children-named.ts'
import { namesOfNobody } from '../naming/known-names.ts'
import type { CommentaryView } from './look-at-commentary.ts'

/** Words in what is written that may name a child or point to one, for whoever is about to sign it; they keep nobody from signing, as they may be of somebody else. */
export function namedPart({ content, sheets }: Pick<CommentaryView, 'content' | 'sheets'>): Html | undefined {
  const { happened, why, doing, backOnTrack, claims } = content
  const known = namesOfNobody([sheets.own, ...sheets.others.values()])
  const texts = [happened, why, ...doing.flatMap(({ what, byWhom, byWhen }) => [what, byWhom, byWhen]), backOnTrack, ...claims.map(({ reason = '' }) => reason)]
  const found = [...new Set(texts.flatMap((text) => childrenNamedIn(text, known)))]
  if (found.length === 0) return undefined
  const list = html`<ul class="govuk-list govuk-list--bullet">${found.map((words) => html`<li>“${userText(words)}”</li>`)}</ul>`
  return insetText({ id: 'named', text: html`<h3 class="govuk-heading-s">Words that may name or point to a child</h3>${list}<p class="govuk-body">The public reads this. Say it without the name, the age and the place, unless it speaks of no child.</p>` })
}
