import type { CsrfToken } from '#platform/pages/form.ts'
import type { Context } from '../act.ts'
import { actorKey, type Actor } from '../actor.ts'
import { cookieValue, type CookieJar } from './cookies.ts'
import { sessionFormToken } from './form-token.ts'
import { hasExpired, isWorthNoting, type SessionLimits } from './session-limits.ts'
import { findSession, noteUse } from './session-store.ts'
import { isSame } from './token.ts'

export interface CurrentSession {
  readonly actor: Actor & { readonly kind: 'person' }
  readonly email: string
  /** For the forms of this session: `csrfInput(session.formToken)`. */
  readonly formToken: CsrfToken
  /** What the database keeps of the session's token. */
  readonly hash: string
}

interface Asking {
  readonly context: Context
  readonly origin: string
  readonly cookies: CookieJar
  readonly now: Date
}

/**
 * Who is signed in, by the cookie of this request; undefined where nobody is, where the session's time is up, the account is disabled or
 * no role is held today. Asked anew at every request, so that all of these take effect at once.
 */
export async function currentSession(
  door: { readonly secretKey: string; readonly sessions: SessionLimits },
  { context, origin, cookies, now }: Asking,
): Promise<CurrentSession | undefined> {
  const token = cookieValue('session', cookies, origin)
  if (token === undefined) return undefined
  const kept = await context.database.read(actorKey(context.actor), (reader) => findSession(reader, token, context.today))
  if (kept === undefined || kept.roles.length === 0 || hasExpired(kept, now, door.sessions)) return undefined
  const actor = { kind: 'person', account: kept.account, person: kept.person, name: kept.name, roles: kept.roles } as const
  if (isWorthNoting(kept.lastUsed, now)) await context.database.write(actorKey(actor), (tx) => noteUse(tx, kept.hash, now))
  return { actor, email: kept.email, formToken: sessionFormToken(door.secretKey, kept.hash, kept.account), hash: kept.hash }
}

/** Whether a posted form came from a page of this session. The token is compared in the same time whether or not it is right. */
export function formTokenHolds(session: CurrentSession, fields: Readonly<Record<string, string>>): boolean {
  return isSame(session.formToken.value, fields[session.formToken.field] ?? '')
}
