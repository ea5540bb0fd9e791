import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '../act.ts'
import { endSession } from '../sessions/session-store.ts'

/** Ends the session at once; `hash` is what the database keeps of its token. */
export function signOut(context: Context, hash: string): Promise<Outcome<void>> {
  const id = context.actor.kind === 'person' ? context.actor.account : 'unknown'
  return act(context, { verb: 'access.sign-out', subject: { kind: 'account', id } }, async (tx) => {
    await endSession(tx, hash)
    return ok(undefined)
  })
}
