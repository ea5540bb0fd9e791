import type { Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { notAllowed, recordRefusal, type Context, type Deed } from './act.ts'
import { actorKey } from './actor.ts'

/** Reads for somebody who may: one read-only staff transaction. A refusal for want of permission is recorded; what was read is not. */
export async function look<T>(context: Context, deed: Deed, reading: (reader: Reader) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  if (!context.may(context.actor, deed.verb)) return recordRefusal(context, deed, notAllowed(context, deed.verb))
  const outcome = await context.database.read(actorKey(context.actor), reading)
  return !outcome.ok && outcome.refusal.kind === 'not-allowed' ? recordRefusal(context, deed, outcome) : outcome
}
