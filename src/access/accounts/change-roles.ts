import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '../act.ts'
import { actorKey, type Role } from '../actor.ts'
import { findAccountByEmail } from './account-store.ts'
import { endRoles, giveRoles } from './role-store.ts'

interface ChangedRoles {
  readonly email: string
  readonly roles: readonly Role[]
}

/** From today the account holds these roles and no other; which they were before stays on record. */
export async function changeRoles(context: Context, email: string, roles: readonly Role[]): Promise<Outcome<ChangedRoles>> {
  const wanted = email.trim().toLowerCase()
  const given = [...new Set(roles)].sort()
  const account = await context.database.read(actorKey(context.actor), (reader) => findAccountByEmail(reader, wanted, context.today))
  const deed = { verb: 'accounts.change-roles', subject: { kind: 'account', id: account?.id ?? 'unknown' }, detail: { roles: given.join(', ') } }
  return act(context, deed, async (tx) => {
    if (account === undefined) return refuse('not-found', `There is no account for ${wanted}.`)
    if (account.status === 'disabled') return refuse('not-now', `The account of ${wanted} is disabled. Open it again first.`)
    if (given.length === 0) return refuse('invalid', 'Give at least one role. To take all of them away, disable the account.')
    await endRoles(tx, account.id, context.today)
    await giveRoles(tx, account.id, given, context.today)
    return ok({ email: wanted, roles: given })
  })
}
