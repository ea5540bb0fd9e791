import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput, timeInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { principleWords } from '../forward-plan/entry/words.ts'
import { formButtons, typedText } from '../forward-plan/pages/deed-page.ts'

interface ReceiptFormOptions {
  readonly request: StaffRequest
  readonly refusal: Refusal | undefined
  /** Who can be chosen. */
  readonly members: readonly string[]
  /** When the window closes, in words. */
  readonly closes: string
  /** The entry to which one goes back. */
  readonly back: Parameters<typeof formButtons>[1]
}

/** The form for a signature that came on paper or by e-mail. */
export function receiptForm({ request, refusal, members, closes, back }: ReceiptFormOptions): Html {
  const field = (name: string) => ({ name, value: refusal === undefined ? '' : typedText(request.form, name), error: faultFor(refusal, name) })
  const choice = (name: string, legend: string, items: readonly (readonly [value: string, text: string])[]) =>
    radios({ ...field(name), fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }, items: items.map(([value, text]) => ({ value, text })) })
  return html`<h2 class="govuk-heading-m">Enter a signature that was received</h2>
<p class="govuk-body">On paper or by e-mail it counts by when it was received, until ${closes}, as if the member had signed here. Keep what they sent.</p>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}
${select({ ...field('member'), label: { text: 'Who signed' }, hint: { text: 'Those who may call this decision in and have not signed.' }, items: [{ value: '', text: 'Choose' }, ...members.map((name) => ({ value: name, text: name }))] })}
<div class="gt-beside">${dayInput({ ...field('on'), label: 'Day on which it was received' })}${timeInput({ ...field('at'), label: 'Time at which it was received' })}</div>
${choice('by', 'How it was received', [['paper', 'On paper'], ['email', 'By e-mail']])}
${choice('principle', 'Which principle of decision-making was not kept', Object.entries(principleWords))}
${textarea({ ...field('reason'), label: { text: 'In what way' }, hint: { text: 'In the member’s own words. The public reads it once enough have signed.' }, rows: 4 })}
${formButtons('Enter the signature', back)}</form>`
}
