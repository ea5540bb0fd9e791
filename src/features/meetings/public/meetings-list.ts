import { formatDay, formatTime } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { meetingAddress } from '../record/meeting.ts'
import { meetingTag } from '../record/meeting-words.ts'
import type { MeetingInList } from '../publication/published-meetings.ts'

interface ListOptions {
  readonly today: LocalDate
  readonly headingLevel: 2 | 3
  /** On a body's own page the day is what tells its meetings apart; elsewhere the body is. */
  readonly heading: 'body' | 'day'
}

/** Meetings as a list in which each says when, which body, where and how far it is. Every link says which meeting it leads to. */
export function meetingsList(meetings: readonly MeetingInList[], options: ListOptions): Html {
  return html`<ul class="govuk-list gt-meetings">
    ${meetings.map((meeting) => entry(meeting, options))}
  </ul>`
}

function entry(meeting: MeetingInList, { today, headingLevel, heading }: ListOptions): Html {
  const when = html`<time datetime="${meeting.date}">${formatDay(meeting.date)}</time>${meeting.time === undefined ? '' : `, ${formatTime(meeting.time)}`}`
  const words = heading === 'day' ? when : html`${meeting.bodyName}<span class="govuk-visually-hidden">, ${formatDay(meeting.date)}</span>`
  const link = html`<a class="govuk-link" href="${meetingAddress(meeting)}">${words}</a>`
  return html`<li class="gt-meetings__entry">
    ${heading === 'day' ? undefined : html`<p class="govuk-body-s gt-meetings__when">${when}</p>`}
    ${headingLevel === 2 ? html`<h2 class="govuk-heading-s gt-meetings__name">${link}</h2>` : html`<h3 class="govuk-heading-s gt-meetings__name">${link}</h3>`}
    ${meeting.title === undefined ? undefined : html`<p class="govuk-body-s">${meeting.title}</p>`}
    <p class="govuk-body-s">${meetingTag(meeting, today)} ${meeting.isPublic ? undefined : statusTag('Private', 'withheld')} ${meeting.venue}</p>
  </li>`
}
