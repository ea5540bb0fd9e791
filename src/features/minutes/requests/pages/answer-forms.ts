import type { Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { grounds, groundWords, stateWords, type DocumentRequest } from '../document-request.ts'
import { receiptInputs } from '../../actions/staff/receipt-inputs.ts'
import { requestAddress } from '../letters.ts'

interface RequestForm {
  readonly request: DocumentRequest
  readonly token: CsrfToken
  readonly form: PostedForm
  readonly refusal: Refusal | undefined
}

const answers = ['supplied', 'supplied-in-part', 'refused'] as const

/** The executive's answer. */
export function answerForm(page: RequestForm, isForAnother: boolean): Html {
  const { request, form, refusal } = page
  const fields = html`${radios({
    name: 'answer',
    fieldset: { legend: { text: request.standing.state === 'waiting' ? 'Answer the request' : 'Answer again', classes: 'govuk-fieldset__legend--m' } },
    items: answers.filter((value) => value !== request.standing.state || value !== 'supplied').map((value) => ({ value, text: stateWords[value] })),
    value: form.text('answer'),
    error: faultFor(refusal, 'answer'),
  })}
${titleInput(page, 'title')}
${textarea({ name: 'where', label: { text: 'How the member is given it' }, hint: { text: 'Of what is supplied: “By e-mail today”, or the address where it is. Only the member, the body and the officers read it.' }, rows: 2, value: form.text('where'), error: faultFor(refusal, 'where') })}
${radios({
  name: 'ground',
  fieldset: { legend: { text: 'Ground for what is not given', classes: 'govuk-fieldset__legend--s' } },
  items: grounds.map((value) => ({ value, text: groundWords[value].words, hint: { text: groundWords[value].law } })),
  value: form.text('ground'),
  error: faultFor(refusal, 'ground'),
})}
${textarea({ name: 'reasons', label: { text: 'Reasons for what is not given' }, hint: { text: 'The written statement to the committee. It is published: nothing in it may tell what is exempt, or identify a child.' }, rows: 6, value: form.text('reasons'), error: faultFor(refusal, 'reasons') })}${isForAnother && receiptInputs(form, refusal)}`
  return postForm(page, 'answer', fields, 'Publish the answer and tell the member')
}

/** The words by which the public knows the document, before there is an answer. */
export function nameForm(page: RequestForm): Html | undefined {
  if (page.request.standing.state !== 'waiting') return undefined
  const hasFault = page.form.has('public-title')
  const form = postForm(page, 'name', titleInput(page, 'public-title'), 'Show these words on the public list')
  return hasFault ? form : details({ summary: 'Name the document on the public list before it is answered', content: form })
}

function titleInput({ request, form, refusal }: RequestForm, name: 'title' | 'public-title'): Html {
  return input({
    name,
    label: { text: 'The document in words that the public may read' },
    hint: { text: 'Check that they disclose nothing exempt or confidential.' },
    value: form.has(name) ? form.text(name) : (request.title ?? ''),
    error: faultFor(refusal, name),
  })
}

function postForm({ request, token }: RequestForm, action: string, fields: Html, words: string): Html {
  return html`<form method="post" action="${requestAddress(request)}/${action}" novalidate>${csrfInput(token)}<input type="hidden" name="revision" value="${request.revision}">${fields}${button({ text: words, preventDoubleClick: true })}</form>`
}
