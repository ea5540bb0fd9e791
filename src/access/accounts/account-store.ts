import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { AccountId, PersonId, Role } from '../actor.ts'
import type { AccessTables } from '../tables.ts'
import { giveRoles, heldRoles } from './role-store.ts'

/** What sign-in needs to know of an account. */
export interface KnownAccount {
  readonly id: AccountId
  readonly person: PersonId
  readonly name: string
  readonly email: string
  readonly status: 'active' | 'disabled'
  readonly password: string | null
  /** ISO instant at which it was last used, or made if it never was. */
  readonly lastUsed: string
  /** Held on the day asked about. */
  readonly roles: readonly Role[]
}

export interface AccountToKeep {
  readonly id: AccountId
  readonly person: PersonId
  readonly name: string
  readonly email: string
  readonly password: string | null
  readonly roles: readonly Role[]
  readonly from: LocalDate
}

/** Keeps a person with an account and its roles; false where the e-mail address has an account already: the caller refuses, which undoes it. */
export async function insertAccount(tx: Transaction, account: AccountToKeep, now: Date): Promise<boolean> {
  const { id, person, email, password } = account
  const tables = tx.tables<AccessTables>()
  await tables.insertInto('access.person').values({ id: person, name: account.name }).execute()
  const kept = await tables
    .insertInto('access.account')
    .values({ id, person, email, status: 'active', password, made_at: now, last_used_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (kept.numInsertedOrUpdatedRows !== 1n) return false
  await giveRoles(tx, id, account.roles, account.from)
  return true
}

export function findAccountByEmail(reader: Reader, email: string, today: LocalDate): Promise<KnownAccount | undefined> {
  return knownAccounts(reader, today).where('account.email', '=', email).executeTakeFirst()
}

export function findAccountById(reader: Reader, id: AccountId, today: LocalDate): Promise<KnownAccount | undefined> {
  return knownAccounts(reader, today).where('account.id', '=', id).executeTakeFirst()
}

function knownAccounts(reader: Reader, today: LocalDate) {
  return reader
    .tables<AccessTables>()
    .selectFrom('access.account as account')
    .innerJoin('access.person as person', 'person.id', 'account.person')
    .select(['account.id', 'account.person', 'person.name', 'account.email', 'account.status', 'account.password'])
    .select((row) => [row.fn.coalesce('account.last_used_at', 'account.made_at').as('lastUsed'), heldRoles(today).as('roles')])
}

/** Notes that the account was used now; false where it has been disabled or given another password since it was read. */
export async function noteAccountUse(tx: Transaction, account: KnownAccount, now: Date): Promise<boolean> {
  const noted = await tx
    .tables<AccessTables>()
    .updateTable('access.account')
    .set({ last_used_at: now })
    .where('id', '=', account.id)
    .where('status', '=', 'active')
    .where('password', 'is not distinct from', account.password)
    .executeTakeFirst()
  return noted.numUpdatedRows === 1n
}

export async function setPassword(tx: Transaction, account: AccountId, password: string): Promise<void> {
  await tx.tables<AccessTables>().updateTable('access.account').set({ password }).where('id', '=', account).execute()
}

/** Opens a closed account again. It counts as used now: otherwise one that nobody had used would be closed again in the next night. */
export async function setActive(tx: Transaction, account: AccountId, now: Date): Promise<void> {
  await tx.tables<AccessTables>().updateTable('access.account').set({ status: 'active', last_used_at: now }).where('id', '=', account).execute()
}

export async function setDisabled(tx: Transaction, account: AccountId): Promise<void> {
  await tx.tables<AccessTables>().updateTable('access.account').set({ status: 'disabled' }).where('id', '=', account).execute()
}
