import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { dayInWords } from '../../glance/commentary-part.ts'
import { periodName } from '../../sheets/shown.ts'
import type { CommentaryView } from './look-at-commentary.ts'
import { withoutArticle } from '../model/post.ts'
import { commentaryAddress } from './words.ts'

/** What was said of the period before, and what was promised then: whoever writes now says what became of it. */
export function beforePart({ before, definition }: CommentaryView): Html | undefined {
  if (before === undefined || before.standing.state === 'draft') return undefined
  const { happened, why, doing, backOnTrack } = before.content
  const { by, on } = before.standing.signature
  const name = periodName(before.period, definition)
  const text = (words: string) => words !== '' && html`<p class="govuk-body gt-typed">${userText(words)}</p>`
  const promised = doing.length === 0 ? html`<p class="govuk-body">Nothing was promised.</p>` : html`<ul class="govuk-list govuk-list--bullet">${doing.map(({ what, byWhom, byWhen }) => html`<li>${userText(what)}: ${userText(byWhom)}, ${userText(dayInWords(byWhen))}</li>`)}</ul>`
  return html`<h2 class="govuk-heading-m">What was promised last time, for ${name}</h2>${promised}${backOnTrack !== '' && html`<p class="govuk-body">Back on track: ${userText(backOnTrack)}</p>`}
${details({ summary: `What was said of ${name}`, content: html`${text(happened)}${text(why)}<p class="govuk-body">Signed by the ${userText(withoutArticle(by))} on ${dayInWords(on)}. ${link(commentaryAddress(before), 'Its page')}</p>` })}`
}

