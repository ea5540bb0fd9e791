import { formatDate } from '#core/date-words.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { actionName, answerWords, inShort, inventionNote, standingWords } from '../action-words.ts'
import type { ActionInList } from '../actions-of.ts'
import { dutyOf } from '../chain.ts'
import { publishedReport } from '../reports.ts'
import { responseWorking } from './chain-section.ts'
import { publishedActions } from './read-tracker.ts'
import { receiptWords } from './receipt.ts'

/** `/recommendations/reports/{number}`: a report served on the executive, its clock, and the answer to each of its recommendations. Two queries. */
export async function servedReportPage(request: PublicRequest): Promise<Answer> {
  const { number = '' } = request.params
  const report = /^[1-9]\d{0,8}$/.test(number) ? await publishedReport(request.read, Number(number)) : undefined
  if (report === undefined) return { kind: 'not-found', message: 'No report of this number was served. The list of recommendations has them all.' }
  const actions = await publishedActions(request.read, report.recommendations)
  const isInvented = actions.length > 0 && actions.every(({ invented }) => invented === 'everything')
  const rows = [
    { key: 'Report of', value: html`<a class="govuk-link" href="/bodies/${report.body}">${report.bodyName}</a>` },
    { key: 'Served on', value: userText(report.of.name) },
    { key: 'Written notice received', value: formatDate(report.receivedOn) },
    ...(report.link === undefined ? [] : [{ key: 'The report itself', value: html`<a class="govuk-link" href="${report.link}" rel="nofollow noopener">${userText(report.title)}</a>` }]),
  ]
  return {
    kind: 'page',
    title: `Served report ${report.number}: ${inShort(report.title, 90)}`,
    description: `A report of the ${report.bodyName}, served on ${report.of.name}, and the answer to it.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Recommendations and actions', href: '/recommendations' },
    ],
    body: html`${isInvented && inventionNote('everything')}${summaryList({ rows })}${responseWorking({ receivedOn: report.receivedOn, duty: dutyOf(report) }, request.today)}
    <h2 class="govuk-heading-m">Its recommendations and the answers</h2>
    <ol class="gt-chain">${actions.map((action) => answered(action, request.today))}</ol>`,
  }
}

function answered(action: ActionInList, today: PublicRequest['today']): Html {
  const answer = action.chain.findLast((step) => step.what === 'answered')
  return html`<li><h3 class="govuk-heading-s"><a class="govuk-link" href="${action.address}">${actionName(action.kind, action.reference)}</a></h3>
  <p class="govuk-body gt-typed">${userText(action.words)}</p>
  <p class="govuk-body-s">${standingWords(action, today)}</p>
  ${
    answer?.what !== 'answered'
      ? undefined
      : html`<p class="govuk-body"><strong>${answerWords[answer.answer]}, ${formatDate(answer.on)}:</strong> <span class="gt-typed">${userText(answer.response)}</span></p>
      ${answer.reason === undefined || answer.reason === '' ? undefined : html`<p class="govuk-body"><strong>Reason:</strong> <span class="gt-typed">${userText(answer.reason)}</span></p>`}${receiptWords(answer)}`
  }</li>`
}
