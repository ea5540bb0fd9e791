import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { heldRoles } from '../accounts/role-store.ts'
import type { AccountId, PersonId, Role } from '../actor.ts'
import { tokenHash } from '../sessions/token.ts'
import type { AccessTables } from '../tables.ts'
import type { ShownKey } from './key.ts'

export interface KeyToKeep {
  readonly account: AccountId
  readonly name: string
  readonly madeAt: Date
  readonly expiresAt: Date
}

/** Keeps a key, of which nobody can make the key again; false where its mark is taken. */
export async function insertKey(tx: Transaction, { mark, key }: ShownKey, { account, name, madeAt, expiresAt }: KeyToKeep): Promise<boolean> {
  const row = { mark, key_hash: tokenHash(key), account, name, made_at: madeAt, expires_at: expiresAt }
  const kept = await tx.tables<AccessTables>().insertInto('access.api_key').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 1n
}

/** What is known of a key whose mark was shown; whether it holds is for `useKey` to say. */
export interface KeptKey {
  readonly hash: string
  readonly expiresAt: Date
  readonly lastUsedOn: LocalDate | null
  readonly isRevoked: boolean
  readonly account: AccountId
  readonly person: PersonId
  readonly name: string
  readonly status: 'active' | 'disabled'
  /** When the account was last used, or made if it never was. */
  readonly accountUsed: string
  /** Held on the day asked about. */
  readonly roles: readonly Role[]
}

export function findKey(reader: Reader, mark: string, today: LocalDate): Promise<KeptKey | undefined> {
  return reader
    .tables<AccessTables>()
    .selectFrom('access.api_key as kept')
    .innerJoin('access.account as account', 'account.id', 'kept.account')
    .innerJoin('access.person as person', 'person.id', 'account.person')
    .select(['kept.key_hash as hash', 'kept.expires_at as expiresAt', 'kept.last_used_on as lastUsedOn', sql<boolean>`kept.revoked_at is not null`.as('isRevoked')])
    .select(['account.id as account', 'person.id as person', 'person.name', 'account.status', heldRoles(today).as('roles')])
    .select((row) => row.fn.coalesce('account.last_used_at', 'account.made_at').as('accountUsed'))
    .where('kept.mark', '=', mark)
    .executeTakeFirst()
}

/** Notes the day on which a key was used; its account is in use as well. */
export async function noteKeyUse(tx: Transaction, mark: string, account: AccountId, { day, now }: { readonly day: LocalDate; readonly now: Date }): Promise<void> {
  const tables = tx.tables<AccessTables>()
  await tables.updateTable('access.api_key').set({ last_used_on: day }).where('mark', '=', mark).execute()
  await tables.updateTable('access.account').set({ last_used_at: now }).where('id', '=', account).execute()
}

/** Ends a key for good; false where there is none of this mark, or it has ended already. */
export async function endKey(tx: Transaction, mark: string): Promise<boolean> {
  const ended = await tx.tables<AccessTables>().updateTable('access.api_key').set({ revoked_at: sql`now()` }).where('mark', '=', mark).where('revoked_at', 'is', null).executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Ends every key of an account that is being closed: opened again it has none. */
export async function endKeysOf(tx: Transaction, account: AccountId): Promise<void> {
  await tx.tables<AccessTables>().updateTable('access.api_key').set({ revoked_at: sql`now()` }).where('account', '=', account).where('revoked_at', 'is', null).execute()
}
