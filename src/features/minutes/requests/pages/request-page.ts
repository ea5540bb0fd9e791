import { formatDate } from '#core/date-words.ts'
import type { Outcome, Refusal } from '#core/outcome.ts'
import { refusedHere } from '#access/staff/refused-here.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { actionButton } from '#platform/pages/action-button.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { typedReceipt } from '../../actions/staff/receipt-inputs.ts'
import { answerFields } from '../answer-form.ts'
import { answerRequest, nameDocument, withdrawRequest, type RequestSeen } from '../answer-request.ts'
import { concernWords, isWaiting } from '../document-request.ts'
import { requestAddress } from '../letters.ts'
import { answerHtml, clockHtml, requestTags } from '../words.ts'
import { answerForm, nameForm } from './answer-forms.ts'
import { lookAtRequest, numberOf, type RequestView } from './view.ts'

const path = '/staff/requests-for-documents/:number'

/** `/staff/requests-for-documents/:number`: one request, and what may be done with it. */
export const requestPage: StaffPage<MeetingsApp> = { path, show: (request) => showRequest(request) }

export const answerPage = deedPage('answer', async (request, app, seen) => {
  const typed = Object.fromEntries(answerFields.map((field) => [field, request.form.text(field)])) as Record<(typeof answerFields)[number], string>
  return answerRequest(request.context, app, seen, { ...typed, receipt: typedReceipt(request.form) })
})

export const namePage = deedPage('name', (request, app, seen) => nameDocument(request.context, app, seen, request.form.text('public-title')))

export const withdrawPage = deedPage('withdraw', (request, app, seen) => withdrawRequest(request.context, app, seen))

/** An address below a request's page to which one of its forms is sent. */
function deedPage(word: string, deed: (request: StaffRequest, app: MeetingsApp, seen: RequestSeen) => Promise<Outcome<void>>): StaffPage<MeetingsApp> {
  return {
    path: `${path}/${word}`,
    submit: async (request, app) => {
      const seen = { number: numberOf(request.params['number']), revision: request.form.whole('revision') }
      const done = await deed(request, app, seen)
      return done.ok ? { kind: 'moved', to: `/staff/requests-for-documents/${seen.number}?done=${word}` } : showRequest(request, done.refusal)
    },
  }
}

const doneWords = {
  asked: 'Your request is sent. The officers are told by e-mail, and the public list shows that you asked.',
  answer: 'The answer is published. The member is told by e-mail.',
  name: 'The public list names the document so.',
  withdraw: 'The request is withdrawn.',
}

async function showRequest(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookAtRequest(request.context, numberOf(request.params['number']))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const body = html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}${facts(view, request)}${answers(view)}${forms(view, request, refusal)}`
  return { kind: 'page', title: `Request for a document ${view.request.number}`, body, crumbs: [{ text: 'Questions', href: '/staff/questions' }, { text: 'Requests for documents', href: '/staff/requests-for-documents' }], status: status ?? 200, hasFaults: refusal !== undefined }
}

function facts({ request, local }: RequestView, { today }: StaffRequest): Html {
  const typed = (text: string) => html`<span class="gt-typed">${userText(text)}</span>`
  const clock = clockHtml(request, local)
  const list = summaryList({
    rows: [
      { key: 'State', value: requestTags(request, today) },
      { key: 'Document', value: typed(request.document) },
      { key: 'What it has to do with', value: html`${concernWords[request.concern]}: ${typed(request.about)}` },
      ...(request.purpose === undefined ? [] : [{ key: 'Being scrutinised', value: typed(request.purpose) }]),
      { key: 'Asked', value: html`By ${userText(request.askedBy)} for the ${link(`/bodies/${request.body}`, request.bodyName)}, ${formatDate(request.askedOn)}` },
      { key: 'Answer due', value: clock?.due ?? formatDate(request.due) },
      { key: 'Named in public', value: request.title === undefined ? 'Not yet: the public list does not say which document it is' : userText(request.title) },
      ...(request.where === undefined ? [] : [{ key: 'How it is given', value: typed(request.where) }]),
    ],
  })
  return html`${list}${clock?.working}<p class="govuk-body">${link(`/requests-for-documents/${request.number}`, 'As the public reads it')}</p>`
}

function answers({ request: { standing, earlier } }: RequestView): Html | undefined {
  if (standing.state === 'waiting' || standing.state === 'withdrawn') return undefined
  return html`<h2 class="govuk-heading-m">Answer</h2>${answerHtml(standing)}${earlier.length > 0 && html`<h3 class="govuk-heading-s">Answered before</h3>${earlier.map(answerHtml)}`}`
}

function forms(view: RequestView, { form, session }: StaffRequest, refusal: Refusal | undefined): Html {
  const { request, isOwn, mayAnswer, isForAnother } = view
  const page = { request, form, refusal, token: session.formToken }
  const withdrawal =
    isOwn && isWaiting(request) && actionButton({ action: `${requestAddress(request)}/withdraw`, token: session.formToken, text: 'Withdraw the request', kind: 'warning', fields: { revision: String(request.revision) } })
  const isDone = request.standing.state === 'withdrawn' || request.standing.state === 'supplied'
  return html`${mayAnswer && request.standing.state !== 'withdrawn' && nameForm(page)}${mayAnswer && !isDone && answerForm(page, isForAnother)}${withdrawal}`
}
