import { comparedTexts } from '#platform/documents/compared-texts.ts'
import { details } from '#platform/pages/components/details.ts'
import { differencesHtml } from '#platform/pages/differences.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { momentInWords } from '#features/meetings'
import type { Content, Edition } from '../model/commentary.ts'
import type { CommentaryView } from './look-at-commentary.ts'
import { deedWords } from './words.ts'

/** So many editions are compared at once; the words of older ones are kept all the same. */
const mostEditions = 20

/** Every edition with who made it and what it changed, the newest first. */
export function historyPart({ editions }: CommentaryView, now: Date): Html | undefined {
  if (editions.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">History</h2><ol class="govuk-list govuk-list--spaced" reversed>${editions.slice(0, mostEditions).map((edition, place) => html`<li>${editionLine(edition, now)}${changesPart(edition, editions[place + 1])}</li>`)}</ol>
${editions.length > mostEditions && html`<p class="govuk-body">${editions.length - mostEditions} older editions are kept.</p>`}`
}

function editionLine({ deed, byName, byRole, at, standing, reason }: Edition, now: Date): Html {
  const signature = standing.state !== 'draft' ? html`${deed === 'loaded' && ', signed'} as ${userText(standing.signature.by)}` : ''
  const who = deed === 'loaded' ? '' : html` by ${userText(byName)}, ${byRole}`
  return html`${deedWords[deed]}${signature}${who}, ${momentInWords(at, now)}${reason !== '' && html`: ${userText(reason)}`}`
}

function changesPart(edition: Edition, before: Edition | undefined): Html | undefined {
  const [now, then] = [inText(edition.content), before === undefined ? '' : inText(before.content)]
  if (now === then) return undefined
  return details({ summary: html`What it changed<span class="govuk-visually-hidden"> in edition ${edition.revision}</span>`, content: differencesHtml(comparedTexts(then, now)) })
}

/** What stands now beside what was typed. */
export function differingPart(stands: Edition, typed: Content, now: Date): Html {
  return html`<h2 class="govuk-heading-m">What stands now, and what you typed</h2>
<p class="govuk-body">${editionLine(stands, now)}. Removed words are theirs, added words are yours. Below is what you typed: saving puts it in the place of what stands.</p>
${differencesHtml(comparedTexts(inText(stands.content), inText(typed)))}`
}

/** A commentary as one text, a part to a paragraph. */
function inText({ happened, why, doing, backOnTrack, claims }: Content): string {
  const parts = [
    ['What happened', happened],
    ['Why', why],
    ...doing.map(({ what, byWhom, byWhen }) => ['Being done', `${what}: ${byWhom}, ${byWhen}`]),
    ['Back on track', backOnTrack],
    ...claims.flatMap(({ words, reason, noClaim }) => (reason === undefined && noClaim !== true ? [] : [[`“${words}”`, [...(noClaim === true ? ['no claim about a measure'] : []), ...(reason === undefined ? [] : [reason])].join(': ')]])),
  ] as const
  return parts.filter(([, text]) => text !== '').map(([name, text]) => `${name}: ${text}`).join('\n\n')
}
