import { formatDate, formatDay } from '#core/date-words.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { turnsOf } from '../planner/turns-offered.ts'
import { meetingTag, placeInWords, whenInWords } from '../record/meeting-words.ts'
import { meetingAddress } from '../record/meeting.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import type { MeetingWay } from '../later-parts.ts'
import type { AgendaView } from './agenda-view.ts'
import { agendaAddress } from './agenda-words.ts'

interface Place {
  readonly text: string
  readonly href: string
  readonly verb: string
}

/** When and where, in what state, and the ways to what else is done with a meeting. */
export function meetingHead({ context, today }: StaffRequest, view: AgendaView, later: readonly MeetingWay[]): Html {
  const { facts } = view.meeting
  const address = agendaAddress(view.meeting)
  const places: readonly Place[] = [
    { text: 'Date, time and place', href: `${address}/facts`, verb: 'meetings.plan' },
    ...turnsOf(view, today).map((turn) => ({ ...turn, verb: 'meetings.plan' })),
    { text: 'Preview', href: `${address}/preview`, verb: 'meetings.see' },
    { text: view.issued === undefined ? 'Check and publish' : 'Publish what has changed', href: `${address}/publish`, verb: 'meetings.publish' },
    ...(view.issued === undefined ? [] : [{ text: 'Supplements, corrections and withdrawals', href: `${address}/after`, verb: 'meetings.publish' }]),
    ...(view.seesSpeakers ? [{ text: 'Speakers', href: `${address}/speakers`, verb: 'speaking.see' }] : []),
    ...later.map(({ text, path, verb }) => ({ text, href: `${address}/${path}`, verb })),
    { text: 'Template of this body', href: `/staff/templates/${facts.body}`, verb: 'templates.edit' },
  ]
  const shown = places.filter(({ verb }) => context.may(context.actor, verb))
  return html`<p class="govuk-body-l">${whenInWords(facts)}. ${placeInWords(facts)}. ${meetingTag(facts, today)}</p>
${view.firstDay !== undefined && html`<p class="govuk-body">Resumes the meeting of ${link(meetingAddress({ body: facts.body, date: view.firstDay.date }), formatDay(view.firstDay.date))}, which was adjourned${view.firstDay.issued === undefined ? ', and takes up its agenda' : `; its agenda was published on ${formatDate(view.firstDay.issued)}`}.${isOpenMeeting(facts) && ' Only an item that is new to it needs five clear working days.'}</p>`}
${facts.title !== undefined && html`<p class="govuk-body">${facts.title}</p>`}
<nav aria-label="This meeting"><ul class="govuk-list gt-builder__ways">${shown.map(({ text, href }) => html`<li>${link(href, text)}</li>`)}
${view.issued !== undefined && html`<li>${link(meetingAddress(facts), 'As the public sees it')}</li>`}</ul></nav>`
}
