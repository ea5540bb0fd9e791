import { ok, type Outcome } from '#core/outcome.ts'
import type { Context } from '../act.ts'
import { actorKey } from '../actor.ts'
import type { AccessTables } from '../tables.ts'
import { disableAccount } from './disable-account.ts'
import { unusedSince } from './unused-account.ts'

/** Disables, one deed each, the accounts that nobody has used for so many days. */
export async function disableUnusedAccounts(context: Context, now: Date, unusedDays: number): Promise<Outcome<{ disabled: number }>> {
  const unused = await context.database.read(actorKey(context.actor), (reader) =>
    reader
      .tables<AccessTables>()
      .selectFrom('access.account as account')
      .select('account.email')
      .where('account.status', '=', 'active')
      .where((account) => account(account.fn.coalesce('account.last_used_at', 'account.made_at'), '<=', unusedSince(now, unusedDays).toISOString()))
      .execute(),
  )
  for (const { email } of unused) {
    const done = await disableAccount(context, email, 'unused')
    if (!done.ok && done.refusal.kind !== 'not-now') return done
  }
  return ok({ disabled: unused.length })
}
