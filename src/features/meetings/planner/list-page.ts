import { formatDate, formatDay, formatTime } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, type Fault } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { look } from '#access/look.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import { button } from '#platform/pages/components/button.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link } from '#platform/pages/text.ts'
import { knownSessions } from '../agenda/private-sessions.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { parsePlace, placeText } from '../public/calendar-query.ts'
import { meetingTag } from '../record/meeting-words.ts'
import { meetingAddress } from '../record/meeting.ts'
import { agendaDue } from './agenda-due.ts'
import { bodiesOfMeetings } from './calendar.ts'
import { listBegins } from './list-begins.ts'
import { meetingsInWork, needs, type MeetingInList, type Need } from './meetings-in-work.ts'

const pageSize = 25
const needWords: Readonly<Record<Need, string>> = {
  all: 'All meetings',
  'to-publish': 'Agenda to be published',
  late: 'Agenda late',
  passed: 'Passed without an agenda',
  changed: 'Changed since it was published',
}

/** `/staff/meetings`: the meetings that are worked on, and when the agenda of each is due. */
export const listPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings',
  show: async (request) => {
    const { query, today, context } = request
    const fromText = query.get('from') ?? ''
    const need = needs.find((one) => one === query.get('need')) ?? 'all'
    const usual = listBegins(need, today)
    const from = fromText === '' ? usual : parseTypedDay(fromText)
    const body = query.get('body') || undefined
    const asked = { body, need, from: from ?? usual, after: parsePlace(query.get('after') ?? ''), limit: pageSize + 1, today }
    const found = await look(
      context,
      { verb: 'meetings.see', subject: { kind: 'meetings', id: 'list' } },
      async (reader) => ok({ meetings: await meetingsInWork(reader, { ...asked, knowsSession: await knownSessions(reader, context) }), names: await bodyNames(reader), listed: await bodiesOfMeetings(reader, today) }),
    )
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { meetings, names, listed } = found.value
    const faults: Fault[] = from === undefined ? [{ field: 'from', found: fromText.slice(0, 100), message: 'Give a day, such as 14 April 2026' }] : []
    const refusal = faults.length === 0 ? undefined : { kind: 'invalid' as const, message: '', faults }
    const shown = meetings.slice(0, pageSize)
    const last = meetings.length > pageSize ? shown.at(-1) : undefined
    const isFiltered = body !== undefined || need !== 'all' || fromText !== ''
    return {
      kind: 'page',
      title: 'Meetings',
      ...(refusal === undefined ? {} : { hasFaults: true, status: 400 }),
      body: html`${refusal && faultSummary(refusal)} ${doneBanner(query, doneWords)} ${plannerLink(request)}
      ${filterForm({
        action: '/staff/meetings',
        label: 'Filter meetings',
        fields: html`${select({
          name: 'body',
          label: { text: 'Body' },
          items: [{ value: '', text: 'All bodies' }, ...Array.from(names, ([value, text]) => ({ value, text })).filter(({ value }) => listed.has(value) || value === body)],
          value: body ?? '',
        })}
        ${select({
          name: 'need',
          label: { text: 'What needs doing' },
          items: needs.map((value) => ({ value, text: needWords[value] })),
          value: need,
        })}
        ${dayInput({ name: 'from', label: 'From', isFormatSaid: false, value: fromText, error: faultFor(refusal, 'from') })}`,
        ...(isFiltered ? { clear: '/staff/meetings' } : {}),
      })}
      ${shown.length === 0 ? nothing(request, need, from ?? usual) : list(shown, names, { today, from: from ?? usual, need })}
      ${cursorPagination({ label: 'More meetings', ...(last === undefined ? {} : { next: { href: nextHref(query, last) } }) })}`,
    }
  },
}

const doneWords = {
  planned: 'The meetings are created and announced in the public calendar.',
  moved: 'The meeting is moved.',
  cancelled: 'The meeting is cancelled.',
  adjourned: 'The meeting is adjourned. Its business goes on at the meeting that you gave.',
}

function plannerLink({ context }: StaffRequest): Html | undefined {
  if (!context.may(context.actor, 'meetings.plan')) return undefined
  return button({ text: 'Plan meetings', href: '/staff/meetings/plan' })
}

function nothing({ today }: StaffRequest, need: Need, from: LocalDate): Html {
  const words: Readonly<Record<Need, string>> = {
    all: 'No meeting from this day on is in the calendar.',
    'to-publish': 'No agenda is waiting to be published.',
    late: `No agenda is late on ${formatDate(today)}.`,
    passed: `No meeting since ${formatDate(from)} passed without an agenda.`,
    changed: 'Nothing was changed since it was published.',
  }
  return html`<p class="govuk-body">${words[need]}</p>`
}

function nextHref(query: URLSearchParams, last: MeetingInList): string {
  const next = new URLSearchParams([...query].filter(([name]) => ['body', 'need', 'from'].includes(name)))
  next.set('after', placeText(last))
  return `/staff/meetings?${next.toString()}`
}

function list(meetings: readonly MeetingInList[], names: ReadonlyMap<string, string>, { today, from, need }: { readonly today: LocalDate; readonly from: LocalDate; readonly need: Need }): Html {
  const isDueSaid = need !== 'passed'
  return dataTable({
    caption: need === 'passed' ? `Meetings since ${formatDay(from)}, newest first` : `Meetings from ${formatDay(from)}`,
    columns: [{ heading: 'Meeting' }, ...(isDueSaid ? [{ heading: 'Agenda due' }] : []), { heading: 'State' }, { heading: 'Where' }],
    rows: meetings.map((meeting) => [whichMeeting(meeting, names), ...(isDueSaid ? [due(meeting, today)] : []), state(meeting, names, today), meeting.venue]),
  })
}

function whichMeeting({ id, body, date, time, title }: MeetingInList, names: ReadonlyMap<string, string>): Html {
  const name = html`${names.get(body) ?? body}<span class="govuk-visually-hidden">, ${formatDate(date)}</span>`
  return html`${link(`/staff/meetings/${id}`, name)}<br>${title === undefined ? undefined : html`${title}<br>`}<span class="gt-planned__when">${formatDay(date)}${time === undefined ? '' : `, ${formatTime(time)}`}</span>`
}

function state(meeting: MeetingInList, names: ReadonlyMap<string, string>, today: LocalDate): Html {
  const about = html`<span class="govuk-visually-hidden"> of ${names.get(meeting.body) ?? meeting.body}, ${formatDate(meeting.date)}</span>`
  return html`${meetingTag(meeting, today)} ${meeting.isOpen ? undefined : statusTag('Private', 'withheld')} ${meeting.isChanged ? statusTag('Changes not published', 'caution') : undefined}
    ${meeting.isAnnounced ? html`<br>${link(meetingAddress(meeting), html`Public page${about}`)}` : undefined}`
}

/** When the agenda is due, in words; only of meetings that still need one. */
export function due(meeting: Pick<MeetingInList, 'date' | 'status' | 'isOpen' | 'hasPublishedAgenda' | 'resumedFrom'>, today: LocalDate): Piece {
  if (!meeting.isOpen) return 'No public agenda'
  if (meeting.hasPublishedAgenda) return 'Published'
  if (meeting.status !== 'planned' || meeting.date < today) return 'None'
  if (meeting.resumedFrom !== undefined) return `Takes up the agenda of ${formatDate(meeting.resumedFrom)}`
  const found = agendaDue(meeting.date, today)
  if (found === undefined) return 'Cannot be counted: the bank holidays of that year are not known'
  return found.isLate ? html`${statusTag('Late', 'bad')} ${found.words}` : found.words
}
