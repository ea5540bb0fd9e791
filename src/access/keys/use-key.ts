import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { isUnused } from '../accounts/unused-account.ts'
import { recordRefusal, type Context } from '../act.ts'
import { actorKey, type PersonActor } from '../actor.ts'
import { countGuess, keyTargets } from '../sign-in/guess-store.ts'
import { isSame, tokenHash } from '../sessions/token.ts'
import { keyIn } from './key.ts'
import { findKey, noteKeyUse, type KeptKey } from './key-store.ts'

/** Who asks through a key, and by which mark the audit names it. */
export interface KeyHolder {
  readonly actor: PersonActor
  readonly mark: string
}

/** A request that shows a key, or ought to. */
interface Asking {
  /** The header `Authorization`. */
  readonly authorization: string | undefined
  /** The client's IP address. */
  readonly address: string
  readonly now: Date
  /** Accounts unused for so many days cannot sign in, and neither can their keys. */
  readonly unusedDays: number
}

/**
 * Who asks, by the key of this request. Asked anew each time, so that a key revoked, a role taken away and an account closed take effect at once. Refused as
 * `not-allowed` where the key does not hold, and as `not-now` after ten that did not within five minutes, as passwords are. A right key is never kept
 * waiting by the wrong ones of others: it has too many bits to be guessed.
 */
export async function useKey(context: Context, { authorization, address, now, unusedDays }: Asking): Promise<Outcome<KeyHolder>> {
  if (authorization === undefined) return refuse('not-allowed', 'This address needs a key, as “Authorization: Bearer …”. An administrator makes one for an account.')
  const shown = keyIn(authorization)
  const kept = shown === undefined ? undefined : await context.database.read(actorKey(context.actor), (reader) => findKey(reader, shown.mark, context.today))
  const isRight = isSame(kept?.hash ?? tokenHash(''), tokenHash(shown?.key ?? ' '))
  if (shown === undefined || kept === undefined || !isRight) return refuseKey(context, { mark: kept && shown?.mark, address, now, why: 'There is no such key. Check that it was copied whole.' })
  const why = whyOver(kept, now, unusedDays)
  if (why !== undefined) return refuseKey(context, { mark: shown.mark, address, now, why })
  const actor = { kind: 'person', account: kept.account, person: kept.person, name: kept.name, roles: kept.roles } as const
  const day = dateOf(londonMoment(now.toISOString()))
  if (kept.lastUsedOn !== day) await context.database.write(actorKey(actor), (tx) => noteKeyUse(tx, shown.mark, kept.account, { day, now }))
  return ok({ actor, mark: shown.mark })
}

/** Said to whoever holds the key itself; of any other nothing is said. */
function whyOver({ isRevoked, expiresAt, status, roles, accountUsed }: KeptKey, now: Date, unusedDays: number): string | undefined {
  if (isRevoked) return 'This key was revoked. Ask an administrator for a new one.'
  if (expiresAt <= now) return 'This key has expired. Ask an administrator for a new one.'
  if (status !== 'active' || roles.length === 0 || isUnused(accountUsed, now, unusedDays)) return 'The account of this key is closed, or holds no role. Ask an administrator.'
  return undefined
}

interface RefusedKey {
  /** Undefined where there is no such key. */
  readonly mark: string | undefined
  readonly address: string
  readonly now: Date
  readonly why: string
}

/** Counts the attempt and records it; those beyond the limit are not recorded each, so that nobody fills the audit. */
async function refuseKey(context: Context, { mark, address, now, why }: RefusedKey): Promise<Outcome<never>> {
  const counted = await context.database.write(actorKey(context.actor), (tx) => countGuess(tx, keyTargets(mark, address), now))
  if (counted === undefined) return refuse('not-now', 'There were too many attempts with keys that do not hold. Wait five minutes, then try again.')
  return recordRefusal(context, { verb: 'access.use-key', subject: { kind: 'api-key', id: mark ?? 'unknown' } }, refuse('not-allowed', why))
}
