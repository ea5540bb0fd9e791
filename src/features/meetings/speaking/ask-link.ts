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

/** The same in a line, with the closing time; of a meeting whose agenda is not out yet, from when and until when one can ask. */
export function askInWords(meeting: PublishedMeeting, today: LocalDate): Html | undefined {
  const speaking = speakingAt(meeting, dateTime(today, time('00:00')))
  if (speaking.state !== 'open' && speaking.state !== 'no-agenda') return undefined
  const closes = speaking.closes === undefined ? '' : `, by ${speaking.closes.words}`
  if (speaking.state === 'no-agenda') return html`You can ask to speak once the agenda is published${closes}`
  return html`<a class="govuk-link" href="${meetingAddress(meeting)}/speak">Ask to speak</a>${closes}`
}
