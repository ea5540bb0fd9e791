import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { pressForm } from './press-form.ts'
import type { SittingView } from './view.ts'

/** Officers and guests without a seat. */
export function attendingPart(request: StaffRequest, view: SittingView, refusal: Refusal | undefined): Html {
  const { inAttendance } = view.sitting
  const list = inAttendance.length === 0 ? html`<p class="govuk-body">Nobody is recorded.</p>` : html`<ul class="govuk-list govuk-list--bullet">${inAttendance.map(({ name, role }) => html`<li>${userText(name)}, ${userText(role)}</li>`)}</ul>`
  return html`<h2 class="govuk-heading-m" id="attending">In attendance${inAttendance.length > 0 && ` (${inAttendance.length})`}</h2>${list}${view.mayRecord && request.today >= view.meeting.facts.date && addForm(request, view, refusal)}`
}

function addForm(request: StaffRequest, view: SittingView, refusal: Refusal | undefined): Html {
  const isHere = refusal !== undefined && request.form.text('does') === 'attends'
  const field = (name: 'name' | 'role', label: string) => input({ name, label: { text: label }, value: isHere ? request.form.text(name) : '', error: isHere ? faultFor(refusal, name) : undefined, autocomplete: 'off', classes: 'govuk-input--width-20' })
  return pressForm(request, view, html`<div class="gt-beside">${field('name', 'Name of an officer or guest')}${field('role', 'Post, or whom they speak for')}</div>${button({ text: 'Add to those in attendance', name: 'does', value: 'attends', classes: 'govuk-button--secondary', preventDoubleClick: true })}`)
}
