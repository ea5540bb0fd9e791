import { formatDay } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import { parseTime } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Reader } from '#platform/database/database.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import { daysLeft, leftInWords } from '../work/days-left.ts'
import type { ItemId, MeetingFacts, MeetingId, MeetingInWork } from '../work/meeting-in-work.ts'
import { meetingIdOn, meetingInWork } from '../work/read-work.ts'
import { readReason, type MeetingAtHand } from './meeting-at-hand.ts'
import { skippedTime, wrongHolidays } from './possible-day.ts'
import { nothingClosedSince } from './still-published.ts'

/** An adjournment as it was typed. */
export interface TypedAdjournment {
  readonly date: string
  readonly time: string
  readonly reason: string
  /** The ids of the items that go on. */
  readonly items: readonly string[]
}

export interface Adjournment {
  readonly date: LocalDate
  /** Left out where the business stands over to a meeting whose time is not known. */
  readonly time?: LocalTime
  readonly reason: string
  readonly items: readonly ItemId[]
  /** The meeting that the body has on that day already, to which the business stands over; left out where a meeting of that day is made for it. */
  readonly onto?: { readonly meeting: MeetingId; readonly isIssued: boolean }
}

/** Reads an adjournment and holds it against the meeting and the calendar of its body. Where the body meets on that day already, the business stands over to that meeting, at its time. */
export async function readAdjournment(reader: Reader, found: MeetingAtHand, typed: TypedAdjournment, today: LocalDate): Promise<Outcome<Adjournment>> {
  const may = mayBeAdjourned(found, today)
  if (!may.ok) return may
  const { meeting, body } = found
  const [date, reason] = [parseTypedDay(typed.date), readReason(typed.reason)]
  const items = meeting.items.filter(({ id }) => typed.items.includes(id)).map(({ id }) => id)
  const next = date === undefined ? undefined : await meetingOn(reader, body.slug, date)
  const time = next === undefined ? parseTime(typed.time) : next.facts.time
  const faults: Fault[] = [
    ...(reason.ok ? [] : reason.refusal.faults),
    ...wrongDay(date, typed.date, meeting.facts, today),
    ...(date === undefined ? [] : skippedTime(date, time)),
    ...(time === undefined && next === undefined ? [{ field: 'time', found: typed.time.slice(0, 50), message: 'Give the time at which it goes on, as 14:00' }] : []),
    ...(items.length === 0 && meeting.items.length > 0 ? [{ field: 'items', message: 'Tick the items that go on' }] : []),
  ]
  if (date === undefined || !reason.ok || faults.length > 0) return refuse('invalid', '', faults)
  const [left] = await daysLeft(reader, { body: body.slug, from: date, to: date })
  if (left !== undefined) return refuse('conflict', '', [{ field: 'date', found: date, message: leftInWords(left) }])
  if (next !== undefined && !mayTakeBusiness(next.facts, meeting.facts)) return dayTaken(date)
  return ok({ date, ...given('time', time), reason: reason.value, items, ...given('onto', next && { meeting: next.id, isIssued: next.facts.status !== 'planned' }) })
}

async function meetingOn(reader: Reader, body: string, date: LocalDate): Promise<MeetingInWork | undefined> {
  const id = await meetingIdOn(reader, body, date)
  return id === undefined ? undefined : meetingInWork(reader, id)
}

function wrongDay(date: LocalDate | undefined, found: string, facts: MeetingFacts, today: LocalDate): Fault[] {
  const fault = (message: string): Fault[] => [{ field: 'date', found: found.slice(0, 100), message }]
  if (date === undefined) return fault('Give the day on which the meeting goes on, such as 14 April 2026')
  if (date === facts.date) return fault('Give a later day. A break within the day is no adjournment to another: say in the minutes when the meeting broke off and when it went on')
  return date < facts.date || date < today ? fault('Give a later day') : wrongHolidays(date)
}

/** A meeting to come takes up what stands over from another that is as open as it is; a private development session takes up none. */
function mayTakeBusiness(next: MeetingFacts, from: MeetingFacts): boolean {
  const isToCome = next.status === 'planned' || next.status === 'agenda-published'
  return isToCome && !next.privateDevelopment && isOpenMeeting(next) === isOpenMeeting(from)
}

export function dayTaken(date: LocalDate) {
  return refuse('conflict', '', [{ field: 'date', found: date, message: `The body has a meeting on ${formatDay(date)} already, and it cannot take up this business` }])
}

/**
 * Refused before the day of the meeting, where it was cancelled, adjourned or its minutes are written, and while something that was closed to the public
 * still stands published.
 */
export function mayBeAdjourned(found: Pick<MeetingAtHand, 'meeting' | 'standing'>, today: LocalDate): Outcome<void> {
  const { facts } = found.meeting
  if (facts.date > today) return refuse(
    'not-now',
    'A meeting can be adjourned on its day or afterwards. Before its day it can be moved or cancelled.',
  )
  const wasAdjourned = facts.status === 'adjourned' || facts.resumesOn !== undefined
  if (!wasAdjourned && (facts.status === 'planned' || facts.status === 'agenda-published' || facts.status === 'held')) return nothingClosedSince(found)
  return refuse('not-now', wasAdjourned ? 'This meeting was adjourned already.' : 'This meeting was cancelled, or its minutes are written, so it cannot be adjourned.')
}
