import { formatDate, formatDay } from '#core/date-words.ts'
import { weekday, type LocalDate, type LocalTime } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { backTimetable } from '../agenda/back-timetable.ts'
import { agendaDue, firstDayInTime } from './agenda-due.ts'
import type { Calendar } from './calendar.ts'
import { clashesOf, type Clash, type Slot } from './clashes.ts'
import { nearestFreeDay } from './free-day.ts'
import type { PlanFrame } from './plan.ts'

/** A day and time that somebody proposes. */
export interface ProposedTime {
  readonly date: LocalDate
  readonly time?: LocalTime
}

/** A proposed meeting with what speaks against its day. */
export interface Proposal extends ProposedTime {
  readonly clashes: readonly Clash[]
  /** The nearest day without a clash, where the proposed one has some. */
  readonly suggestion?: LocalDate
}

/** Holds each proposed day against the calendar and against the others of the same plan. */
export function proposalsOf(frame: PlanFrame, times: readonly ProposedTime[], calendar: Calendar, today: LocalDate): Proposal[] {
  const inTime = frame.kind === 'public' ? firstDayInTime(today) : today
  const slots = times.map((proposed): Slot => ({
    body: frame.body,
    date: proposed.date,
    minutes: frame.minutes,
    ...given('time', proposed.time),
    ...given('venue', frame.venue)
  }))
  return slots.map((slot, index) => {
    const others = [...calendar.slots, ...slots.filter((_, other) => other !== index)]
    const clashes = [...tooSoon(slot.date, today, inTime), ...reportsLate(frame, slot, today, calendar), ...clashesOf(slot, others, calendar.bodies)]
    const suggestion = clashes.length === 0 ? undefined : nearestFreeDay(slot, others, calendar.bodies, inTime)
    return { date: slot.date, ...given('time', slot.time), clashes, ...given('suggestion', suggestion) }
  })
}

/** A day that is over, or one whose agenda could no longer be published five clear working days before (Local Government Act 1972 s100B). */
function tooSoon(day: LocalDate, today: LocalDate, inTime: LocalDate): Clash[] {
  if (day < today) return [{ kind: 'over', words: 'It is over.' }]
  const due = day < inTime ? agendaDue(day, today) : undefined
  return due === undefined ? [] : [{
    kind: 'too-soon',
    words: `Its agenda was due by ${formatDay(due.day)}, five clear working days before: it can be published late only with the chair’s reason for urgency.`,
  }]
}

/** Of a day whose agenda is still in time, the days of its reports may be over already. */
function reportsLate({ kind, body }: PlanFrame, { date }: Slot, today: LocalDate, calendar: Calendar): Clash[] {
  const timetable = kind === 'public' ? backTimetable({ date }, calendar.templateOf(body).days) : undefined
  if (timetable === undefined || !timetable.ok || timetable.value.publication < today || timetable.value.draft >= today) return []
  const { draft, clearance } = timetable.value
  const passed = clearance < today ? `drafts (${formatDay(draft)}) and clearance (${formatDay(clearance)})` : `drafts (${formatDay(draft)})`
  return [{ kind: 'reports', words: `The days for ${passed} are over already: agree new days with the authors.` }]
}

/** Whether nothing keeps the body from meeting: reports that must be hurried do not. */
export function isFree(proposal: Proposal): boolean {
  return proposal.clashes.every(({ kind }) => kind === 'reports')
}

/** Whether the day cannot be used at all, whatever an officer decides. */
export function isImpossible(proposal: Proposal): boolean {
  return proposal.clashes.some(({ kind }) => kind === 'same-body' || kind === 'over')
}

/** What the officer was shown of a clash, by which it is known again when the meetings are created. */
export function clashKey(proposal: Proposal, clash: Clash): string {
  return `${proposal.date} ${clash.kind}`
}

export function keepsWeekday(proposal: Proposal): boolean {
  return proposal.suggestion !== undefined && weekday(proposal.suggestion) === weekday(proposal.date)
}

/** "12 May 2026, 9 June 2026 and 3 more" */
export function datesInWords(dates: readonly LocalDate[]): string {
  const shown = dates.slice(0, 3).map(formatDate)
  if (dates.length > 3) return `${shown.join(', ')} and ${dates.length - 3} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
