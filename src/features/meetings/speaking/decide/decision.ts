import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { Standing } from '../speaking-request.ts'

/** A decision as it was typed. */
export interface TypedDecision {
  /** `accepted` or `declined`; anything else is no decision. */
  readonly decision: string
  readonly reason: string
}

export interface Decision {
  readonly state: 'accepted' | 'declined'
  readonly reason?: string
}

/** Of the meeting, as far as it matters for a decision. */
export interface MeetingState {
  readonly isCancelled: boolean
  readonly hasBegun: boolean
}

const longestReason = 1000

/**
 * Reads what an officer decides on a request. A reason is needed to decline, and whenever a decision that was given is changed; the speaker reads it.
 * Once the meeting has begun nobody new can be accepted and no answer is changed, but whoever was not answered still is.
 */
export function readDecision(typed: TypedDecision, standing: Standing, meeting: MeetingState): Outcome<Decision> {
  const { decision } = typed
  const reason = cleanText(typed.reason).trim()
  if (decision !== 'accepted' && decision !== 'declined') return refuse('invalid', '', [{ field: 'decision', message: 'Choose whether to accept or decline the request' }])
  const may = mayDecide(decision, standing, meeting)
  if (!may.ok) return may
  const isChange = standing.state !== 'asked'
  if (reason === '' && decision === 'declined') return wrongReason('Give the reason for declining: the person who asked reads it')
  if (reason === '' && isChange) return wrongReason('Give the reason for the change: the person who asked reads it')
  if (reason.length > longestReason) return wrongReason(`Shorten the reason to ${longestReason} characters`)
  return ok({ state: decision, ...(reason === '' ? {} : { reason }) })
}

function mayDecide(decision: Decision['state'], standing: Standing, meeting: MeetingState): Outcome<void> {
  if (standing.state === 'withdrawn') return refuse('not-now', 'The speaker has withdrawn this request, so there is nothing to decide.')
  if (standing.state === decision) return refuse('not-now', `This request is ${decision} already.`)
  if (decision === 'accepted' && meeting.isCancelled) return refuse('not-now', 'The meeting is cancelled, so nobody can be accepted. Decline the request, with the reason.')
  if (!meeting.hasBegun) return ok(undefined)
  if (decision === 'accepted') return refuse('not-now', 'The meeting has begun or is over, so nobody more can be accepted.')
  return standing.state === 'asked' ? ok(undefined) : refuse('not-now', 'The meeting has begun or is over: the answer that was given stands.')
}

/** Refused once there is nothing left to withdraw from. */
export function mayWithdraw(standing: Standing, meeting: MeetingState): Outcome<void> {
  if (standing.state === 'withdrawn') return refuse('not-now', 'This request is withdrawn already.')
  return meeting.hasBegun ? refuse('not-now', 'The meeting has begun or is over. Note below whether the person spoke.') : ok(undefined)
}

function wrongReason(message: string) {
  return refuse('invalid', '', [{ field: 'reason', message }])
}
