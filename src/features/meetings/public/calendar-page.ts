import { formatTime, monthName } from '#core/date-words.ts'
import { firstOfMonth, weekday, yearOf, type LocalDate } from '#core/dates.ts'
import { refuse } from '#core/outcome.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { bodyNames } from '#features/bodies'
import { monthText, monthsAround, placeText, readCalendarQuery, weeksOf, type CalendarQuery } from './calendar-query.ts'
import { meetingAddress } from '../record/meeting.ts'
import { statusInWords } from '../record/meeting-words.ts'
import { meetingsList } from './meetings-list.ts'
import { meetingsInList, type MeetingInList } from '../publication/published-meetings.ts'

const pageSize = 25
/** No body meets so often; a month view shows them all. */
const mostInMonth = 400

/** `/meetings`: coming or past meetings in pages, or a month, of one body or all. */
export async function calendarPage(request: PublicRequest): Promise<Answer> {
  const bodies = await bodyNames(request.read)
  const { asked, faults } = readCalendarQuery(request.query, bodies)
  const refusal = faults.length === 0 ? undefined : refuse('invalid', 'Some of what was asked for could not be understood, and is left out.', faults).refusal
  const answer = asked.month === undefined ? await listView(request, asked) : await monthView(request, asked, asked.month)
  const feed = asked.body === undefined ? '' : `?body=${asked.body}`
  return {
    kind: 'page',
    title: asked.month === undefined ? (asked.when === 'past' ? 'Past meetings' : 'Coming meetings') : `Meetings in ${monthName(asked.month)} ${yearOf(asked.month)}`,
    description: 'When the boards and panels meet, with agendas and papers.',
    crumbs: [{ text: 'Home', href: '/' }],
    ...(refusal === undefined ? {} : { status: 400, hasFaults: true }),
    alternates: [
      { type: 'text/calendar', href: `/meetings.ics${feed}`, title: 'Meetings as a calendar' },
      { type: 'application/atom+xml', href: `/meetings.atom${feed}`, title: 'Agendas and papers as they are published' },
    ],
    body: html`${refusal === undefined ? undefined : faultSummary(refusal)} ${filters(request, bodies, asked, refusal)} ${views(asked, request.today)} ${answer}
      <p class="govuk-body">Subscribe: <a class="govuk-link" href="/meetings.ics${feed}">calendar (.ics)</a> or <a class="govuk-link" href="/meetings.atom${feed}">news feed (Atom)</a>.</p>`,
  }
}

function filters(request: PublicRequest, bodies: ReadonlyMap<string, string>, asked: CalendarQuery, refusal: ReturnType<typeof refuse>['refusal'] | undefined): Html {
  return filterForm({
    action: '/meetings',
    label: 'Choose meetings',
    fields: [
      select({
        name: 'body',
        id: 'body',
        label: { text: 'Body' },
        items: [{ value: '', text: 'All bodies' }, ...Array.from(bodies, ([value, text]) => ({ value, text }))],
        value: asked.body ?? '',
        error: faultFor(refusal, 'body'),
      }),
      select({
        name: 'when',
        id: 'when',
        label: { text: 'When' },
        items: [
          { value: 'coming', text: 'Coming' },
          { value: 'past', text: 'Past' },
        ],
        value: asked.when,
        error: faultFor(refusal, 'when'),
      }),
      input({ name: 'month', id: 'month', type: 'month', label: { text: 'Or one month' }, hint: { text: 'For example, 2023-07' }, value: request.query.get('month') ?? '', classes: 'govuk-input--width-10', error: faultFor(refusal, 'month') }),
    ],
    submit: 'Show meetings',
    clear: '/meetings',
  })
}

function address(asked: CalendarQuery, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ ...(asked.body === undefined ? {} : { body: asked.body }), ...more })
  return query.size === 0 ? '/meetings' : `/meetings?${query.toString()}`
}

function views(asked: CalendarQuery, today: LocalDate): Html {
  return html`<p class="govuk-body gt-views">
    <a class="govuk-link" href="${address(asked, {})}">Coming meetings</a> · <a class="govuk-link" href="${address(asked, { when: 'past' })}">Past meetings</a> ·
    <a class="govuk-link" href="${address(asked, { month: monthText(firstOfMonth(asked.month ?? today)) })}">Month view</a>
  </p>`
}

