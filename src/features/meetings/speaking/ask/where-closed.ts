import { formatDay } from '#core/date-words.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import { meetingAddress, type PublishedMeeting } from '../../record/meeting.ts'
import type { SpeakingAt } from '../speaking-at.ts'

type Closed = Exclude<SpeakingAt, { state: 'open' }>

/** Why nobody can ask to speak at this meeting, and what to do instead. */
export function whereClosed(speaking: Closed, meeting: PublishedMeeting): Html {
  const { why, instead } = reasons(speaking, meeting)
  return html`${lead(why)}<p class="govuk-body">${instead}</p>${contactLine(meeting)}
<p class="govuk-body">${link(meetingAddress(meeting), 'Back to the meeting')}</p>`
}

function reasons(speaking: Closed, meeting: PublishedMeeting): { readonly why: Piece; readonly instead: Piece } {
  const others = link(`/bodies/${meeting.body}`, `Other meetings of the ${meeting.bodyName}`)
  switch (speaking.state) {
    case 'no-agenda':
      return { why: 'The agenda of this meeting is not published yet.', instead: whenAgenda(speaking) }
    case 'no-items':
      return { why: 'Nothing on this agenda can be spoken on in public.', instead: html`You may write to the council instead. ${others}.` }
    case 'cancelled':
      return {
        why: 'This meeting is cancelled, so nobody can ask to speak at it.',
        instead: speaking.movedTo === undefined ? html`${others}.` : html`It was moved to ${link(`/bodies/${meeting.body}/${speaking.movedTo}/speak`, formatDay(speaking.movedTo))}: ask to speak there.`,
      }
    case 'adjourned':
      return {
        why: 'This meeting was adjourned.',
        instead: speaking.resumesOn === undefined ? 'The day on which it goes on is announced here.' : html`It goes on on ${link(`/bodies/${meeting.body}/${speaking.resumesOn}`, formatDay(speaking.resumesOn))}.`,
      }
    case 'private':
      return { why: 'This meeting is not open to the public, so nobody can ask to speak at it.', instead: html`${others}.` }
    case 'not-taken':
      return { why: html`No rule for public participation is recorded here for the ${meeting.bodyName}.`, instead: html`Whether you can speak at this meeting, ask ${whomToAsk(meeting)}. You can come and listen. ${link(`/bodies/${meeting.body}`, `What the ${meeting.bodyName} does`)}.` }
    case 'over':
      return { why: 'This meeting has begun or is over, so it is too late to ask to speak.', instead: html`You may ask at a later meeting, or write to the council. ${others}.` }
  }
}

function whomToAsk({ contact }: PublishedMeeting): string {
  return contact === undefined ? 'the council' : `${contact.office}, named below`
}

function whenAgenda({ agendaBy, closes }: Extract<Closed, { state: 'no-agenda' }>): Html {
  const by = agendaBy === undefined ? 'once it is published' : `once it is published, by ${agendaBy.words} at the latest`
  return html`You may speak on items of the agenda, so you can ask here ${by}.${closes === undefined ? '' : ` Then ask by ${closes.words}.`}`
}

/** The office to write to. */
export function contactLine({ contact }: PublishedMeeting): Html | undefined {
  if (contact === undefined) return undefined
  const email = contact.email !== undefined && html`, ${link(`mailto:${contact.email}`, contact.email)}`
  return html`<p class="govuk-body">Questions: ${contact.office}${contact.phone === undefined ? '' : `, telephone ${contact.phone}`}${email}.</p>`
}
