import { formatDate, formatDay } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { bodyNames } from '#features/bodies'
import { taskList } from '#platform/pages/components/task-list.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { listBegins } from './list-begins.ts'
import { due } from './list-page.ts'
import { meetingsInWork, type MeetingInList } from './meetings-in-work.ts'

const howMany = 5

/** "Meetings that need you next": for officers, published ones that were changed since, the next agendas to publish with their deadlines, and last the latest whose day passed without one. */
export const meetingsSection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  if (!context.may(context.actor, 'meetings.plan')) return undefined
  const asked = { from: today, need: 'to-publish', limit: howMany, today, knowsSession: () => true } as const
  const found = await look(
    context,
    { verb: 'meetings.see', subject: { kind: 'meetings', id: 'next' } },
    async (reader) =>
      ok({ passed: await meetingsInWork(reader, { ...asked, from: listBegins('passed', today), need: 'passed', limit: howMany + 1 }), meetings: await meetingsInWork(reader, asked), changed: await meetingsInWork(reader, { ...asked, need: 'changed' }), names: await bodyNames(reader) }),
  )
  if (!found.ok) return undefined
  const { passed, meetings, changed, names } = found.value
  const heading = html`<h2 class="govuk-heading-m">Meetings that need you next</h2>`
  const ways = html`<p class="govuk-body">${link('/staff/meetings', 'All meetings')} · ${link('/staff/meetings/plan', 'Plan meetings')}</p>`
  if (passed.length + meetings.length + changed.length === 0) return html`${heading}<p class="govuk-body">No agenda is waiting to be published.</p>${ways}`
  const named = (meeting: MeetingInList) => ({
    title: html`${names.get(meeting.body) ?? meeting.body}<span class="govuk-visually-hidden">, ${formatDate(meeting.date)}</span>`,
    hint: `Meets on ${formatDay(meeting.date)}`,
  })
  const past = passed.slice(0, howMany).map((meeting) => ({
    title: named(meeting).title,
    hint: html`Its day was ${formatDay(meeting.date)}. Was it not held? ${link(`/staff/meetings/${meeting.id}/cancel`, html`Cancel it with the reason<span class="govuk-visually-hidden">: ${names.get(meeting.body) ?? meeting.body}, ${formatDate(meeting.date)}</span>`)}. Was it held? ${link(`/staff/meetings/${meeting.id}/publish`, html`Publish its agenda, with the chair’s reason, and take the minutes<span class="govuk-visually-hidden">: ${names.get(meeting.body) ?? meeting.body}, ${formatDate(meeting.date)}</span>`)}.`,
    status: 'Passed without an agenda',
  }))
  const items = [
    ...changed.map((meeting) => ({ ...named(meeting), href: `/staff/meetings/${meeting.id}/publish`, status: 'Changed since it was published' })),
    ...meetings.map((meeting) => ({ ...named(meeting), href: `/staff/meetings/${meeting.id}`, status: meeting.resumedFrom === undefined ? html`Agenda due ${due(meeting, today)}` : due(meeting, today) })),
  ]
  return html`${heading}${items.length > 0 && taskList({ items, idPrefix: 'next-meetings' })}${past.length > 0 && html`<h3 class="govuk-heading-s">What became of these?</h3>${taskList({ items: past, idPrefix: 'passed-meetings' })}${passed.length > howMany && html`<p class="govuk-body">${link('/staff/meetings?need=passed', 'All that passed without an agenda')}</p>`}`}${ways}`
}
