import { formatDate } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { aboutWords, outcomeWords, periodWords, type Exception } from '../exception.ts'

/** What the board did, or that it is still to be seen. */
export function outcomeLine({ outcome }: Pick<Exception, 'outcome'>): Html {
  if (outcome === undefined) return html`What the board did is not recorded yet.`
  const due = outcome.did !== 'noted' && outcome.due !== undefined && ` By ${formatDate(outcome.due)}.`
  return html`${formatDate(outcome.on)}: ${userText(outcomeWords(outcome))}.${due}`
}

export function evidenceList({ evidence }: Pick<Exception, 'evidence'>): Html | undefined {
  if (evidence.length === 0) return undefined
  return html`<ul class="govuk-list govuk-list--bullet">${evidence.map(({ text, link: address }) => html`<li>${link(address, userText(text))}</li>`)}</ul>`
}

/** "Budget, outturn of 2019/20": what kind of figure, and when. */
export function aboutLine({ about, period }: Pick<Exception, 'about' | 'period'>): string {
  return `${aboutWords[about]}, ${periodWords(period)}`
}
