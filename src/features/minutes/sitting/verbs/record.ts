import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { instantOf, turnState, type MeetingFacts, type MeetingId, type MeetingsApp } from '#features/meetings'
import { addToLog, holdLog, isPressed, logOf, pressOn } from '../keep-log.ts'
import { mayRecord } from '../may-record.ts'
import { sittingFrom } from '../sitting-from.ts'
import { additionsFor } from './additions-for.ts'
import { sittingInHand } from './in-hand.ts'
import { noteDeclared } from './note-declared.ts'
import type { Wish } from './wish.ts'

/** One press of a button on the page of a sitting. */
export interface Press {
  readonly meeting: MeetingId
  /** Stands for this press: sent twice, it counts once. */
  readonly press: string
  /** The item for which it is recorded. */
  readonly item: number
  readonly wish: Wish
}

/**
 * Adds to the record of a sitting what one press says; whoever records at the same time waits, and nobody overwrites. Refused on a cancelled meeting, before its
 * day save for apologies and declarations, once its minutes are confirmed, and where it cannot have happened.
 */
export function record(context: Context, app: Pick<MeetingsApp, 'now'>, { meeting: id, press: mark, item, wish }: Press): Promise<Outcome<void>> {
  const press = pressOn(mark, [item, wish])
  const deed = { verb: 'minutes.take', subject: { kind: 'meeting', id }, detail: { does: wish.does, item } }
  return act(context, deed, async (tx): Promise<Outcome<void>> => {
    await holdLog(tx, id)
    if (await isPressed(tx.reader, id, press)) return ok(undefined)
    const hand = await sittingInHand(tx.reader, context, id)
    if (!hand.ok) return hand
    const { meeting, facts } = hand.value
    const may = mayRecord(meeting.facts, context.today, isOfAhead(wish) ? 'ahead' : 'on the day')
    if (!may.ok) return may
    if (item !== 0 && !meeting.items.some(({ number }) => number === item)) return refuse('not-found', 'The agenda has no such item.')
    const additions = additionsFor(wish, { sitting: sittingFrom(facts, item), log: await logOf(tx.reader, id), items: meeting.items, meeting: meeting.facts })
    if (!additions.ok) return additions
    const at = instantOf(context.today, app.now())
    const [added] = await addToLog(tx, id, additions.value, { by: nameOf(context), at, press })
    if (wish.does === 'declare') await noteDeclared(tx, wish.declaration, added, meeting.facts, hand.value.bodyName)
    return wish.does === 'close' && additions.value.length > 0 ? held(tx, id, meeting.facts, at) : ok(undefined)
  })
}

function isOfAhead({ does }: Wish): boolean {
  return does === 'apologies' || does === 'declare' || does === 'strike'
}

export function nameOf({ actor }: Context): string {
  return actor.kind === 'public' ? '' : actor.name
}

/** A meeting whose minutes are under way already stays as it is; so does one that was adjourned, which is not over with its day. */
function held(tx: Transaction, id: MeetingId, { status }: MeetingFacts, at: Date): Promise<Outcome<void>> {
  const stays = status === 'held' || status === 'adjourned' || status === 'minutes-draft'
  return stays ? Promise.resolve(ok(undefined)) : turnState(tx, id, { status: 'held', note: 'The meeting was held.', at })
}
