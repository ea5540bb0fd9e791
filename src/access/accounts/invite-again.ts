import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { act, type Context } from '../act.ts'
import { actorKey, type Role } from '../actor.ts'
import { findAccountByEmail, setActive } from './account-store.ts'
import { invitationMail } from './invitation-mail.ts'
import { endInvitationsOf, invite } from './invitation-store.ts'

interface Again {
  readonly origin: string
  /** An account that is disabled is opened; its roles ended when it was closed, and are given anew by `changeRoles`. */
  readonly reopen: boolean
}

interface Invited {
  readonly email: string
  /** The link that was also queued as an e-mail. */
  readonly invitation: string
  readonly roles: readonly Role[]
}

/** Invites somebody who has an account to choose a new password; earlier invitations end, and the old password holds until then. */
export async function inviteAgain(context: Context, email: string, again: Again, now: Date): Promise<Outcome<Invited>> {
  const wanted = email.trim().toLowerCase()
  const account = await context.database.read(actorKey(context.actor), (reader) => findAccountByEmail(reader, wanted, context.today))
  const deed = { verb: 'accounts.invite', subject: { kind: 'account', id: account?.id ?? 'unknown' }, detail: { reopen: again.reopen } }
  return act(context, deed, async (tx) => {
    if (account === undefined) return refuse('not-found', `There is no account for ${wanted}.`)
    if (account.status === 'disabled' && !again.reopen) {
      return refuse('not-now', `The account of ${wanted} is disabled. To open it again, give --reopen.`)
    }
    if (account.status === 'disabled') await setActive(tx, account.id, now)
    await endInvitationsOf(tx, account.id)
    const link = `${again.origin}/sign-in/invitation?key=${await invite(tx, account.id, now)}`
    const queued = await queueMail(tx, invitationMail(account, link, 'again'))
    return queued.ok ? ok({ email: wanted, invitation: link, roles: account.roles }) : queued
  })
}
