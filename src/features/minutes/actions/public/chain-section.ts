import { countOf } from '#core/count-in-words.ts'
import { formatDate } from '#core/date-words.ts'
import { addDays, type LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { meetingsInList } from '#features/meetings'
import type { Duty, Step } from '../action.ts'
import { stepTitle } from '../action-words.ts'
import { dutyOf } from '../chain.ts'
import { daysLateOf, responseClock } from '../clock.ts'
import type { PublicAction } from '../public-action.ts'
import { evidenceLink, type LinkTitles } from './evidence-links.ts'
import { receiptWords } from './receipt.ts'

interface ChainOptions {
  /** The days on which the body met as the public can read it: only these are links. */
  readonly met: ReadonlySet<LocalDate>
  /** What the links of its steps lead to. */
  readonly titles: LinkTitles
  readonly today: LocalDate
  /** For staff: who entered a step, and for whom. */
  readonly entered?: (place: number) => Html | undefined
}

/** What happened since it was asked, step by step, each with its day, its reason and its evidence. */
export function chainSection({ body, bodyName, chain }: Pick<PublicAction, 'body' | 'bodyName' | 'chain'>, { met, titles, today, entered }: ChainOptions): Html {
  return html`<ol class="gt-chain">${chain.map(
    (step, place) => html`<li>
    <h3 class="govuk-heading-s">${stepTitle(step, bodyName)}</h3>
    <p class="govuk-body-s"><time datetime="${step.on}">${formatDate(step.on)}</time> ${lateness(chain, place)}${entered?.(place)}</p>
    ${said(step, { body, met, titles, today })}${'entered' in step && receiptWords(step)}
  </li>`,
  )}</ol>`
}

function lateness(chain: readonly Step[], place: number): Html | undefined {
  const late = daysLateOf(chain, place)
  return late === 0 ? undefined : statusTag(`${countOf(late, 'days')} late`, 'bad')
}

/** The days of meetings that the steps name. */
function meetingsNamed(chain: readonly Step[]): LocalDate[] {
  return chain.flatMap((step) => ((step.what === 'closed' || step.what === 'kept-open') && step.meeting !== undefined ? [step.meeting] : []))
}

/** On which of the days that the steps name the body met, as the public can read it; one query, none where no day is named. */
export async function daysMet(reader: Reader, { body, chain }: Pick<PublicAction, 'body' | 'chain'>): Promise<ReadonlySet<LocalDate>> {
  const days = meetingsNamed(chain).toSorted()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return new Set()
  const meetings = await meetingsInList(reader, { body, from: first, before: addDays(last, 1), order: 'first-to-last', limit: 100 })
  return new Set(meetings.map(({ date }) => date))
}

function said(step: Step, where: Where): Html {
  switch (step.what) {
    case 'served':
      return html`<p class="govuk-body">In the report ${step.link === undefined ? html`“${userText(step.report)}”` : evidenceLink(step.link, new Map([[step.link, step.report]]))}.</p>${responseWorking({ receivedOn: step.on, duty: dutyOf(step) }, where.today)}`
    case 'answered':
      return html`${typed(step.response)}${step.reason !== undefined && step.reason !== '' && html`<p class="govuk-body"><strong>Reason:</strong> <span class="gt-typed">${userText(step.reason)}</span></p>`}`
    case 'progress':
      return typed(step.words)
    case 'done':
      return html`${typed(step.evidence)}${step.link !== undefined && html`<p class="govuk-body">Evidence: ${evidenceLink(step.link, where.titles)}</p>`}`
    case 'kept-open':
      return html`${typed(step.reason)}${atMeeting(step.meeting, where)}`
    case 'closed':
      return html`${typed(step.evidence)}${step.link !== undefined && html`<p class="govuk-body">Evidence: ${evidenceLink(step.link, where.titles)}</p>`}${atMeeting(step.meeting, where)}`
    case 'withdrawn':
      return typed(step.reason)
    case 'corrected':
      return html`<p class="govuk-body">It was answered as it was asked, and keeps those words. The minute now reads:</p>${typed(step.words)}`
  }
}

function typed(text: string): Html {
  return html`<p class="govuk-body gt-typed">${userText(text)}</p>`
}

interface Where extends Pick<ChainOptions, 'met' | 'titles' | 'today'> {
  readonly body: string
}

function atMeeting(meeting: LocalDate | undefined, { body, met }: Where): Html | undefined {
  if (meeting === undefined) return undefined
  const day = formatDate(meeting)
  return html`<p class="govuk-body">At the meeting of ${met.has(meeting) ? html`<a class="govuk-link" href="/bodies/${body}/${meeting}">${day}</a>` : day}.</p>`
}

/** By when whoever was served answers, and how that was counted; that no day is set, where none is. */
export function responseWorking({ receivedOn, duty }: { readonly receivedOn: LocalDate; readonly duty: Duty }, today: LocalDate): Html | undefined {
  if (duty === 'partner-regard') return html`<p class="govuk-body">A partner authority must have regard to it. The law asks it for no answer, and sets no day. <a class="govuk-link" href="/rules/${duty}">The rule</a></p>`
  const clock = responseClock(receivedOn, duty)
  if (clock === undefined) return undefined
  return html`<p class="govuk-body">The answer ${clock.due < today ? 'was' : 'is'} due by ${formatDate(clock.due)}.</p>${details({
    summary: 'How that day was worked out',
    content: html`<ol class="govuk-list govuk-list--number">${clock.working.map((line) => html`<li>${line}</li>`)}</ol>
      <p class="govuk-body">${clock.citation}. ${clock.confidence === 'statute' ? '' : 'Read in professional guidance, not in the Act itself: the monitoring officer confirms it.'} <a class="govuk-link" href="/rules/${clock.rule}">The rule</a></p>`,
  })}`
}
