import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { orderMark } from '../../agenda/order.ts'
import type { MeetingId } from '../../work/meeting-in-work.ts'
import { holdSpeakers, placeSpeakers } from '../keep-request.ts'
import { requestsOf } from '../read-requests.ts'
import type { RequestId, SpeakingRequest } from '../speaking-request.ts'

interface SpeakerMoved {
  readonly request: string
  readonly move: string
  /** The mark of the order that the officer saw. */
  readonly basedOn: string
}

/** Who speaks, in their order. */
export function speakersAmong(requests: readonly SpeakingRequest[]): SpeakingRequest[] {
  return requests.filter(({ standing }) => standing.state === 'accepted')
}

/** Stands for the order of the speakers that somebody saw. */
export function speakersMark(requests: readonly SpeakingRequest[]): string {
  return orderMark(speakersAmong(requests).map(({ id }) => id))
}

/** The order with one speaker a place further up or down; refused at its ends. */
export function steppedOrder(order: readonly RequestId[], speaker: string, move: string): Outcome<RequestId[]> {
  const from = order.findIndex((id) => id === speaker)
  const to = move === 'up' ? from - 1 : move === 'down' ? from + 1 : -1
  const moved = order[from]
  if (moved === undefined || to < 0 || to >= order.length) return refuse('not-now', 'This speaker cannot be moved there, so nothing was changed.')
  return ok(order.filter((id) => id !== moved).toSpliced(to, 0, moved))
}

/** Moves an accepted speaker up or down the list for the chair. Refused where the list is no longer the one that was seen. */
export function moveSpeaker(context: Context, meeting: MeetingId, { request, move, basedOn }: SpeakerMoved): Promise<Outcome<void>> {
  const deed = { verb: 'speaking.decide', subject: { kind: 'meeting', id: meeting }, detail: { move: move.slice(0, 10) } }
  return act(context, deed, async (tx) => {
    await holdSpeakers(tx, meeting)
    const requests = await requestsOf(tx.reader, meeting)
    if (speakersMark(requests) !== basedOn) return refuse('conflict', 'Somebody else changed the list of speakers meanwhile, so nothing was moved. This is how it stands now: move the speaker again.')
    const order = steppedOrder(speakersAmong(requests).map(({ id }) => id), request, move)
    if (!order.ok) return order
    await placeSpeakers(tx, order.value)
    return ok(undefined)
  })
}
