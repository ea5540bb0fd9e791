import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { heldRoles } from '../accounts/role-store.ts'
import type { AccountId, PersonId, Role } from '../actor.ts'
import type { AccessTables } from '../tables.ts'
import { oldestBeginning, oldestUse, type SessionLimits } from './session-limits.ts'
import { newToken, tokenHash } from './token.ts'

/** A session whose account is active; whether its time is up is for `hasExpired` to say. */
interface KeptSession {
  readonly hash: string
  /** ISO instants. */
  readonly began: string
  readonly lastUsed: string
  readonly account: AccountId
  readonly person: PersonId
  readonly name: string
  readonly email: string
  /** Held on the day asked about. */
  readonly roles: readonly Role[]
}

/** Begins a session and answers its token, which is in no other place but the cookie it goes out in. */
export async function beginSession(tx: Transaction, account: AccountId, now: Date): Promise<string> {
  const token = newToken()
  const row = { token_hash: tokenHash(token), account, began_at: now, last_used_at: now }
  await tx.tables<AccessTables>().insertInto('access.session').values(row).execute()
  return token
}

export function findSession(reader: Reader, token: string, today: LocalDate): Promise<KeptSession | undefined> {
  return reader
    .tables<AccessTables>()
    .selectFrom('access.session as session')
    .innerJoin('access.account as account', 'account.id', 'session.account')
    .innerJoin('access.person as person', 'person.id', 'account.person')
    .select(['session.token_hash as hash', 'session.began_at as began', 'session.last_used_at as lastUsed'])
    .select(['account.id as account', 'account.email', 'person.id as person', 'person.name', heldRoles(today).as('roles')])
    .where('session.token_hash', '=', tokenHash(token))
    .where('account.status', '=', 'active')
    .executeTakeFirst()
}

export async function noteUse(tx: Transaction, hash: string, now: Date): Promise<void> {
  await tx.tables<AccessTables>().updateTable('access.session').set({ last_used_at: now }).where('token_hash', '=', hash).execute()
}

export async function endSession(tx: Transaction, hash: string): Promise<void> {
  await tx.tables<AccessTables>().deleteFrom('access.session').where('token_hash', '=', hash).execute()
}

export async function endSessionsOf(tx: Transaction, account: AccountId): Promise<void> {
  await tx.tables<AccessTables>().deleteFrom('access.session').where('account', '=', account).execute()
}

export async function forgetExpiredSessions(tx: Transaction, now: Date, limits: SessionLimits): Promise<void> {
  await tx
    .tables<AccessTables>()
    .deleteFrom('access.session')
    .where((session) =>
      session.or([
        session('began_at', '<=', oldestBeginning(now, limits).toISOString()),
        session('last_used_at', '<=', oldestUse(now, limits).toISOString()),
      ]),
    )
    .execute()
}
