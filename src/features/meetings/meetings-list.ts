import { formatDay, formatTime } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { meetingAddress } from './meeting.ts'
import { meetingTag } from './meeting-words.ts'
import type { MeetingInList } from './published-meetings.ts'

/** Meetings as a list in which each says when, which body, where and how far it is. */
export function meetingsList(meetings: readonly MeetingInList[], options: { readonly headingLevel: 2 | 3 } = { headingLevel: 2 }): Html {
  return html`<ul class="govuk-list gt-meetings">
    ${meetings.map((meeting) => {
      const name = html`<a class="govuk-link" href="${meetingAddress(meeting)}">${meeting.bodyName}</a>`
      return html`<li class="gt-meetings__entry">
        <p class="govuk-body-s gt-meetings__when"><time datetime="${meeting.date}">${formatDay(meeting.date)}</time>${meeting.time === undefined ? '' : `, ${formatTime(meeting.time)}`}</p>
        ${options.headingLevel === 2 ? html`<h2 class="govuk-heading-s gt-meetings__name">${name}</h2>` : html`<h3 class="govuk-heading-s gt-meetings__name">${name}</h3>`}
        ${meeting.title === undefined ? undefined : html`<p class="govuk-body-s">${meeting.title}</p>`}
        <p class="govuk-body-s">${meetingTag(meeting.status)} ${meeting.isPublic ? undefined : statusTag('Private', 'withheld')} ${meeting.venue}</p>
      </li>`
    })}
  </ul>`
}
