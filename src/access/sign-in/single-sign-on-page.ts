import { refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { cookie, cookieValue } from '../sessions/cookies.ts'
import { isSame, sign } from '../sessions/token.ts'
import { finishSignIn } from '../single-sign-on/finish-sign-in.ts'
import { startSignIn, type PendingSignIn } from '../single-sign-on/start-sign-in.ts'
import { pageAfter, signedIn } from './answers.ts'
import { signInByIdentity } from './sign-in-by-identity.ts'
import { signInPage } from './sign-in-page.ts'
import type { SignInAnswer, SignInDoor, Visit } from './visit.ts'

/** Minutes that somebody may spend at the identity provider. */
const patience = 15

interface Remembered {
  readonly pending: PendingSignIn
  readonly next: string
  /** Milliseconds since 1970. */
  readonly until: number
}

/** `GET /sign-in/single-sign-on`: sends the person to the identity provider and remembers in a signed cookie what to check afterwards. */
export async function leaveForProvider(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  const next = pageAfter(visit.query.get('next'))
  const started = door.singleSignOn === undefined ? refuseUnset() : await startSignIn(door.singleSignOn)
  if (!started.ok) return signInPage(door, visit, { next, refusal: started.refusal })
  const remembered = { pending: started.value.pending, next, until: visit.now.getTime() + patience * 60_000 }
  return { kind: 'moved', to: started.value.to.href, cookies: [cookie('sign-on', writeRemembered(door, remembered), patience * 60, visit.origin)] }
}

/** `GET /sign-in/single-sign-on/return`: where the provider sends the person back to. */
export async function returnFromProvider(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  const forget = cookie('sign-on', '', 0, visit.origin)
  const remembered = readRemembered(door, visit)
  const next = remembered?.next ?? '/staff'
  const entered = remembered === undefined ? refuseForgotten() : await enterByProvider(door, visit, remembered.pending)
  const answer = entered.ok ? signedIn(door, visit, entered.value, next) : signInPage(door, visit, { next, refusal: entered.refusal })
  return { ...answer, cookies: [...answer.cookies, forget] }
}

async function enterByProvider(door: SignInDoor, visit: Visit, pending: PendingSignIn): Promise<Outcome<string>> {
  if (door.singleSignOn === undefined) return refuseUnset()
  const identity = await finishSignIn(door.singleSignOn, visit.query, pending)
  if (!identity.ok) return identity
  const formerToken = cookieValue('session', visit.cookies, visit.origin)
  return signInByIdentity(visit.context, identity.value, { now: visit.now, unusedDays: door.unusedDays, formerToken })
}

function writeRemembered(door: SignInDoor, remembered: Remembered): string {
  const text = Buffer.from(JSON.stringify(remembered)).toString('base64url')
  return `${text}.${sign(door.secretKey, 'single sign-on', text)}`
}

function readRemembered(door: SignInDoor, visit: Visit): Remembered | undefined {
  const [text = '', signature = ''] = (cookieValue('sign-on', visit.cookies, visit.origin) ?? '').split('.')
  if (!isSame(sign(door.secretKey, 'single sign-on', text), signature)) return undefined
  const remembered = JSON.parse(Buffer.from(text, 'base64url').toString()) as Remembered
  return remembered.until > visit.now.getTime() ? remembered : undefined
}

function refuseForgotten(): { readonly ok: false; readonly refusal: Refusal } {
  return refuse('not-allowed', 'Signing in took too long, or was begun in another browser. Start again.')
}

function refuseUnset(): { readonly ok: false; readonly refusal: Refusal } {
  return refuse('not-found', 'This council has not set up signing in with a work account. Use your password.')
}
