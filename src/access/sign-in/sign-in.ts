import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { noteAccountUse, type KnownAccount } from '../accounts/account-store.ts'
import { isUnused } from '../accounts/unused-account.ts'
import { act, type Context } from '../act.ts'
import { beginSession, endSession } from '../sessions/session-store.ts'
import { tokenHash } from '../sessions/token.ts'
import { forgetGuess } from './guess-store.ts'
import { guessedAt, guessPassword, type Guess } from './guess-password.ts'

const verb = 'access.sign-in'

/** What stays the same at each sign-in, and the session that the browser held before, which ends. */
export interface SignInTerms {
  readonly now: Date
  /** Accounts unused for so many days cannot sign in. */
  readonly unusedDays: number
  readonly formerToken?: string | undefined
}

/**
 * Signs in by e-mail address and password, and answers the token of a new session. Wrong password, unknown address and closed account
 * get one and the same refusal; too many guesses are refused as `not-now`.
 */
export async function signIn(context: Context, guess: Guess, terms: SignInTerms): Promise<Outcome<string>> {
  const guessed = await guessPassword(context, verb, guess, terms.now)
  if (!guessed.ok) return guessed
  const { id, account, isRight } = guessed.value
  return act(context, guessedAt(verb, account), async (tx) => {
    if (!isRight || account === undefined) return refuseSignIn()
    await forgetGuess(tx, id)
    return enter(tx, account, terms, refuseSignIn())
  })
}

/** Lets an account in whose owner has shown who they are; `refused` where it is closed, unused for too long or holds no role today. */
export async function enter(tx: Transaction, account: KnownAccount, terms: SignInTerms, refused: Outcome<never>): Promise<Outcome<string>> {
  if (account.status !== 'active' || account.roles.length === 0 || isUnused(account.lastUsed, terms.now, terms.unusedDays)) return refused
  if (!(await noteAccountUse(tx, account, terms.now))) return refused
  if (terms.formerToken !== undefined) await endSession(tx, tokenHash(terms.formerToken))
  return ok(await beginSession(tx, account.id, terms.now))
}

function refuseSignIn(): Outcome<never> {
  const message = 'The e-mail address or the password is not right, or the account is closed. Check both and try again'
  return refuse('invalid', 'You were not signed in.', [{ field: 'email', message }])
}