async function listView(request: PublicRequest, asked: CalendarQuery): Promise<Html> {
  const isPast = asked.when === 'past'
  const found = await meetingsInList(request.read, {
    body: asked.body,
    ...(isPast ? { before: request.today } : { from: request.today }),
    order: isPast ? 'last-to-first' : 'first-to-last',
    limit: pageSize + 1,
    after: asked.after,
  })
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  if (last === undefined) return html`<p class="govuk-body">${isPast ? 'No meetings before today are recorded here.' : 'No meetings are planned from today on.'} <a class="govuk-link" href="${address(asked, isPast ? {} : { when: 'past' })}">${isPast ? 'See coming meetings' : 'See past meetings'}</a>.</p>`
  const when = isPast ? { when: 'past' } : {}
  return html`${meetingsList(shown, { today: request.today, headingLevel: 2, heading: 'body' })}
  ${cursorPagination({
    label: 'Pages of meetings',
    ...(asked.after === undefined ? {} : { previous: { href: address(asked, when), label: 'Back to the first page' } }),
    ...(found.length > pageSize ? { next: { href: address(asked, { ...when, after: placeText(last) }), label: isPast ? 'Earlier meetings' : 'Later meetings' } } : {}),
  })}`
}

async function monthView(request: PublicRequest, asked: CalendarQuery, first: LocalDate): Promise<Html> {
  const around = monthsAround(first)
  const meetings = await meetingsInList(request.read, { body: asked.body, from: first, before: around.after, order: 'first-to-last', limit: mostInMonth })
  const link = (month: LocalDate, label: string) => ({ href: address(asked, { month: monthText(month) }), label: `${label}: ${monthName(month)} ${yearOf(month)}` })
  return html`${monthTable(first, meetings, request.today)}
  ${cursorPagination({ label: 'Months', previous: link(around.before, 'Month before'), next: link(around.after, 'Month after') })}`
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function monthTable(first: LocalDate, meetings: readonly MeetingInList[], today: LocalDate): Html {
  return html`<table class="govuk-table gt-month">
    <caption class="govuk-table__caption govuk-table__caption--m">${monthName(first)} ${yearOf(first)}: ${meetings.length === 1 ? 'one meeting' : `${meetings.length} meetings`}</caption>
    <thead>
      <tr>
        ${weekdays.map((name) => html`<th scope="col" class="govuk-table__header"><abbr title="${name}">${name.slice(0, 3)}</abbr></th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeksOf(first, weekday).map((week) => html`<tr>${week.map((day) => dayCell(day, meetings, today))}</tr>`)}
    </tbody>
  </table>`
}

function dayCell(day: LocalDate | undefined, meetings: readonly MeetingInList[], today: LocalDate): Html {
  if (day === undefined) return html`<td class="gt-month__empty"></td>`
  const onDay = meetings.filter((meeting) => meeting.date === day)
  const classes = ['gt-month__day', ...(onDay.length > 0 ? ['gt-month__day--meets'] : []), ...(day === today ? ['gt-month__day--today'] : [])].join(' ')
  return html`<td class="${classes}">
    <time class="gt-month__number" datetime="${day}">${Number(day.slice(8))}${day === today ? html`<span class="govuk-visually-hidden"> (today)</span>` : undefined}</time>
    ${onDay.length === 0 ? undefined : html`<ul class="gt-month__meetings">${onDay.map((meeting) => html`<li>${meeting.time === undefined ? '' : formatTime(meeting.time)} <a class="govuk-link" href="${meetingAddress(meeting)}">${meeting.bodyName}</a>${calledOff(meeting)}</li>`)}</ul>`}
  </td>`
}

/** What became of a meeting that is not held on its day. */
function calledOff({ status, movedTo }: MeetingInList): Html | undefined {
  return status === 'cancelled' || status === 'adjourned' ? html` <strong>${statusInWords(status, movedTo)}</strong>` : undefined
}
