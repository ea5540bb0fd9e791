import { formatDay, formatTime } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { meetingDeadlines } from '#features/rules'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { meetingTag } from '../../record/meeting-words.ts'
import { itemsInWords } from '../changes/changes-html.ts'
import { packAddress } from '../rights/open-reading.ts'
import { heldStatuses, type MembersMeeting } from './members-meetings.ts'

/** What the list of a member's meetings is made of. */
export interface ListedMeetings {
  readonly meetings: readonly MembersMeeting[]
  /** The items that changed since they were read, by `body/date`. */
  readonly changed: ReadonlyMap<string, readonly number[]>
  /** The items that mention what the reader has in the register of interests, by `body/date`; for the reader alone. */
  readonly touched: ReadonlyMap<string, readonly number[]>
  readonly today: LocalDate
  readonly headingLevel: 2 | 3
}

/** A member's meetings, each with its time and place, how far its papers are, and what changed since they were read. */
export function meetingEntries({ meetings, changed, touched, today, headingLevel }: ListedMeetings): Html {
  const heading = html.raw(`h${headingLevel}`)
  return html`<ul class="govuk-list gt-meetings">${meetings.map(
    (meeting) => html`<li class="gt-meetings__entry">
<p class="govuk-body-s gt-meetings__when">${meeting.date === today && html`<strong>Today</strong>, `}<time datetime="${meeting.date}">${formatDay(meeting.date)}</time>${meeting.time !== undefined && `, ${formatTime(meeting.time)}`}</p>
<${heading} class="govuk-heading-s gt-meetings__name"><a class="govuk-link" href="${packAddress(meeting)}">${meeting.bodyName}<span class="govuk-visually-hidden">, ${formatDay(meeting.date)}</span></a></${heading}>
${meeting.title !== undefined && html`<p class="govuk-body-s">${meeting.title}</p>`}
<p class="govuk-body-s">${meetingTag(meeting, today)} ${meeting.privateDevelopment ? statusTag('Private development session', 'withheld') : !meeting.isPublic && statusTag('Private', 'withheld')} ${meeting.venue ?? (meeting.date < today ? '' : 'Place to be announced')}</p>
<p class="govuk-body-s">${papersState(meeting, today)} ${news(meeting, changed.get(`${meeting.body}/${meeting.date}`), today)}</p>
${prompt(meeting, touched.get(`${meeting.body}/${meeting.date}`))}</li>`,
  )}</ul>`
}

function papersState(meeting: MembersMeeting, today: LocalDate): Html {
  if (meeting.hasPapers) return html`<a class="govuk-link" href="${packAddress(meeting)}/read">Read the papers<span class="govuk-visually-hidden"> of the ${meeting.bodyName}, ${formatDay(meeting.date)}</span></a>`
  if (meeting.privateDevelopment || !meeting.isPublic || meeting.status === 'cancelled') return html`No papers`
  if (meeting.resumedFrom !== undefined) {
    const first = { body: meeting.body, date: meeting.resumedFrom }
    return html`It resumes the meeting of ${formatDay(first.date)}: <a class="govuk-link" href="${packAddress(first)}/read">Read the papers of that day<span class="govuk-visually-hidden">, ${meeting.bodyName}</span></a>`
  }
  if (isOver(meeting, today)) return html`No papers were published for it.`
  const due = meetingDeadlines(meeting, today).find(({ rule }) => rule === 'agenda-publication')
  if (due === undefined) return html`The papers are not published yet.`
  return due.hasPassed ? html`The papers were due by ${due.words} and are not published.` : html`The papers are not published yet; they are due by ${due.words}.`
}

/** Nobody prepares for it any more: it was held, be it today, or its day has passed. */
function isOver({ status, date }: Pick<MembersMeeting, 'status' | 'date'>, today: LocalDate): boolean {
  return date < today || heldStatuses.includes(status)
}

/** "Changed since you last read", before the meeting; afterwards nobody prepares for it any more. */
function news({ hasPapers, readVersion, readDate, isMarkedRead, version, note, date, status }: MembersMeeting, items: readonly number[] | undefined, today: LocalDate): Html | undefined {
  if (!hasPapers || isOver({ status, date }, today)) return undefined
  if (readVersion === undefined) return statusTag('Not opened yet', 'coming')
  if (readDate === date && readVersion >= version) return isMarkedRead === true ? statusTag('Read', 'good') : statusTag('Opened', 'neutral')
  return html`${statusTag('Changed since you last read', 'caution')} ${capitalised(itemsInWords(items ?? []))}. ${note}`
}

/** A reminder for the reader alone; what it is about stands on the page of the meeting. */
function prompt(meeting: MembersMeeting, items: readonly number[] | undefined): Html | undefined {
  if (items === undefined || items.length === 0) return undefined
  return html`<p class="govuk-body-s">For you alone: <a class="govuk-link" href="${packAddress(meeting)}#own-interests">${itemsInWords(items)} ${items.length === 1 ? 'mentions' : 'mention'} what you have in the register of interests</a>.</p>`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
