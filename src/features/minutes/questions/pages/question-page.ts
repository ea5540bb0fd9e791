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
import { receiptWords } from '../../actions/public/receipt.ts'
import { typedReceipt } from '../../actions/staff/receipt-inputs.ts'
import { questionAddress } from '../letters.ts'
import type { Question } from '../question.ts'
import { answerQuestion, declineQuestion, putQuestion, withdrawQuestion, type QuestionSeen } from '../turn-question.ts'
import { aboutHtml, questionTags } from '../words.ts'
import { answerForm, declineForm, ownerForm } from './question-forms.ts'
import { lookAtQuestion, questionsCrumbs, type QuestionView } from './view.ts'

const path = '/staff/questions/:question'

/** `/staff/questions/:question`: one question, and what may be done with it. */
export const questionPage: StaffPage<MeetingsApp> = { path, show: (request) => showQuestion(request) }

export const putPage = deedPage('put', ({ context, form }, app, seen) => putQuestion(context, app, seen, { person: form.text('person'), role: form.text('role'), due: form.text('due') }))
export const declinePage = deedPage('decline', ({ context, form }, app, seen) => declineQuestion(context, app, seen, form.text('reason')))
export const answerPage = deedPage('answer', ({ context, form }, app, seen) => answerQuestion(context, app, seen, { answer: form.text('answer'), correction: form.text('correction'), receipt: typedReceipt(form) }))
export const withdrawPage = deedPage('withdraw', ({ context }, app, seen) => withdrawQuestion(context, app, seen))

/** An address below a question's page to which one of its forms is sent. */
function deedPage(word: string, deed: (request: StaffRequest, app: MeetingsApp, seen: QuestionSeen) => Promise<Outcome<void>>): StaffPage<MeetingsApp> {
  return {
    path: `${path}/${word}`,
    submit: async (request, app) => {
      const id = request.params['question'] ?? ''
      const done = await deed(request, app, { id, revision: request.form.whole('revision') })
      return done.ok ? { kind: 'moved', to: `/staff/questions/${id}?done=${word}` } : showQuestion(request, done.refusal)
    },
  }
}

const doneWords = {
  asked: 'Your question is sent. The officers are told by e-mail.',
  put: 'The question is put, and public. Whoever answers is told by e-mail.',
  decline: 'The question is not put. The member is told the reason by e-mail.',
  answer: 'The answer is published. The member is told by e-mail.',
  withdraw: 'The question is withdrawn.',
}

async function showQuestion(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookAtQuestion(request.context, request.params['question'] ?? '')
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const body = html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}${facts(view, request)}${forms(view, request, refusal)}`
  return { kind: 'page', title: titleOf(view.question), body, crumbs: questionsCrumbs, status: status ?? 200, hasFaults: refusal !== undefined }
}

/** No two pages behind the sign-in have one title. */
function titleOf({ number, askedBy, askedOn, text }: Question): string {
  if (number !== undefined) return `Question ${number} from ${askedBy}`
  const words = text.replaceAll(/\s+/g, ' ')
  return `Question from ${askedBy}, ${formatDate(askedOn)}: ${words.length <= 60 ? words : `${words.slice(0, 59)}…`}`
}

function facts({ question }: QuestionView, { today }: StaffRequest): Html {
  const { standing, owner, number, isWithheld } = question
  const typed = (text: string) => html`<span class="gt-typed">${userText(text)}</span>`
  return html`${summaryList({
    rows: [
      { key: 'State', value: questionTags(standing, owner?.due, today) },
      { key: 'Question', value: typed(question.text) },
      { key: 'About', value: aboutHtml(question.about, question.body) },
      { key: 'Asked', value: html`By ${userText(question.askedBy)}, ${link(`/bodies/${question.body}`, question.bodyName)}, ${formatDate(question.askedOn)}` },
      ...(owner === undefined ? [] : [{ key: 'To be answered', value: html`By the ${userText(owner.role)}, by ${formatDate(owner.due)}` }]),
      ...(isWithheld ? [{ key: 'Withheld', value: 'What it is about was withheld from the public after it was put. The public reads neither the question nor its answer; the member and whoever answers read them here.' }] : []),
      ...(standing.state === 'not-put' ? [{ key: 'Not put because', value: typed(standing.reason) }] : []),
      ...(standing.state === 'answered' ? [{ key: 'Answer', value: html`${typed(standing.text)}<br>${userText(standing.by)}, ${formatDate(standing.on)}${receiptWords(standing)}` }] : []),
    ],
  })}${number !== undefined && html`<p class="govuk-body">${link(`/questions/${number}`, 'As the public reads it')}</p>`}`
}

function forms(view: QuestionView, { form, session, today }: StaffRequest, refusal: Refusal | undefined): Html {
  const { question, isOwn, mayPut, mayAnswer, isForAnother, people } = view
  const { state } = question.standing
  const page = { question, form, refusal, today, token: session.formToken }
  return html`${state === 'asked' && mayPut && html`${ownerForm(page, people)}${declineForm(page)}`}
${(state === 'put' || state === 'answered') && mayAnswer && answerForm(page, isForAnother)}
${state === 'put' && mayPut && ownerForm(page, people)}
${(state === 'asked' || state === 'put') && isOwn && actionButton({ action: `${questionAddress(question)}/withdraw`, token: session.formToken, text: 'Withdraw the question', kind: 'warning', fields: { revision: String(question.revision) } })}`
}
