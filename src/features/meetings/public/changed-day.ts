import { formatDate, formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { FirstDay } from '../publication/first-day.ts'
import { meetingAddress, type PublishedMeeting } from '../record/meeting.ts'

type Turned = Pick<PublishedMeeting, 'body' | 'status' | 'movedTo' | 'movedFrom' | 'resumesOn' | 'resumedFrom'>

/** What became of the day of a meeting: cancelled, moved or adjourned, with the way to the day that stands in its place and back. That it was adjourned is said once it is recorded as held, too. */
export function changedDay(meeting: Turned, firstDay?: FirstDay, addressOf: (meeting: { readonly body: string; readonly date: LocalDate }) => string = meetingAddress): Html {
  const { body, status, movedTo, movedFrom, resumesOn, resumedFrom } = meeting
  const day = (date: LocalDate) => html`<a class="govuk-link" href="${addressOf({ body, date })}">${formatDay(date)}</a>`
  const warning = (text: Html | string) => warningText({ text, iconFallbackText: 'Warning' })
  return html`${movedTo !== undefined && warning(html`This meeting was moved to ${day(movedTo)}.`)}
    ${status === 'cancelled' && movedTo === undefined && warning('This meeting is cancelled.')}
    ${(status === 'adjourned' || resumesOn !== undefined) && warning(resumesOn === undefined ? 'This meeting was adjourned.' : html`This meeting was adjourned. What it did not finish goes on at the meeting of ${day(resumesOn)}.`)}
    ${movedFrom !== undefined && insetText({ text: html`This meeting was moved here from ${day(movedFrom)}.` })}
    ${resumedFrom !== undefined && insetText({ text: html`Resumes the meeting of ${day(resumedFrom)}, which was adjourned${firstDay?.issued === undefined ? ', and takes up its agenda' : `; its agenda was published on ${formatDate(firstDay.issued)}`}.` })}`
}
