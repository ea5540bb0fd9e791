import { disableUnusedAccounts } from '#access/accounts/disable-unused-accounts.ts'
import { actorKey } from '#access/actor.ts'
import { usualSessionLimits } from '#access/sessions/session-limits.ts'
import { clearSignInTraces } from '#access/sign-in/clear-sign-in-traces.ts'
import { clearOldCopies, clearOldRequests } from '#features/meetings'
import { forgetOldMail } from '#platform/mail/forget-old-mail.ts'
import type { Application } from '../application.ts'
import { fileReferences, hourlyWork } from '../features.ts'
import { unusedDays } from './unused-days.ts'

/**
 * Disables unused accounts, except the example's, which are nobody's; forgets sessions, guesses, invitations and e-mails whose time is over, and who
 * asked to speak a year ago; clears members' copies of versions that no longer stand; does the hourly work of the features; tidies the embedded database, which has nobody else to do it.
 */
export async function keepHouse(app: Application): Promise<void> {
  const context = app.contextOf({ kind: 'operator', name: 'housekeeping' }, 'job')
  const now = app.now()
  await clearSignInTraces(context, now, usualSessionLimits)
  await forgetOldMail(app.database, actorKey(context.actor), now)
  if (app.database.kind === 'embedded') await app.database.queue('vacuum (analyze)')
  const cleared = await clearOldRequests(context, app.clock.today())
  if (!cleared.ok) app.log.warn({ kind: cleared.refusal.kind }, 'old requests to speak were not cleared')
  const copies = await clearOldCopies(context, app.files, { now, references: fileReferences })
  if (!copies.ok) app.log.warn({ kind: copies.refusal.kind }, 'members’ old copies were not cleared')
  for (const { name, work } of hourlyWork) {
    const done = await work(context, app)
    if (!done.ok) app.log.warn({ kind: done.refusal.kind }, `${name}: not done`)
  }
  if (app.county.current()?.example !== undefined) return
  const disabled = await disableUnusedAccounts(context, now, unusedDays)
  if (!disabled.ok) app.log.warn({ kind: disabled.refusal.kind }, 'unused accounts were not disabled')
}
