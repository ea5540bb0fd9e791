import { formatDay } from '#core/date-words.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { nameOf, type AgendaView } from './agenda-view.ts'
import { shieldedTitle } from './agenda-words.ts'
import { itemLateness } from './item-lateness.ts'

/** Who is late with what, at a glance. */
export function latePart(request: StaffRequest, view: AgendaView): Html | undefined {
  const stands = view.meeting.items.flatMap((item) => {
    const lateness = itemLateness(view, item, request.today)
    return lateness === undefined ? [] : [{ item, lateness }]
  })
  if (stands.length === 0) return undefined
  const late = stands.filter(({ lateness }) => lateness.isLate)
  if (late.length === 0) return html`<p class="govuk-body">Nobody is late.</p>`
  return html`<h2 class="govuk-heading-m">Who is late</h2><ul class="govuk-list gt-builder__late">${late.map(({ item, lateness }) => {
    const author = item.author === undefined ? 'no author yet' : (nameOf(view.people, item.author) ?? 'an account that is no longer there')
    const isRead = view.sight.isShown(item)
    return html`<li><strong>${lateness.words}</strong>: <a class="govuk-link" href="#item-${item.id}">item ${item.number}, ${userText(isRead ? item.facts.title : shieldedTitle(item))}</a>${isRead && html` (${userText(author)})`}</li>`
  })}</ul>`
}

/** By when each step of a report is due, and how that was counted. */
export function timetablePart({ timetable, issued }: AgendaView): Html {
  const heading = html`<h2 class="govuk-heading-m">Timetable of reports</h2>`
  if (!timetable.ok) return html`${heading}${insetText({ text: timetable.refusal.message })}`
  const { draft, clearance, despatch, publication, working } = timetable.value
  const steps = [
    ['Draft handed in by', draft],
    ['Cleared by', clearance],
    ['Despatch: final reports in by', despatch],
    [issued === undefined ? 'Agenda published by' : 'Agenda was to be published by', publication],
  ] as const
  return html`${heading}<dl class="gt-builder__facts gt-builder__timetable">${steps.map(([name, day]) => html`<div><dt>${name}</dt><dd>${formatDay(day)}</dd></div>`)}</dl>
${details({ summary: 'How these days were counted', content: html`<ul class="govuk-list govuk-list--bullet">${working.map((line) => html`<li>${line}</li>`)}</ul>` })}`
}
