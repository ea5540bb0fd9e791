import { ok, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { AccountId } from '../actor.ts'
import { hashPassword } from '../passwords/password-hash.ts'
import { checkNewPassword } from '../passwords/password-rule.ts'
import { beginSession, endSessionsOf } from '../sessions/session-store.ts'
import { setPassword } from './account-store.ts'
import { endInvitationsOf } from './invitation-store.ts'

/** The password as it is to be kept, or why it may not be had. Hashing takes a while, so it is done before the transaction. */
export async function prepareNewPassword(password: string, owner: { readonly email: string; readonly name: string }): Promise<Outcome<string>> {
  const checked = checkNewPassword(password, owner)
  return checked.ok ? ok(await hashPassword(password)) : checked
}

/** Gives the account its new password, ends every session and invitation, and begins one session for the person who is here. */
export async function keepNewPassword(tx: Transaction, account: AccountId, kept: string, now: Date): Promise<string> {
  await setPassword(tx, account, kept)
  await endInvitationsOf(tx, account)
  await endSessionsOf(tx, account)
  return beginSession(tx, account, now)
}
