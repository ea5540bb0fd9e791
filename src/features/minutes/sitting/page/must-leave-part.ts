import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { isPresided } from '../in-the-chair.ts'
import { stillThere } from '../must-leave.ts'
import { pressForm } from './press-form.ts'
import { sittingAddress, type SittingView } from './view.ts'

/** Loud as soon as it stands: who must be out of the room and is recorded in it, and that nobody is in the chair. The minutes are not published while it is so. */
export function wrongNow(request: StaffRequest, view: SittingView): Html | undefined {
  const there = stillThere(view.facts, view.meeting.items.flatMap(({ number, facts }) => (facts.withdrawn === undefined ? [] : number)))
  const presided = view.sitting.item === 0 ? undefined : isPresided(view.sitting)
  const isOver = view.sitting.closed !== undefined && !view.mayRecord
  const chair = presided?.ok === false && !isOver && warningText({ text: html`${presided.refusal.message} ${view.mayRecord && link('#chair-form', 'Choose who takes the chair')}` })
  if (there.length === 0 && chair === false) return undefined
  const address = sittingAddress(view)
  return html`<div class="gt-sitting__wrong" role="alert">${chair}${there.map(({ item, member, seat, message }) => html`${warningText({ text: html`${userText(message)}.` })}
${!view.mayRecord ? undefined : item === view.sitting.item ? pressForm(request, view, button({ text: html`Record the leaving<span class="govuk-visually-hidden"> of ${member}, item ${item}</span>`, name: 'does', value: 'leaves-for-interest', preventDoubleClick: true }), { seat }) : html`<p class="govuk-body">${link(`${address}?item=${item}`, `Look at item ${item} and record it there`)}</p>`}`)}</div>`
}
