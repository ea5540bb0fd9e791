import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '../act.ts'
import { actorKey } from '../actor.ts'
import { findAccountById, type KnownAccount } from './account-store.ts'
import { keepNewPassword, prepareNewPassword } from './choose-password.ts'
import { invitedAccount } from './invitation-store.ts'

const verb = 'access.accept-invitation'

interface Chosen {
  readonly key: string
  readonly password: string
}

/** Whose invitation this is; refused where it was used, has expired or never was. */
export async function findInvitation(context: Context, key: string, now: Date): Promise<Outcome<KnownAccount>> {
  const found = await context.database.read(actorKey(context.actor), async (reader) => {
    const id = await invitedAccount(reader, key, now)
    return id === undefined ? undefined : findAccountById(reader, id, context.today)
  })
  return found === undefined ? refuseInvitation() : ok(found)
}

/** Chooses the first password with the key of an invitation, which is used up; the answer is the token of a session. */
export async function acceptInvitation(context: Context, chosen: Chosen, now: Date): Promise<Outcome<string>> {
  const invited = await findInvitation(context, chosen.key, now)
  const id = invited.ok ? invited.value.id : 'unknown'
  const prepared = invited.ok ? await prepareNewPassword(chosen.password, invited.value) : invited
  return act(context, { verb, subject: { kind: 'account', id } }, async (tx) => {
    if (!prepared.ok) return prepared
    const account = await invitedAccount(tx.reader, chosen.key, now)
    return account === undefined ? refuseInvitation() : ok(await keepNewPassword(tx, account, prepared.value, now))
  })
}

function refuseInvitation(): Outcome<never> {
  return refuse('not-found', 'This invitation has been used or has expired. Ask your administrator for a new one.')
}
