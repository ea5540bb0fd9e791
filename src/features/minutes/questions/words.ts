import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag, type Meaning } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { receiptWords } from '../actions/public/receipt.ts'
import { isShown, lateness, type About, type PublicQuestion, type PublicState, type QuestionState, type Standing } from './question.ts'

type AnyState = QuestionState | PublicState

const stateWords: Readonly<Record<AnyState, string>> = { asked: 'Not taken yet', 'not-put': 'Not put', put: 'Not answered yet', answered: 'Answered', withdrawn: 'Withdrawn', withheld: 'Withheld' }
const meanings: Readonly<Record<AnyState, Meaning>> = { asked: 'caution', 'not-put': 'neutral', put: 'caution', answered: 'good', withdrawn: 'neutral', withheld: 'neutral' }

/** How a question stands, and whether its answer is or was late. */
export function questionTags(standing: Standing | PublicQuestion['standing'], due: LocalDate | undefined, today: LocalDate): Html {
  const late = due === undefined ? undefined : lateness(due, standing, today)
  const words = late?.is !== 'late' ? undefined : !late.isAnswered ? 'Late' : late.days === 1 ? '1 day late' : `${late.days} days late`
  return html`${statusTag(stateWords[standing.state], meanings[standing.state])} ${words !== undefined && statusTag(words, 'bad')}`
}

/** What a question is about, with the way there. */
export function aboutHtml(about: About, body: string): Html {
  if (about.kind === 'item') return html`${link(`/bodies/${body}/${about.date}/items/${about.item}`, html`Item ${about.item}, ${userText(about.title)}`)}, ${formatDate(about.date)}`
  return about.address === undefined ? userText(about.words) : link(about.address, userText(about.words))
}

/** A question and, where there is one, its answer, as the public reads them; for lists of questions under a heading of the level above. */
export function questionEntry(question: PublicQuestion, today: LocalDate, { heading }: { readonly heading: 'h2' | 'h3' }): Html {
  const { number, owner, due, standing } = question
  const named = html`${link(`/questions/${number}`, `Question ${number}`)} ${questionTags(standing, due, today)}`
  return html`<section class="gt-response" aria-labelledby="question-${number}">
    ${heading === 'h2' ? html`<h2 class="govuk-heading-s" id="question-${number}">${named}</h2>` : html`<h3 class="govuk-heading-s" id="question-${number}">${named}</h3>`}
    ${askedHtml(question)}
    ${standing.state === 'put' ? html`<p class="govuk-body">To be answered by the ${userText(owner)}, by ${formatDate(due)}.</p>` : answerHtml(question, heading === 'h2' ? 3 : 4)}
  </section>`
}

function askedHtml(question: PublicQuestion): Html {
  const { askedBy, askedOn } = question
  if (!isShown(question)) return html`<p class="govuk-body">Asked by ${userText(askedBy)} on ${formatDate(askedOn)}.</p>`
  return html`<p class="govuk-body"><strong>${userText(askedBy)} asked on ${formatDate(askedOn)}:</strong> <span class="gt-typed">${userText(question.text)}</span></p>`
}

/** The answer of a question, its own headings at that level, or why there is none to read; nothing while it waits. */
export function answerHtml({ number, standing }: PublicQuestion, headingLevel: 3 | 4): Html | undefined {
  if (standing.state === 'withheld') return html`<p class="govuk-body">What it asks about was withheld from the public afterwards, so neither the question nor its answer is shown.</p>`
  if (standing.state === 'withdrawn') return html`<p class="govuk-body">The member withdrew the question on ${formatDate(standing.on)}.</p>`
  if (standing.state !== 'answered') return undefined
  // An answer shows no pictures: the text was read without any.
  return html`<div class="gt-document">${blocksToHtml(standing.blocks, { headingLevel, idPrefix: `answer-${number}-`, fileAddress: () => '' })}</div>
    <p class="govuk-body-s">${standing.corrected === undefined ? html`Answered by the ${userText(standing.by)} on ${formatDate(standing.on)}.` : html`Answered by the ${userText(standing.by)}${standing.firstOn !== undefined && ` on ${formatDate(standing.firstOn)}`}; corrected on ${formatDate(standing.on)}: ${userText(standing.corrected)}`}</p>${receiptWords(standing)}${standing.firstOn !== undefined && receiptWords({ on: standing.firstOn, entered: standing.firstEntered })}`
}
