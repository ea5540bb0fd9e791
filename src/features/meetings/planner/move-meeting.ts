import { formatDay } from '#core/date-words.ts'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { parseTime } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Context } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { isUniqueViolation } from '#platform/database/sql-errors.ts'
import { countClearWorkingDays } from '#features/rules'
import type { MeetingsApp } from '../meetings-app.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import { publishVersion, type NewVersion } from '../publication/publish-version.ts'
import { publishedMeeting } from '../publication/published-meetings.ts'
import { meetingAddress } from '../record/meeting.ts'
import { whenInWords } from '../record/meeting-words.ts'
import { daysLeft, leftInWords } from '../work/days-left.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { announce, republish } from './announce.ts'
import { mayBeCalledOff, readReason, type MeetingAtHand, type MeetingSeen } from './meeting-at-hand.ts'
import { movedAgenda } from './moved-agenda.ts'
import { skippedTime, wrongHolidays } from './possible-day.ts'
import { turnMeeting } from './turn-meeting.ts'
import { instantOf } from '../speaking/moment.ts'

/** Local Government Act 1972 s100B(3) with SI 2002/715. */
export const clearDaysAsked = 5

/** A move as it was typed. */
export interface TypedMove {
  readonly date: string
  readonly time: string
  readonly reason: string
  /** The chair's, where the agenda was not public for five clear working days before the new day. */
  readonly lateReason: string
}

export interface Move {
  readonly date: LocalDate
  readonly time?: LocalTime
  readonly reason: string
  readonly lateReason?: string
}

/** Reads a move and holds it against the meeting, the calendar of its body and the five clear working days of a published agenda. */
export async function readMove(reader: Reader, found: MeetingAtHand, typed: TypedMove, today: LocalDate): Promise<Outcome<Move>> {
  const may = mayBeCalledOff(found)
  if (!may.ok) return may
  const [date, time, reason] = [parseTypedDay(typed.date), parseTime(typed.time), readReason(typed.reason)]
  const faults: Fault[] = [
    ...wrongDay(date, typed.date, found, today),
    ...(typed.time !== '' && time === undefined ? [{ field: 'time', found: typed.time.slice(0, 50), message: 'Give the time as 14:00' }] : []),
    ...(date === undefined ? [] : skippedTime(date, time)),
    ...(reason.ok ? [] : reason.refusal.faults),
  ]
  if (date !== undefined && faults.length === 0 && asksLateReason(found, date) && typed.lateReason === '') faults.push(lateReasonMissing)
  if (date === undefined || !reason.ok || faults.length > 0) return refuse('invalid', '', faults)
  const [left] = await daysLeft(reader, { body: found.body.slug, from: date, to: date })
  // A meeting may move back to the day that it left itself.
  if (left !== undefined && left.movedTo !== found.meeting.facts.date) return refuse('conflict', '', [{ field: 'date', found: date, message: leftInWords(left) }])
  const standing = await meetingIdOn(reader, found.body.slug, date)
  if (standing !== undefined) return refuse(
    'conflict',
    '',
    [{ field: 'date', found: date, message: `The body has a meeting on ${formatDay(date)} already` }],
  )
  return ok({ date, ...given('time', time), reason: reason.value, ...given('lateReason', typed.lateReason || undefined) })
}

const lateReasonMissing: Fault = {
  field: 'late-reason',
  message: `The agenda will have been public for fewer than ${clearDaysAsked} clear working days. Give the chair’s reason for urgency, or choose a later day`,
}

function wrongDay(date: LocalDate | undefined, found: string, { meeting }: MeetingAtHand, today: LocalDate): Fault[] {
  const fault = (message: string): Fault[] => [{ field: 'date', found: found.slice(0, 100), message }]
  if (date === undefined) return fault('Give the new day, such as 14 April 2026')
  if (date === meeting.facts.date) return fault('This is the day that it has now. To change the time or the place alone, change the meeting’s facts')
  if (date < today) return fault('Give a day to come')
  return wrongHolidays(date)
}

