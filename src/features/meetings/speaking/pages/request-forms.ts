import type { Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { SpeakingRequest } from '../speaking-request.ts'
import { requestAddress } from './words.ts'
import { willBeMailed } from '../../record/mail-words.ts'

/** One of the forms of a request's page: what was typed in it stays when it is refused. */
interface RequestForm {
  readonly request: SpeakingRequest
  readonly token: CsrfToken
  readonly form: PostedForm
  readonly refusal: Refusal | undefined
}

/** Accept or decline, or change that before the meeting. */
export function decisionForm({ mayAccept, ...page }: RequestForm & { readonly mayAccept: boolean }): Html {
  const { request, form, refusal } = page
  const isChange = request.standing.state !== 'asked'
  const choices = [
    { value: 'accepted', text: 'Accept' },
    { value: 'declined', text: 'Decline' },
  ].filter(({ value }) => value !== request.standing.state && (mayAccept || value !== 'accepted'))
  const hint = request.isLate ? 'This request came after the closing time: the chair decides. Record the chair’s decision.' : undefined
  const fields = html`${radios({
    name: 'decision',
    fieldset: { legend: { text: isChange ? 'Change the decision' : 'Decide', classes: 'govuk-fieldset__legend--m', isPageHeading: false } },
    hint: hint && { text: hint },
    items: choices,
    value: form.text('decision') || (choices.length === 1 ? choices[0]?.value : undefined),
    error: faultFor(refusal, 'decision'),
  })}
${textarea({
  name: 'reason',
  label: { text: 'Reason' },
  hint: { text: isChange ? 'The person who asked reads it in an e-mail.' : 'Needed to decline. The person who asked reads it in an e-mail.' },
  rows: 3,
  value: form.text('reason'),
  error: faultFor(refusal, 'reason'),
})}`
  return postForm(page, 'decision', fields, button({ text: isChange ? 'Save the change and tell them' : 'Save and tell them', preventDoubleClick: true }))
}

/** The speaker asks to be taken off the list. */
export function withdrawalForm(page: RequestForm): Html {
  const words = html`<h2 class="govuk-heading-m">Withdraw at the speaker’s request</h2>
<p class="govuk-body">Only when they ask for it. ${willBeMailed('them')} A request that is withdrawn cannot be taken up again.</p>`
  return html`${words}${postForm(page, 'withdrawal', html``, button({ text: 'Withdraw the request', classes: 'govuk-button--warning', preventDoubleClick: true }))}`
}

/** After the meeting: whether they spoke, and whether a response was promised. */
export function turnForm(page: RequestForm & { readonly due: string | undefined }): Html {
  const { request, form, refusal, due } = page
  const chosen = (field: string, kept: boolean | undefined) => form.text(field) || (kept === undefined ? undefined : kept ? 'yes' : 'no')
  const wasNoted = request.hasSpoken !== undefined
  const fields = html`${yesNo('spoke', 'Did they speak?', undefined, chosen('spoke', request.hasSpoken), refusal)}
${yesNo('promised', 'Were they promised a written response?', due === undefined ? 'The body’s terms of reference set no time for it.' : `It is then due by ${due}.`, chosen('promised', wasNoted ? request.response.state !== 'none' : undefined), refusal)}`
  return html`<h2 class="govuk-heading-m">At the meeting</h2>${postForm(page, 'turn', fields, button({ text: 'Save', preventDoubleClick: true }))}`
}

function yesNo(name: string, legend: string, hint: string | undefined, value: string | undefined, refusal: Refusal | undefined): Html {
  return radios({
    name,
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: hint === undefined ? undefined : { text: hint },
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    value,
    error: faultFor(refusal, name),
  })
}

/** The written response: kept while it is being written, published when it is ready, corrected afterwards. */
export function responseForm(page: RequestForm & { readonly speaker: string }): Html {
  const { request, form, refusal, speaker } = page
  const { response } = request
  if (response.state === 'none') return html``
  const isPublished = response.state === 'published'
  const typed = (field: string, kept: string) => (form.has(field) ? form.text(field) : kept)
  const stands = refusal?.kind === 'conflict' && form.has('response') && whatStands(response)
  const fields = html`${stands}${input({
    name: 'asked-about',
    label: { text: 'What was asked, in a sentence' },
    hint: { text: 'The public reads it above the response. Nothing in it may identify a child.' },
    value: typed('asked-about', response.askedAbout),
    error: faultFor(refusal, 'asked-about'),
  })}
${textarea({
  name: 'response',
  label: { text: 'Response' },
  hint: { text: 'Paragraphs with an empty line between them. Begin a line with “- ” for a list. Write [words](https://address) for a link.' },
  rows: 12,
  value: typed('response', response.text),
  error: faultFor(refusal, 'response'),
})}
${isPublished && input({ name: 'correction', label: { text: 'What this corrects' }, hint: { text: 'The public reads it. The response as it was stays readable.' }, value: typed('correction', ''), error: faultFor(refusal, 'correction') })}
<p class="govuk-body">Published as asked by: <strong>${speaker}</strong>.</p>`
  const publish = button({ text: isPublished ? 'Publish the correction' : 'Publish', name: 'press', value: 'publish', preventDoubleClick: true })
  const save = !isPublished && button({ text: 'Save without publishing', name: 'press', value: 'save', classes: 'govuk-button--secondary', preventDoubleClick: true })
  return html`<h2 class="govuk-heading-m">Written response</h2>${postForm(page, 'response', fields, html`<div class="govuk-button-group">${publish}${save}</div>`)}`
}

/** What somebody else saved meanwhile, to be compared with what was typed. */
function whatStands({ askedAbout, text }: { readonly askedAbout: string; readonly text: string }): Html {
  return html`<h3 class="govuk-heading-s">What stands now</h3>${summaryList({
    rows: [
      { key: 'What was asked', value: html`<span class="gt-typed">${userText(askedAbout)}</span>` },
      { key: 'Response', value: html`<span class="gt-typed">${userText(text)}</span>` },
    ],
  })}<p class="govuk-body">Below is what you typed.</p>`
}

function postForm({ request, token }: Pick<RequestForm, 'request' | 'token'>, action: string, fields: Html, buttons: Html): Html {
  return html`<form method="post" action="${requestAddress(request)}/${action}" novalidate>${csrfInput(token)}<input type="hidden" name="revision" value="${request.revision}">${fields}${buttons}</form>`
}
