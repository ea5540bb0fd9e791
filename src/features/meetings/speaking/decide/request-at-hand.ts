import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { publishedMeeting, type MeetingVersion } from '../../publication/published-meetings.ts'
import { changeRequest, type RequestChange } from '../keep-request.ts'
import type { Letter, LetterAbout } from '../mail/letters.ts'
import { momentOf } from '../moment.ts'
import { meetingFacts, requestOf } from '../read-requests.ts'
import { hasBegun } from '../speaking-at.ts'
import type { RequestId, SpeakingRequest } from '../speaking-request.ts'
import type { MeetingState } from './decision.ts'

/** A request with the meeting that it is for, as the public reads that. */
export interface RequestAtHand {
  readonly request: SpeakingRequest
  readonly published: MeetingVersion
}

/** Which request, as the officer saw it. */
export interface RequestSeen {
  readonly id: string
  readonly revision: number
}

export const noRequest = refuse('not-found', 'There is no such request to speak.')

const changedMeanwhile = refuse('conflict', 'Somebody else changed this request while you had it open, so nothing was saved. It stands below as it is now. What you typed is still here.')

/** Reads the request that an address names, and its meeting, in three queries. */
async function requestAtHand(reader: Reader, id: string): Promise<Outcome<RequestAtHand>> {
  const request = isId(id) ? await requestOf(reader, id) : undefined
  const facts = request && (await meetingFacts(reader, request.meeting))
  const published = facts && (await publishedMeeting(reader, facts.body, facts.date))
  return request === undefined || published === undefined ? noRequest : ok({ request, published })
}

function isId(text: string): text is RequestId {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
}

/** What the day and the state of its meeting allow for a request. */
export function meetingState({ published: { meeting } }: RequestAtHand, context: Context, now: Date): MeetingState {
  return { isCancelled: meeting.status === 'cancelled', hasBegun: hasBegun(meeting, momentOf(context.today, now)) }
}

/** What is changed of a request, and what the speaker is told. */
export interface RequestTurn {
  readonly change: RequestChange
  readonly letter?: (about: LetterAbout) => Letter
}

/** Changes a request in one transaction with its letter. Refused as a conflict where somebody else changed it since the officer saw it. */
export async function turnRequest(
  context: Context,
  app: Pick<MeetingsApp, 'origin'>,
  seen: RequestSeen,
  detail: Readonly<Record<string, string>>,
  turn: (found: RequestAtHand, tx: Transaction) => Promise<Outcome<RequestTurn>>,
): Promise<Outcome<void>> {
  const deed = { verb: 'speaking.decide', subject: { kind: 'speaking-request', id: seen.id.slice(0, 100) }, detail }
  return act(context, deed, async (tx): Promise<Outcome<void>> => {
    const found = await requestAtHand(tx.reader, seen.id)
    if (!found.ok) return found
    const { request } = found.value
    if (request.revision !== seen.revision) return changedMeanwhile
    const turned = await turn(found.value, tx)
    if (!turned.ok) return turned
    if (!(await changeRequest(tx, request.id, seen.revision, turned.value.change))) return changedMeanwhile
    return writeTo(tx, app, found.value, turned.value.letter)
  })
}

/** Nobody is written to whose details were cleared. */
async function writeTo(tx: Transaction, app: Pick<MeetingsApp, 'origin'>, { request, published }: RequestAtHand, letter: RequestTurn['letter']): Promise<Outcome<void>> {
  const { asking, reference, item, isLate } = request
  if (asking === undefined || letter === undefined) return ok(undefined)
  return queueMail(tx, { to: asking.email, ...letter({ meeting: published.meeting, origin: app.origin, reference, item, isLate }) })
}
