import type { LocalDate } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import type { KnownPerson } from '#access/people.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { receiptInputs } from '../../actions/staff/receipt-inputs.ts'
import { questionAddress } from '../letters.ts'
import type { Question } from '../question.ts'

interface QuestionForm {
  readonly question: Question
  readonly token: CsrfToken
  readonly form: PostedForm
  readonly refusal: Refusal | undefined
  readonly today: LocalDate
}

/** Who answers and by when: what takes a question as put. */
export function ownerForm(page: QuestionForm, people: readonly KnownPerson[]): Html {
  const { question, form, refusal, today } = page
  const { owner, about } = question
  const isPut = question.standing.state === 'put'
  const typed = (field: string, kept: string) => (form.has(field) ? form.text(field) : kept)
  const fields = html`${input({ name: 'role', label: { text: 'Who answers' }, hint: { text: 'A role: the public reads it. For example: Director of Children’s Services.' }, value: typed('role', owner?.role ?? ''), error: faultFor(refusal, 'role') })}
${select({
  name: 'person',
  label: { text: 'Whose account is told, and may answer here' },
  items: [{ value: '', text: 'Nobody: an officer enters the answer' }, ...people.map(({ person, name }) => ({ value: person, text: name }))],
  value: typed('person', owner?.person ?? ''),
  error: faultFor(refusal, 'person'),
})}
${dayInput({ name: 'due', label: 'Answered by', value: typed('due', owner?.due ?? (about.kind === 'item' && about.date >= today ? about.date : '')), error: faultFor(refusal, 'due') })}`
  const heading = html`<h2 class="govuk-heading-m">${isPut ? 'Change who answers, or by when' : 'Take it as put'}</h2>
${!isPut && html`<p class="govuk-body">It becomes public as it stands, with the member’s name. Check that nothing in it identifies a child or tells what is exempt.</p>`}`
  return html`${heading}${postForm(page, 'put', fields, button({ text: isPut ? 'Save and tell them' : 'Publish the question and tell them', classes: isPut ? 'govuk-button--secondary' : '', preventDoubleClick: true }))}`
}

/** Why it is not put. */
export function declineForm(page: QuestionForm): Html {
  const { form, refusal } = page
  const field = textarea({ name: 'reason', label: { text: 'Reason' }, hint: { text: 'The member reads it; nobody else does.' }, rows: 3, value: form.text('reason'), error: faultFor(refusal, 'reason') })
  return html`<h2 class="govuk-heading-m">Or do not put it</h2>${postForm(page, 'decline', field, button({ text: 'Do not put it, and tell the member', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`
}

/** The answer, or a correction of it. */
export function answerForm(page: QuestionForm, isForAnother: boolean): Html {
  const { question, form, refusal } = page
  const { standing } = question
  const isAnswered = standing.state === 'answered'
  const fields = html`${textarea({
    name: 'answer',
    label: { text: 'Answer' },
    hint: { text: 'It is published. Paragraphs with an empty line between them. Begin a line with “- ” for a list. Write [words](https://address) for a link. Nothing in it may identify a child.' },
    rows: 8,
    value: form.has('answer') ? form.text('answer') : isAnswered ? standing.text : '',
    error: faultFor(refusal, 'answer'),
  })}${isAnswered && input({ name: 'correction', label: { text: 'What this corrects' }, hint: { text: 'The public reads it.' }, value: form.text('correction'), error: faultFor(refusal, 'correction') })}${isForAnother && receiptInputs(form, refusal)}`
  return html`<h2 class="govuk-heading-m">${isAnswered ? 'Correct the answer' : 'Answer'}</h2>${postForm(page, 'answer', fields, button({ text: isAnswered ? 'Publish the correction' : 'Publish the answer', preventDoubleClick: true }))}`
}

function postForm({ question, token }: QuestionForm, action: string, fields: Html, press: Html): Html {
  return html`<form method="post" action="${questionAddress(question)}/${action}" novalidate>${csrfInput(token)}<input type="hidden" name="revision" value="${question.revision}">${fields}${press}</form>`
}
