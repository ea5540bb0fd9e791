import { ok, type Outcome } from '#core/outcome.ts'
import type { Context } from '../act.ts'
import type { Role } from '../actor.ts'
import { look } from '../look.ts'
import type { AccessTables } from '../tables.ts'
import { heldRoles } from './role-store.ts'

export interface ListedAccount {
  readonly email: string
  readonly name: string
  readonly status: 'active' | 'disabled'
  readonly roles: readonly Role[]
  /** ISO instant. */
  readonly lastUsed: string | null
}

interface Page {
  readonly limit: number
  readonly after?: string
}

/** A page of the accounts by e-mail address, beginning after the given one; roles are those held today. */
export function listAccounts(context: Context, page: Page): Promise<Outcome<readonly ListedAccount[]>> {
  return look(context, { verb: 'accounts.list', subject: { kind: 'account', id: 'all' } }, async (reader) => {
    const accounts = await reader
      .tables<AccessTables>()
      .selectFrom('access.account as account')
      .innerJoin('access.person as person', 'person.id', 'account.person')
      .select(['account.email', 'person.name', 'account.status', 'account.last_used_at as lastUsed', heldRoles(context.today).as('roles')])
      .where('account.email', '>', page.after ?? '')
      .orderBy('account.email')
      .limit(page.limit)
      .execute()
    return ok(accounts)
  })
}
