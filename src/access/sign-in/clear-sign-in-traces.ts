import { forgetExpiredInvitations } from '../accounts/invitation-store.ts'
import type { Context } from '../act.ts'
import { actorKey } from '../actor.ts'
import { forgetExpiredSessions } from '../sessions/session-store.ts'
import type { SessionLimits } from '../sessions/session-limits.ts'
import { forgetOldGuesses } from './guess-store.ts'

/** Clears away sessions, guesses and invitations whose time is over; each is worthless already, so this is housekeeping, not a deed. */
export function clearSignInTraces(context: Context, now: Date, limits: SessionLimits): Promise<void> {
  return context.database.write(actorKey(context.actor), async (tx) => {
    await forgetExpiredSessions(tx, now, limits)
    await forgetOldGuesses(tx, now)
    await forgetExpiredInvitations(tx, now)
  })
}
