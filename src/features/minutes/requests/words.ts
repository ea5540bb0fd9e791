import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { LocalSettings } from '#features/rules'
import { dueParts } from '#features/rules'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag, type Meaning } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { receiptWords } from '../actions/public/receipt.ts'
import { groundWords, stateWords, type PublicRequest, type RequestAnswer, type RequestState } from './document-request.ts'
import { lateness, requestClock } from './request-clock.ts'

const meanings: Readonly<Record<RequestState, Meaning>> = { waiting: 'caution', supplied: 'good', 'supplied-in-part': 'caution', refused: 'neutral', withdrawn: 'neutral' }

/** How a request stands, and by how much it is or was late. */
export function requestTags(request: PublicRequest, today: LocalDate): Html {
  const { state } = request.standing
  const late = lateness(request, today)
  const lateTag = late.is === 'late' && statusTag(late.days === 1 ? '1 day late' : `${late.days} days late`, 'bad')
  return html`${statusTag(stateWords[state], meanings[state])} ${lateTag}`
}

/** What the document is called where the public reads it. */
export function titleOf({ title, number }: Pick<PublicRequest, 'title' | 'number'>): string {
  return title ?? `Request ${number} for a document of the executive`
}

/** An answer in a paragraph or two: when, on which ground, and the reasons as they were written. */
export function answerHtml(answer: RequestAnswer): Html {
  const words = html`<p class="govuk-body">${stateWords[answer.state]} on ${formatDate(answer.on)}.</p>${receiptWords(answer)}`
  if (!('reasons' in answer)) return words
  const { ground, reasons } = answer
  return html`${words}<p class="govuk-body">Ground: ${groundWords[ground].words} (${groundWords[ground].law}).</p>
<p class="govuk-body"><span class="gt-typed">${userText(reasons)}</span></p>`
}

/** The last day in words, both where the law leaves two open, and how it was counted. */
export function clockHtml({ askedOn }: Pick<PublicRequest, 'askedOn'>, local: LocalSettings): { readonly due: Html; readonly working: Html } | undefined {
  const clock = requestClock(askedOn, local)
  if (!clock.ok) return undefined
  const { working, citation, rule } = clock.value
  const parts = dueParts(clock.value).map(({ when, how }, index) => html`${index > 0 && html`<br>or `}${when}${how !== undefined && ` (${how})`}`)
  return {
    due: html`${parts}`,
    working: details({ summary: 'How the last day was counted', content: html`<ol class="govuk-list govuk-list--number">${working.map((step) => html`<li>${step}</li>`)}</ol><p class="govuk-body">${link(`/rules/${rule}`, citation)}</p>` }),
  }
}
