import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { outForEarlier } from '../out-for-earlier.ts'
import { pressForm } from './press-form.ts'
import type { SittingView } from './view.ts'

/** Asks of those who left for an interest, once the meeting is at another item, whether they are back: until somebody says so, the record has them out. */
export function backPart(request: StaffRequest, view: SittingView): Html | undefined {
  const out = outForEarlier(view.sitting)
  if (out.length === 0 || !view.mayRecord || request.today < view.meeting.facts.date) return undefined
  const items = [...new Set(out.map(({ where }) => where.from))].toSorted((one, other) => one - other)
  const lines = items.map((item) => html`<p class="govuk-body"><strong>Out for an interest ${item === 0 ? 'before the first item' : `in item ${item}`}: back?</strong> ${userText(out.filter(({ where }) => where.from === item).map(({ where }) => where.person).join(', '))}</p>`)
  const press = button({ text: out.length === 1 ? 'Back in the room' : `All ${out.length} are back in the room`, name: 'does', value: 'all-back', preventDoubleClick: true })
  return html`<div class="gt-sitting__back">${lines}${pressForm(request, view, press)}
${out.length > 1 && html`<p class="govuk-body">Where only some are back, press “Returns” beside each of them.</p>`}</div>`
}
