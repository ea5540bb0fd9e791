import { formatDay } from '#core/date-words.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import { meetingAddress } from '../record/meeting.ts'
import { whenInWords } from '../record/meeting-words.ts'
import { republish } from './announce.ts'
import { mayBeCalledOff, readReason, type MeetingSeen } from './meeting-at-hand.ts'
import { turnMeeting } from './turn-meeting.ts'
import { instantOf } from '../speaking/moment.ts'

/** Cancels a meeting that has not been held: its public page says so with the reason, calendars that subscribe strike it out, and the members are told. */
export async function cancelMeeting(
  context: Context,
  app: MeetingsApp,
  seen: MeetingSeen,
  typed: { readonly reason: string },
): Promise<Outcome<{ told: number }>> {
  const reason = readReason(typed.reason)
  const said = reason.ok ? reason.value : ''
  return turnMeeting(context, app, seen, {
    turn: 'cancelled',
    may: async (found) => (reason.ok ? mayBeCalledOff(found) : reason),
    facts: (facts) => ({ ...facts, status: 'cancelled' }),
    follow: async ({ standing, meeting }, _facts, tx) => {
      if (standing !== undefined) await republish(
        tx,
        standing,
        { status: 'cancelled' },
        ['The meeting is cancelled.', ...(isOpenMeeting(meeting.facts) ? [said] : [])].join(' '),
        instantOf(context.today, app.now()),
      )
      return ok(undefined)
    },
    mail: ({ body }, facts) => ({
      subject: `Cancelled: ${body.name}, ${formatDay(facts.date)}`,
      lines: [`The ${body.name} will not meet on ${whenInWords(facts)}.`, '', `Reason: ${said}`, '', `${app.origin}${meetingAddress(facts)}`],
    }),
  })
}
