import { ok, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Context } from '../act.ts'
import { look } from '../look.ts'
import type { AccessTables } from '../tables.ts'

export interface ListedKey {
  readonly mark: string
  readonly email: string
  readonly name: string
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly lastUsedOn: LocalDate | null
}

interface Page {
  readonly limit: number
  /** Goes on after the key of this mark. */
  readonly after?: string | undefined
  /** Of this account only. */
  readonly email?: string | undefined
}

/** A page of the keys by mark, those that have ended among them: of the key itself nothing is shown. */
export function listKeys(context: Context, { limit, after = '', email }: Page): Promise<Outcome<readonly ListedKey[]>> {
  return look(context, { verb: 'accounts.list-keys', subject: { kind: 'api-key', id: 'all' } }, async (reader) => {
    const keys = await reader
      .tables<AccessTables>()
      .selectFrom('access.api_key as kept')
      .innerJoin('access.account as account', 'account.id', 'kept.account')
      .select(['kept.mark', 'account.email', 'kept.name', 'kept.made_at as madeAt', 'kept.expires_at as expiresAt', 'kept.revoked_at as revokedAt', 'kept.last_used_on as lastUsedOn'])
      .where('kept.mark', '>', after)
      .$if(email !== undefined, (query) => query.where('account.email', '=', email?.trim().toLowerCase() ?? ''))
      .orderBy('kept.mark')
      .limit(limit)
      .execute()
    return ok(keys)
  })
}
