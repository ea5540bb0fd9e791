import { randomBytes } from 'node:crypto'
import { ok, type Outcome } from '#core/outcome.ts'
import { addExampleAccounts, setExamplePassword } from '#access/accounts/example-accounts.ts'
import type { Context } from '#access/act.ts'
import { linkMembersByName } from '#features/bodies'
import { nameAwaitedOwners } from '#features/minutes'

/** What the person at the terminal is told: the password, where it was made now and is not known from the settings. */
export type ExamplePassword = { readonly kind: 'made'; readonly password: string } | { readonly kind: 'as-set' } | { readonly kind: 'as-before' }

/** Sees to it that the example accounts are there, with the password of the settings, or one made at the first start. */
export async function keepExampleAccounts(context: Context, setting: string | undefined, now: Date): Promise<Outcome<ExamplePassword>> {
  const password = setting ?? randomBytes(12).toString('base64url')
  const added = await addExampleAccounts(context, password, now)
  if (!added.ok) return added
  if (added.value.added.length > 0) {
    const linked = await linkMembersByName(context)
    if (!linked.ok) return linked
    const named = await nameAwaitedOwners(context)
    if (!named.ok) return named
  }
  if (setting === undefined) return ok(added.value.added.length === 0 ? { kind: 'as-before' } : { kind: 'made', password })
  const changed = await setExamplePassword(context, setting)
  return changed.ok ? ok({ kind: 'as-set' }) : changed
}
