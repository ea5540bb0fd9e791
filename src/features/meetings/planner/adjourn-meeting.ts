import { formatDay } from '#core/date-words.ts'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { parseTime } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Context } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { retimeAgenda } from '../agenda/retime-agenda.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import { meetingAddress } from '../record/meeting.ts'
import { whenInWords } from '../record/meeting-words.ts'
import { daysLeft, leftInWords } from '../work/days-left.ts'
import { insertMeeting } from '../work/keep-meeting.ts'
import type { ItemId, MeetingFacts } from '../work/meeting-in-work.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { announce, republish } from './announce.ts'
import { copyItems } from './copy-items.ts'
import { readReason, type MeetingAtHand, type MeetingSeen } from './meeting-at-hand.ts'
import { skippedTime, wrongHolidays } from './possible-day.ts'
import { nothingClosedSince } from './still-published.ts'
import { turnMeeting } from './turn-meeting.ts'
import { instantOf } from '../speaking/moment.ts'

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
  readonly time: LocalTime
  readonly reason: string
  readonly items: readonly ItemId[]
}

/** Reads an adjournment and holds it against the meeting and the calendar of its body. */
export async function readAdjournment(
  reader: Reader,
  found: MeetingAtHand,
  typed: TypedAdjournment,
  today: LocalDate,
): Promise<Outcome<Adjournment>> {
  const may = mayBeAdjourned(found, today)
  if (!may.ok) return may
  const { meeting, body } = found
  const [date, time, reason] = [parseTypedDay(typed.date), parseTime(typed.time), readReason(typed.reason)]
  const items = meeting.items.filter(({ id }) => typed.items.includes(id)).map(({ id }) => id)
  const faults: Fault[] = reason.ok ? [] : [...reason.refusal.faults]
  if (date === undefined) faults.push({
    field: 'date',
    found: typed.date.slice(0, 100),
    message: 'Give the day on which the meeting goes on, such as 14 April 2026',
  })
  else if (date <= meeting.facts.date || date < today) faults.push({
    field: 'date',
    found: date,
    message: 'Give a later day: a meeting that goes on the same day is not adjourned to another',
  })
  else faults.push(...wrongHolidays(date), ...skippedTime(date, time))
  if (time === undefined) faults.push({ field: 'time', found: typed.time.slice(0, 50), message: 'Give the time at which it goes on, as 14:00' })
  if (items.length === 0 && meeting.items.length > 0) faults.push({ field: 'items', message: 'Tick the items that go on' })
  if (date === undefined || time === undefined || !reason.ok || faults.length > 0) return refuse('invalid', '', faults)
  const [left] = await daysLeft(reader, { body: body.slug, from: date, to: date })
  if (left !== undefined) return refuse('conflict', '', [{ field: 'date', found: date, message: leftInWords(left) }])
  return (await meetingIdOn(reader, body.slug, date)) === undefined ? ok({ date, time, reason: reason.value, items }) : dayTaken(date)
}

function dayTaken(date: LocalDate) {
  return refuse('conflict', '', [{ field: 'date', found: date, message: `The body has a meeting on ${formatDay(date)} already` }])
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
  if (facts.status === 'planned' || facts.status === 'agenda-published' || facts.status === 'held') return nothingClosedSince(found)
  return refuse(
    'not-now',
    facts.status === 'adjourned' ? 'This meeting was adjourned already.' : 'This meeting was cancelled, or its minutes are written, so it cannot be adjourned.',
  )
}

/** Adjourns a meeting to another day: a new meeting of that day takes up the items that go on, with their papers, and each names the other in public. */
export async function adjournMeeting(
  context: Context,
  app: MeetingsApp,
  seen: MeetingSeen,
  adjournment: Adjournment,
): Promise<Outcome<{ told: number }>> {
  const { date, time, reason, items } = adjournment
  return turnMeeting(context, app, seen, {
    turn: `adjourned to ${date}`,
    may: async (now, tx) => {
      const checked = await readAdjournment(tx.reader, now, adjournment, context.today)
      return checked.ok ? ok(undefined) : checked
    },
    facts: (facts) => ({ ...facts, status: 'adjourned', resumesOn: date }),
    follow: async (now, _facts, tx) => {
      const resumed = await insertMeeting(tx, resumedFacts(now.meeting.facts, adjournment), app.now())
      if (!resumed.ok) return dayTaken(date)
      await copyItems(tx, now.meeting, resumed.value, items)
      await retimeAgenda(tx, resumed.value)
      await publishAdjournment(tx, now, adjournment, instantOf(context.today, app.now()))
      return ok(undefined)
    },
    mail: ({ body }, facts) => ({
      subject: `Adjourned: ${body.name}, ${formatDay(facts.date)}`,
      lines: [
        `The meeting of the ${body.name} on ${whenInWords(facts)} was adjourned.`,
        `It resumes on ${whenInWords({ date, time })}.`,
        '',
        `Reason: ${reason}`,
        '',
        `${app.origin}${meetingAddress({ body: body.slug, date })}`,
      ],
    }),
  })
}

async function publishAdjournment(tx: Transaction, { standing, body, meeting }: MeetingAtHand, adjournment: Adjournment, at: Date): Promise<void> {
  const { date, reason } = adjournment
  const why = isOpenMeeting(meeting.facts) ? ` ${reason}` : ''
  if (standing !== undefined) await republish(
    tx,
    standing,
    { status: 'adjourned', resumesOn: date },
    `The meeting was adjourned to ${whenInWords(adjournment)}.${why}`,
    at,
  )
  await announce(
    tx,
    resumedFacts(meeting.facts, adjournment),
    body,
    at,
    `Announced in the calendar: resumes the meeting of ${formatDay(meeting.facts.date)}.`,
  )
}

/** What the new day takes over: place, contact and kind, not what belonged to the first day alone. */
function resumedFacts(facts: MeetingFacts, { date, time }: Pick<Adjournment, 'date' | 'time'>): MeetingFacts {
  const {
    issued: _issued,
    issuedSource: _source,
    lateReason: _late,
    movedTo: _to,
    movedFrom: _from,
    resumesOn: _on,
    correction: _correction,
    source: _record,
    ...rest
  } = facts
  return { ...rest, date, ...given('time', time), status: 'planned', resumedFrom: facts.date }
}
