import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { characterCount } from '#platform/pages/components/character-count.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { AgendaItem } from '../../record/meeting.ts'
import { wordLimit, type TypedAsking } from './asking-form.ts'

interface AskForm {
  readonly action: string
  readonly token: CsrfToken
  /** The form's own mark, by which it is known when it is sent twice. */
  readonly sending: string
  readonly items: readonly AgendaItem[]
  readonly typed: TypedAsking
  readonly refusal: Refusal | undefined
}

/** The form by which a member of the public asks to speak; it works without a script, and keeps whatever was typed. */
export function askForm({ action, token, sending, items, typed, refusal }: AskForm): Html {
  const error = (field: keyof TypedAsking) => faultFor(refusal, field)
  return html`<form method="post" action="${action}" novalidate>${csrfInput(token)}<input type="hidden" name="sending" value="${sending}">
<h2 class="govuk-heading-m">What you wish to speak on</h2>
${radios({
  name: 'item',
  fieldset: { legend: { text: 'Item of the agenda', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'One item. Send another request for another item.' },
  items: items.map((item) => ({ value: String(item.number), text: `${item.number}. ${item.title}` })),
  value: typed.item,
  error: error('item'),
})}
${characterCount({
  name: 'statement',
  label: { text: 'What you wish to say, in short', classes: 'govuk-label--s' },
  hint: { text: 'A few sentences are enough. Do not name a child, and do not say what would let others know one.' },
  limit: wordLimit,
  counts: 'words',
  rows: 8,
  value: typed.statement,
  error: error('statement'),
})}
<h2 class="govuk-heading-m">About you</h2>
${input({ name: 'name', label: { text: 'Name' }, autocomplete: 'name', value: typed.name, error: error('name') })}
${input({ name: 'email', label: { text: 'E-mail address' }, hint: { text: 'We answer to this address.' }, type: 'email', autocomplete: 'email', spellcheck: false, value: typed.email, error: error('email') })}
${input({ name: 'phone', label: { text: 'Telephone number (optional)' }, type: 'tel', autocomplete: 'tel', value: typed.phone, error: error('phone'), classes: 'govuk-input--width-20' })}
${input({ name: 'behalf', label: { text: 'Group or organisation that you speak for (optional)' }, value: typed.behalf, error: error('behalf') })}
${textarea({ name: 'needs', label: { text: 'What you need to take part (optional)' }, hint: { text: 'For example an interpreter, step-free access, or somebody to speak for you.' }, rows: 3, value: typed.needs, error: error('needs') })}
${radios({
  name: 'named',
  fieldset: { legend: { text: 'May your name be published?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'If the council answers you in writing, the response is published here, with your name only if you say yes.' },
  items: [
    { value: 'yes', text: 'Yes, with my name' },
    { value: 'no', text: 'No, as “a member of the public”' },
  ],
  value: typed.named,
  error: error('named'),
})}
${privacy}
${button({ text: 'Send my request', preventDoubleClick: true })}</form>`
}

const privacy = html`<h2 class="govuk-heading-s">What happens with what you send</h2>
<p class="govuk-body">The officers who arrange this meeting see all of it. The chair sees your name, whom you speak for, what you wish to say and what you need,
but not how to reach you. One year after the meeting it is all deleted. A response that the council publishes stays.
<a class="govuk-link" href="/privacy">How this site treats personal data</a>.</p>`
