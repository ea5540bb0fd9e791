import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { inventionTag } from '#features/minutes'
import { withoutArticle } from '../commentary/model/post.ts'
import { dashboardAddress, type CommentaryOut, type ReleaseEntry } from '../releases/release.ts'
import { inventedWords } from './invented-words.ts'
import { claimsNote } from './claims-note.ts'

/** What its owner says, or in public that the owner has not said anything. */
export function commentaryPart({ isConfirmed, sheet, commentary, confirmedBefore }: Pick<ReleaseEntry, 'isConfirmed' | 'sheet' | 'commentary' | 'confirmedBefore'>): Html {
  const owner = userText(sheet.definition.owner)
  if (commentary === undefined) {
    if (confirmedBefore !== undefined) return html`<p class="govuk-body"><strong>Not confirmed as it stands.</strong> Its owner (${owner}) confirmed the figure as it was published before, and has not confirmed it since: ${link(dashboardAddress(confirmedBefore, confirmedBefore.version), `what was published and said then, version ${confirmedBefore.version}`)}.</p>`
    return isConfirmed
      ? html`<p class="govuk-body">Confirmed by its owner (${owner}) without a comment.</p>`
      : html`<p class="govuk-body"><strong>Not confirmed.</strong> Its owner (${owner}) has not confirmed this figure, and has said nothing of it.</p>`
  }
  const { happened, why, doing, backOnTrack, signedBy, signedOn, invented } = commentary
  const signature = `by the ${withoutArticle(signedBy)}, ${dayInWords(signedOn)}`
  if (doing.length === 0 && [happened, why, backOnTrack].every((text) => text.trim() === '')) return html`<p class="govuk-body">${isConfirmed ? 'Confirmed' : 'Looked at, and not confirmed,'} without a comment ${userText(signature)}.${inventedPart(invented)}</p>`
  const rows: readonly (readonly [string, Piece])[] = [
    ['What happened', typed(happened)],
    ['Why', typed(why)],
    ['What is being done', doing.length === 0 ? undefined : html`<ul class="govuk-list govuk-list--bullet">${doing.map(({ what, byWhom, byWhen }) => html`<li>${userText(what)}: ${userText(byWhom)}, ${userText(dayInWords(byWhen))}</li>`)}</ul>`],
    ['Back on track', typed(backOnTrack)],
  ]
  return html`<dl class="gt-said">${rows.map(([key, value]) => html`<div><dt>${key}</dt><dd>${value ?? html`<span class="gt-quiet">Nothing is said.</span>`}</dd></div>`)}</dl>
${claimsNote(commentary.claims)}<p class="govuk-body-s gt-quiet">${isConfirmed ? 'Signed' : 'Written, and not confirmed,'} ${userText(signature)}.${inventedPart(invented)}</p>`
}

/** What of it is made up; nothing where all is of record. */
function inventedPart(invented: CommentaryOut['invented']): Html | undefined {
  return invented && html` ${inventionTag(invented)} ${inventedWords.commentary[invented]}`
}

function typed(text: string): Html | undefined {
  return text.trim() === '' ? undefined : html`<span class="gt-typed">${userText(text.trim())}</span>`
}

/** A day as one says it; other words, such as "the end of term", as they are. */
export function dayInWords(text: string): string {
  const day = parseDate(text)
  return day === undefined ? text : formatDate(day)
}
