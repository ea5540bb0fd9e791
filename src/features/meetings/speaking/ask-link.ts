import { dateTime, time } from '#core/london-time.ts'
import type { LocalDate } from '#core/dates.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { meetingAddress, type PublishedMeeting } from '../record/meeting.ts'
import { speakingAt } from './speaking-at.ts'

/** The way to the form, beside the deadline; nothing where nobody may ask. A page that is kept in memory knows the day and not the hour. */
export function askLink(meeting: PublishedMeeting, today: LocalDate): Html | undefined {
  const { state } = speakingAt(meeting, dateTime(today, time('00:00')))
  return state === 'open' ? html`<p class="govuk-body"><a class="govuk-link" href="${meetingAddress(meeting)}/speak">Ask to speak at this meeting</a></p>` : undefined
}
