import { formatDate, formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Reader } from '#platform/database/database.ts'
import { details } from '#platform/pages/components/details.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput, timeInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { countClearWorkingDays, nonWorkingDay } from '#features/rules'
import { isOpenMeeting } from '../record/withheld.ts'
import { whenInWords } from '../record/meeting-words.ts'
import { agendaDue, type AgendaDue } from './agenda-due.ts'
import { calendarAround } from './calendar.ts'
import type { Clash } from './clashes.ts'
import { lengthOf } from './keep-length.ts'
import { mayBeCalledOff, type MeetingAtHand } from './meeting-at-hand.ts'
import { clearDaysAsked, moveMeeting, readMove, type Move } from './move-meeting.ts'
import { proposalsOf } from './proposals.ts'
import { reasonField } from './reason-field.ts'
import { turnPage } from './turn-page.ts'

interface MoveWithClashes {
  readonly move: Move
  /** What speaks against the new day. */
  readonly clashes: readonly Clash[]
}

/** `/staff/meetings/:meeting/move` */
export const movePage = turnPage<MoveWithClashes>({
  word: 'move',
  done: 'moved',
  title: 'Move this meeting',
  confirm: 'Move the meeting',
  may: (found) => mayBeCalledOff(found),
  fields: (found, typed, refusal) => html`
    ${dayInput({ name: 'date', label: 'New day', value: typed.text('date'), error: faultFor(refusal, 'date') })}
    ${timeInput({
      name: 'time',
      label: 'Time',
      value: typed.has('time') ? typed.text('time') : found.meeting.facts.time,
      error: faultFor(refusal, 'time'),
    })}
    ${reasonField(found, typed.text('reason'), refusal)}
    ${
      (faultFor(refusal, 'late-reason') !== undefined || typed.text('late-reason') !== '') &&
      textarea({
        name: 'late-reason',
        label: { text: 'The chair’s reason for urgency' },
        hint: { text: 'The public reads it, and the minutes state it.' },
        value: typed.text('late-reason'),
        rows: 3,
        error: faultFor(refusal, 'late-reason'),
      })
    }
  `,
  names: ['date', 'time', 'reason', 'late-reason'],
  read: readWithClashes,
  outlook: ({ agendaSince, ...found }, { move, clashes }, { today }) => [
    `The ${found.body.name} will meet on ${whenInWords({ date: move.date, ...given('time', move.time) })} in place of ${whenInWords(found.meeting.facts)}.`,
    ...clashes.map(({ words }) => html`<strong>Clash:</strong> ${words}`),
    ...(found.standing === undefined ? [] : ['The page of the old day says where the meeting went, and calendars that subscribe strike the old day out.']),
    ...(isOpenMeeting(found.meeting.facts) ? (agendaSince === undefined ? beforePublication(move, today) : afterPublication({ since: agendaSince, isStated: found.standing?.meeting.issuedSource !== 'computed' }, move, today)) : []),
  ],
  warning: ({ move }) => {
    const why = nonWorkingDay(move.date)
    return why === undefined ? undefined : `${formatDay(move.date)} is not a working day (${why}).`
  },
  deed: (context, app, seen, found, { move }) => moveMeeting(context, app, seen, found, move),
  day: (_found, { move }) => move.date,
})

async function readWithClashes(reader: Reader, found: MeetingAtHand, typed: PostedForm, { today }: StaffRequest): Promise<Outcome<MoveWithClashes>> {
  const read = await readMove(
    reader,
    found,
    { date: typed.text('date'), time: typed.text('time'), reason: typed.text('reason'), lateReason: typed.text('late-reason') },
    today,
  )
  if (!read.ok) return read
  const move = read.value
  const { facts, id } = found.meeting
  const calendar = await calendarAround(reader, { from: move.date, to: move.date })
  const frame = {
    body: facts.body,
    minutes: (await lengthOf(reader, id)) ?? calendar.templateOf(facts.body).usual.minutes,
    kind: 'public' as const,
    ...given('venue', facts.venue)
  }
  const slots = calendar.slots.filter((slot) => slot.body !== facts.body || slot.date !== facts.date)
  const [proposal] = proposalsOf(frame, [{ date: move.date, ...given('time', move.time) }], { ...calendar, slots }, today)
  return ok({ move, clashes: proposal?.clashes ?? [] })
}

function beforePublication(move: Move, today: LocalDate): Piece[] {
  const due = agendaDue(move.date, today)
  if (due === undefined) return []
  const late = due.isLate ? ' That is over: to publish it later the chair must give a reason for urgency, which the public reads.' : ''
  return [html`The agenda is not published yet. It is then due by ${due.words}.${late} ${working(due)}`]
}

function working(due: AgendaDue | undefined): Html | undefined {
  if (due === undefined) return undefined
  return details({
    summary: 'How the five clear working days are counted',
    content: html`<ol class="govuk-list govuk-list--number">${due.working.map((step) => html`<li>${step}</li>`)}</ol>`,
  })
}

/** The five clear working days, for an agenda that the public has already, and for the notice of the new day. */
function afterPublication({ since, isStated }: { readonly since: LocalDate; readonly isStated: boolean }, move: Move, today: LocalDate): Piece[] {
  const [open, notice] = [countClearWorkingDays(since, move.date), countClearWorkingDays(today, move.date)]
  return [
    'The published agenda and its papers are published again for the new day, in a pack with its date. What was not published stays unpublished.',
    ...(open.ok ? [html`${isStated ? `The agenda has been public since ${formatDate(since)}` : `No day is stated on which the agenda was published; it was due by ${formatDate(since)}`}: ${clearDays(open.value)} clear between then and ${formatDay(move.date)}. The law
          asks for ${clearDaysAsked} (Local Government Act 1972, section 100B). ${working(agendaDue(move.date, today))}`] : []),
    ...(notice.ok ? [`Notice of the new day is given today, ${formatDate(today)}: ${clearDays(notice.value)} clear between. ${enough(notice.value)}`] : []),
    ...(move.lateReason === undefined ? [] : [html`The public reads the chair’s reason: “${move.lateReason}”`]),
  ]
}

/** Local Government Act 1972 s100A(6)(a): five clear days or, where a meeting is called at shorter notice, notice when it is called. */
function enough(clear: number): string {
  if (clear >= clearDaysAsked) return 'That is enough.'
  return `That is fewer than ${clearDaysAsked}: notice must then be given when the meeting is called (section 100A(6)), so do not wait.`
}

function clearDays(count: number): string {
  return count === 1 ? '1 working day lies' : `${count} working days lie`
}
