import { disableUnusedAccounts } from '#access/accounts/disable-unused-accounts.ts'
import { usualSessionLimits } from '#access/sessions/session-limits.ts'
import { clearSignInTraces } from '#access/sign-in/clear-sign-in-traces.ts'
import type { Application } from '../application.ts'

/** An account that nobody has used for three months is a door left open. */
export const unusedDays = 90

/**
 * Disables unused accounts, except the example's, which are nobody's; forgets sessions, guesses and invitations whose time is over;
 * tidies the embedded database, which has nobody else to do it.
 */
export async function keepHouse(app: Application): Promise<void> {
  const context = app.contextOf({ kind: 'operator', name: 'housekeeping' }, 'job')
  const now = app.now()
  await clearSignInTraces(context, now, usualSessionLimits)
  if (app.database.kind === 'embedded') await app.database.queue('vacuum (analyze)')
  if (app.county.current()?.example !== undefined) return
  const disabled = await disableUnusedAccounts(context, now, unusedDays)
  if (!disabled.ok) app.log.warn({ kind: disabled.refusal.kind }, 'unused accounts were not disabled')
}
