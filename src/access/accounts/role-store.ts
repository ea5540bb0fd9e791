import { sql, type RawBuilder } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { AccountId, Role } from '../actor.ts'
import type { AccessTables } from '../tables.ts'

/** In a query with `access.account as account`: the roles that the account holds on a day. */
export function heldRoles(day: LocalDate): RawBuilder<Role[]> {
  return sql<Role[]>`array(
    select held.role
    from access.account_role as held
    where held.account = account.id and held.held_from <= ${day}::date and (held.held_until is null or held.held_until > ${day}::date)
    order by held.role
  )`
}

export async function giveRoles(tx: Transaction, account: AccountId, roles: readonly Role[], from: LocalDate): Promise<void> {
  const rows = roles.map((role) => ({ account, role, held_from: from, held_until: null }))
  await tx.tables<AccessTables>().insertInto('access.account_role').values(rows).execute()
}

/** From this day on none is held. One that would have begun later never does. */
export async function endRoles(tx: Transaction, account: AccountId, from: LocalDate): Promise<void> {
  const tables = tx.tables<AccessTables>()
  await tables.deleteFrom('access.account_role').where('account', '=', account).where('held_from', '>=', from).execute()
  await tables
    .updateTable('access.account_role')
    .set({ held_until: from })
    .where('account', '=', account)
    .where((held) => held.or([held('held_until', 'is', null), held('held_until', '>', from)]))
    .execute()
}
