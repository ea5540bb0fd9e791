import type { Reader, Transaction } from '#platform/database/database.ts'
import type { AccountId } from '../actor.ts'
import { newToken, tokenHash } from '../sessions/token.ts'
import type { AccessTables } from '../tables.ts'

export const invitationDays = 7

/** Makes an invitation to choose a password and answers its key, which goes out in a link and is kept nowhere. */
export async function invite(tx: Transaction, account: AccountId, now: Date): Promise<string> {
  const key = newToken()
  const expires = new Date(now.getTime() + invitationDays * 86_400_000)
  await tx.tables<AccessTables>().insertInto('access.invitation').values({ token_hash: tokenHash(key), account, expires_at: expires }).execute()
  return key
}

/** The account that an invitation is for, while it is good and the account is active. */
export async function invitedAccount(reader: Reader, key: string, now: Date): Promise<AccountId | undefined> {
  const found = await reader
    .tables<AccessTables>()
    .selectFrom('access.invitation as invitation')
    .innerJoin('access.account as account', 'account.id', 'invitation.account')
    .select('invitation.account')
    .where('invitation.token_hash', '=', tokenHash(key))
    .where('invitation.expires_at', '>', now.toISOString())
    .where('account.status', '=', 'active')
    .executeTakeFirst()
  return found?.account
}

export async function endInvitationsOf(tx: Transaction, account: AccountId): Promise<void> {
  await tx.tables<AccessTables>().deleteFrom('access.invitation').where('account', '=', account).execute()
}

export async function forgetExpiredInvitations(tx: Transaction, now: Date): Promise<void> {
  await tx.tables<AccessTables>().deleteFrom('access.invitation').where('expires_at', '<=', now.toISOString()).execute()
}
