import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '../act.ts'
import { actorKey, type AccountId } from '../actor.ts'
import { endKeysOf } from '../keys/key-store.ts'
import { endSessionsOf } from '../sessions/session-store.ts'
import { findAccountByEmail, setDisabled } from './account-store.ts'
import { endInvitationsOf } from './invitation-store.ts'
import { endRoles } from './role-store.ts'

/** Why an account is closed: somebody left or must not come in, or nobody used it. */
export type Closing = 'left' | 'unused'

/** Closes an account at once: sessions, invitations and keys end, and no role is held from today. */
export async function disableAccount(context: Context, email: string, closing: Closing): Promise<Outcome<{ email: string }>> {
  const wanted = email.trim().toLowerCase()
  const account = await context.database.read(actorKey(context.actor), (reader) => findAccountByEmail(reader, wanted, context.today))
  const subject = { kind: 'account', id: account?.id ?? 'unknown' }
  return act(context, { verb: 'accounts.disable', subject, detail: { because: closing } }, async (tx) => {
    if (account === undefined) return refuse('not-found', `There is no account for ${wanted}.`)
    if (account.status === 'disabled') return refuse('not-now', `The account of ${wanted} is disabled already.`)
    const id: AccountId = account.id
    await setDisabled(tx, id)
    await endRoles(tx, id, context.today)
    await endInvitationsOf(tx, id)
    await endSessionsOf(tx, id)
    await endKeysOf(tx, id)
    return ok({ email: wanted })
  })
}
