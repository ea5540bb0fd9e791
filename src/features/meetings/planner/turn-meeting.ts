import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { retimeAgenda } from '../agenda/retime-agenda.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { changeMeeting, markInStep, saveFacts, touchMeeting } from '../work/keep-meeting.ts'
import { tellSpeakers } from '../speaking/mail/tell-speakers.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'
import { fingerprintAfter, meetingAtHand, type MeetingAtHand, type MeetingSeen } from './meeting-at-hand.ts'
import { tell, toldOf } from './notices.ts'

/** What a turn of events does to a meeting. */
export interface TurnOfEvents {
  /** For the audit: "cancelled", "moved". */
  readonly turn: string
  /** Refused where the meeting is past this turn, or where what was typed cannot be used with it. */
  readonly may: (found: MeetingAtHand, tx: Transaction) => Promise<Outcome<void>>
  readonly facts: (facts: MeetingFacts) => MeetingFacts
  /** Whatever else is kept, and what the public reads from now on. */
  readonly follow: (found: MeetingAtHand, facts: MeetingFacts, tx: Transaction) => Promise<Outcome<void>>
  readonly mail: (found: MeetingAtHand, facts: MeetingFacts) => { readonly subject: string; readonly lines: readonly string[] }
}

/**
 * Takes a meeting through a turn of events in one transaction: its record, what the public reads and the members' notices go together. Refused as a
 * conflict where somebody else changed the meeting since the officer saw it.
 */
export async function turnMeeting(context: Context, app: MeetingsApp, seen: MeetingSeen, events: TurnOfEvents): Promise<Outcome<{ told: number }>> {
  const deed = { verb: 'meetings.plan', subject: { kind: 'meeting', id: seen.id.slice(0, 100) }, detail: { turn: events.turn } }
  const fingerprint = await fingerprintAfter(context, app, seen, events.facts)
  return act(context, deed, async (tx): Promise<Outcome<{ told: number }>> => {
    const found = await meetingAtHand(tx.reader, seen.id)
    if (!found.ok) return found
    const { meeting, body } = found.value
    const may = await events.may(found.value, tx)
    if (!may.ok) return may
    const changed = await changeMeeting(tx, meeting.id, seen.revision, app.now())
    if (!changed.ok) return changed
    const facts = events.facts(meeting.facts)
    await saveFacts(tx, meeting.id, facts)
    if (facts.time !== meeting.facts.time) await retimeAgenda(tx, meeting.id)
    if (fingerprint !== undefined) await markInStep(tx, meeting.id, fingerprint)
    // A file from which the meeting was loaded must not call it together again unseen.
    if (facts.status === 'cancelled' || facts.status === 'adjourned') await touchMeeting(tx, meeting.id, app.now())
    const followed = await events.follow(found.value, facts, tx)
    if (!followed.ok) return followed
    await app.followAgendas?.(tx, { body: facts.body, context, app })
    const { subject, lines } = events.mail(found.value, facts)
    const speakers = await tellSpeakers(tx, meeting.id, subject, lines)
    if (!speakers.ok) return speakers
    const told = await tell(tx, await toldOf(tx.reader, body.slug, meeting.facts.date), subject, lines)
    return told.ok ? ok({ told: told.value }) : told
  })
}