/** Whether the chair must say why: a published agenda was not open for five clear working days before the new day. */
function asksLateReason({ agendaSince, meeting }: MeetingAtHand, date: LocalDate): boolean {
  if (agendaSince === undefined || meeting.facts.lateReason !== undefined) return false
  const days = countClearWorkingDays(agendaSince, date)
  return !days.ok || days.value < clearDaysAsked
}

/**
 * Moves a meeting to another day. Its record keeps its id and goes to the new day; in public the old day says where it went, and the new day has
 * whatever was published, a published agenda with its papers in a pack of the new date.
 */
export async function moveMeeting(
  context: Context,
  app: MeetingsApp,
  seen: MeetingSeen,
  found: MeetingAtHand,
  move: Move,
): Promise<Outcome<{ told: number }>> {
  const agenda = await movedAgenda(context, app, found, (facts) => movedFacts(facts, move))
  if (!agenda.ok) return agenda
  try {
    return await turnMeeting(context, app, seen, {
      turn: `moved to ${move.date}`,
      may: async (now, tx) => {
        const checked = await readMove(tx.reader, now, { ...move, time: move.time ?? '', lateReason: move.lateReason ?? '' }, context.today)
        return checked.ok ? ok(undefined) : checked
      },
      facts: (facts) => movedFacts(facts, move),
      follow: (now, facts, tx) => publishMove(tx, now, facts, move, agenda.value, instantOf(context.today, app.now())),
      mail: ({ meeting, body }, facts) => ({
        subject: `Moved: ${body.name}, ${formatDay(meeting.facts.date)}`,
        lines: [
          `The meeting of the ${body.name} on ${whenInWords(meeting.facts)} was moved.`,
          `It is now on ${whenInWords(facts)}.`,
          '',
          `Reason: ${move.reason}`,
          '',
          `${app.origin}${meetingAddress(facts)}`,
        ],
      }),
    })
  } catch (error) {
    // Somebody planned a meeting on that day in the moment between looking and saving.
    if (isUniqueViolation(error)) return refuse(
      'conflict',
      '',
      [{ field: 'date', found: move.date, message: `The body has a meeting on ${formatDay(move.date)} already` }],
    )
    throw error
  }
}

/** The same meeting on its new day; without a time where none is given. */
function movedFacts<Facts extends Pick<MeetingFacts, 'date' | 'time' | 'movedTo' | 'movedFrom' | 'lateReason'>>(facts: Facts, move: Move): Facts {
  const { time: _time, movedTo: _movedTo, ...rest } = facts
  return { ...(rest as Facts), date: move.date, movedFrom: facts.date, ...given('time', move.time), ...given('lateReason', move.lateReason) }
}

async function publishMove(
  tx: Transaction,
  { standing, body, meeting }: MeetingAtHand,
  facts: MeetingFacts,
  move: Move,
  agenda: Omit<NewVersion, 'version' | 'note'> | undefined,
  at: Date,
): Promise<Outcome<void>> {
  const why = isOpenMeeting(meeting.facts) ? [move.reason] : []
  const from = `moved from ${formatDay(meeting.facts.date)}.`
  if (standing !== undefined) await republish(
    tx,
    standing,
    { status: 'cancelled', movedTo: move.date },
    ['The meeting was moved to', `${whenInWords(facts)}.`, ...why].join(' '),
    at,
  )
  if (agenda === undefined) {
    await announce(tx, facts, body, at, ['Announced in the calendar:', from, ...why].join(' '))
  } else {
    const version = ((await publishedMeeting(tx.reader, body.slug, move.date))?.version ?? 0) + 1
    const same = standing === undefined ? {} : { sameItemsAs: { date: meeting.facts.date, version: standing.version } }
    await publishVersion(tx, { ...agenda, ...same, version, note: ['Agenda published: the meeting was', from, ...why].join(' ') }, at)
  }
  return ok(undefined)
}
