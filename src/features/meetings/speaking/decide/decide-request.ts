import { ok, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { acceptedLetter, declinedLetter, withdrawnLetter } from '../mail/letters.ts'
import { instantOf } from '../moment.ts'
import { mayWithdraw, readDecision, type TypedDecision } from './decision.ts'
import { meetingState, turnRequest, type RequestSeen } from './request-at-hand.ts'

type App = Pick<MeetingsApp, 'now' | 'origin'>

/** Accepts or declines a request to speak, or changes that before the meeting; the person is told by e-mail, whenever they asked. */
export function decideRequest(context: Context, app: App, seen: RequestSeen, typed: TypedDecision): Promise<Outcome<void>> {
  return turnRequest(context, app, seen, { decision: typed.decision.slice(0, 20) }, async (found) => {
    const read = readDecision(typed, found.request.standing, meetingState(found, context, app.now()))
    if (!read.ok) return read
    const { state, reason } = read.value
    return ok({
      change: { state, reason: reason ?? null, place: state === 'accepted' ? 'last' : null, ...deciding(context, app) },
      letter: (about) => (state === 'accepted' ? acceptedLetter(about, reason) : declinedLetter(about, reason ?? '')),
    })
  })
}

/** Takes a request back because the speaker asks for it; they are told that it is done. */
export function withdrawRequest(context: Context, app: App, seen: RequestSeen): Promise<Outcome<void>> {
  return turnRequest(context, app, seen, { decision: 'withdrawn' }, async (found) => {
    const may = mayWithdraw(found.request.standing, meetingState(found, context, app.now()))
    if (!may.ok) return may
    return ok({ change: { state: 'withdrawn', reason: null, place: null, ...deciding(context, app) }, letter: withdrawnLetter })
  })
}

function deciding(context: Context, app: App) {
  return { decided_by: context.actor.kind === 'public' ? '' : context.actor.name, decided_at: instantOf(context.today, app.now()) }
}
