import { formatDate } from '#core/date-words.ts'
import type { Refusal } from '#core/outcome.ts'
import { refusedHere } from '#access/staff/refused-here.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import type { Action } from '../action.ts'
import { actionName, answerWords, inventionTag, standingWords } from '../action-words.ts'
import { answerReport } from '../answer-report.ts'
import { standingOf } from '../chain.ts'
import { waitsUntil } from '../clock.ts'
import { responseWorking } from '../public/chain-section.ts'
import { actionNumber, actionsCrumb, staffAddress } from './action-view.ts'
import { receiptInputs, typedReceipt } from './receipt-inputs.ts'
import { lookAtReport, type ReportView } from './report-view.ts'

const doneWords = { served: 'The report is served, and published with its clock.', answered: 'The answers are saved and published.' }
/** `/staff/actions/reports/:number`: a served report, its clock, and the form that answers each of its recommendations. */
export const servedReportPage: StaffPage<MeetingsApp> = {
  path: '/staff/actions/reports/:number',
  show: (request) => show(request),
  submit: async (request, app) => {
    const { form, context } = request
    const number = actionNumber(request.params['number'])
    const done = await answerReport(context, app, number, {
      receipt: typedReceipt(form),
      onBehalf: form.text('on-behalf'),
      to: (reference) => ({ revision: form.whole(`revision-${reference}`), answer: form.text(`answer-${reference}`), response: form.text(`response-${reference}`), reason: form.text(`reason-${reference}`) }),
    })
    return done.ok ? { kind: 'moved', to: `/staff/actions/reports/${number}?done=answered` } : show(request, done.refusal)
  },
}

async function show(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookAtReport(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const { report, actions, waiting, mayAnswer } = view
  const others = actions.filter((action) => !mayAnswer || !waiting.includes(action))
  const body = html`${refusal ? faultSummary(refusal) : doneBanner(request.query, doneWords)}${facts(view)}${responseWorking(report, request.today)}
${others.length > 0 && html`<h2 class="govuk-heading-m">${mayAnswer ? 'Answered' : 'Its recommendations'}</h2><ul class="govuk-list gt-actions">${others.map((action) => entry(action, request))}</ul>`}
${mayAnswer && answerForm(view, request, refusal)}`
  return { kind: 'page', title: `Served report ${report.number}: ${report.title}`, body, crumbs: [actionsCrumb], ...(status === undefined ? {} : { status }), hasFaults: refusal !== undefined }
}

function facts({ report, bodyName }: ReportView): Html {
  return summaryList({
    rows: [
      { key: 'Report of', value: bodyName },
      { key: 'Served on', value: userText(report.of.name) },
      { key: 'Written notice received', value: formatDate(report.receivedOn) },
      ...(report.link === undefined ? [] : [{ key: 'The report itself', value: link(report.link, 'Read it') }]),
      ...(report.isPublic ? [{ key: 'In public', value: link(`/recommendations/reports/${report.number}`, 'As the public reads it') }] : []),
    ],
  })
}

function entry(action: Action, { today }: StaffRequest): Html {
  const standing = standingOf(action, action.chain.map(({ step }) => step))
  return html`<li class="gt-actions__entry"><p class="govuk-body">${link(staffAddress(action), actionName(action.kind, action.number))}: <span class="gt-typed">${userText(action.words)}</span></p>
<p class="govuk-body-s">${standingWords({ state: standing.state, waitsUntil: waitsUntil(action, standing), chain: action.chain.map(({ step }) => step) }, today)} ${inventionTag(action.invented)}</p></li>`
}

function answerForm({ report, waiting, isForAnother }: ReportView, request: StaffRequest, refusal: Refusal | undefined): Html {
  const { form, session } = request
  const error = (name: string) => faultFor(refusal, name)
  return html`<h2 class="govuk-heading-m">Answer each recommendation</h2>
<p class="govuk-body">Each is accepted, accepted in part or rejected, with the reason. They are published together. An answer after the day is taken, and shown as late.</p>
<form method="post" action="/staff/actions/reports/${report.number}" novalidate>${csrfInput(session.formToken)}
${waiting.map((action) => answerFields(action, request, refusal))}
${isForAnother && receiptInputs(form, refusal)}
${isForAnother && input({ name: 'on-behalf', label: { text: 'On behalf of' }, hint: { text: `You are not named to answer these. Say by role for whom you enter them, such as ${report.of.name}.` }, value: form.text('on-behalf'), error: error('on-behalf') })}
${button({ text: 'Publish the answers', preventDoubleClick: true })}</form>`
}

function answerFields({ number, words, kind, revision }: Action, { form }: StaffRequest, refusal: Refusal | undefined): Html {
  const field = (name: string) => ({ name: `${name}-${number}`, value: form.text(`${name}-${number}`), error: faultFor(refusal, `${name}-${number}`) })
  const name = actionName(kind, number)
  return html`<input type="hidden" name="revision-${number}" value="${revision}"><h3 class="govuk-heading-s">${name}</h3><p class="govuk-body gt-typed">${userText(words)}</p>
${radios({ ...field('answer'), classes: 'govuk-radios--inline', fieldset: { legend: { text: `The answer to ${name.toLowerCase()}`, classes: 'govuk-fieldset__legend--s' } }, items: Object.entries(answerWords).map(([value, text]) => ({ value, text })) })}
${textarea({ ...field('response'), label: { text: `Response to ${name.toLowerCase()}` }, rows: 4 })}
${textarea({ ...field('reason'), label: { text: `Reason, for ${name.toLowerCase()}` }, hint: { text: 'Needed where it is accepted in part or rejected.' }, rows: 2 })}`
}
