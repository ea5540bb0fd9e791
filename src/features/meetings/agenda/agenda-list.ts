import { countOf } from '#core/count-in-words.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { AgendaView } from './agenda-view.ts'
import { itemCard } from './item-card.ts'
import { endInWords, timingsOf } from './timing-of-agenda.ts'

/** The items in their order, and whether their times add up. */
export function agendaList(request: StaffRequest, view: AgendaView): Html {
  const { items } = view.meeting
  const heading = html`<h2 class="govuk-heading-m">Agenda</h2>`
  if (items.length === 0) return html`${heading}<p class="govuk-body">There is nothing on the agenda yet.</p>`
  return html`${heading}${sums(view)}${view.issued !== undefined && issuedNote}
<ol class="gt-builder" id="agenda-items">${items.map((item) => itemCard(request, view, item))}</ol>`
}

const issuedNote = html`<p class="govuk-body">The agenda is published: items keep their numbers, and new ones join at the end.</p>`

function sums({ meeting, plannedMinutes }: AgendaView): Html {
  const timings = timingsOf(meeting.facts.time, meeting.items)
  const { untimed, troubles } = timings
  const without = untimed.length > 0 && timings.end !== undefined && `${countOf(untimed.length, 'items')} ${untimed.length === 1 ? 'has no minutes and counts' : 'have no minutes and count'} as nothing: ${untimed.join(', ')}.`
  return html`<p class="govuk-body">${endInWords(meeting.facts.time, plannedMinutes, timings)} ${without}</p>
${troubles.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${troubles.map((trouble) => html`<li>${trouble}</li>`)}</ul>`}`
}
