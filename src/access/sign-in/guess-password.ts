import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { findAccountByEmail, type KnownAccount } from '../accounts/account-store.ts'
import { act, type Context, type Deed } from '../act.ts'
import { actorKey } from '../actor.ts'
import { passwordMatches } from '../passwords/password-hash.ts'
import { countGuess, guessTargets } from './guess-store.ts'

export interface Guess {
  readonly email: string
  readonly password: string
  /** The client's IP address; undefined where the person has been let in already. */
  readonly address: string | undefined
  /** The mark of a browser that this account knows, as `knownBrowser` tells it; undefined of any other. */
  readonly browser?: string | undefined
}

/** What came of a guess that was allowed: the account that answers to the address, and whether the password is its own. */
interface CheckedGuess {
  readonly id: string
  readonly account: KnownAccount | undefined
  readonly isRight: boolean
}

/**
 * Checks a password against an account, within ten guesses in five minutes for each account, ten for each browser that it knows, and a hundred for each network.
 * It takes the same steps and the same time whether or not there is such an account. A refused guess is recorded as a refusal of `verb`.
 */
export async function guessPassword(context: Context, verb: string, guess: Guess, now: Date): Promise<Outcome<CheckedGuess>> {
  const email = guess.email.trim().toLowerCase().toWellFormed().replaceAll('\0', '')
  const begun = await context.database.write(actorKey(context.actor), async (tx) => {
    const id = await countGuess(tx, guessTargets(email, guess.address, guess.browser), now)
    return { id, account: await findAccountByEmail(tx.reader, email, context.today) }
  })
  if (begun.id === undefined) return refuseGuess(context, verb, begun.account)
  const isRight = await passwordMatches(begun.account?.password ?? undefined, guess.password)
  return ok({ id: begun.id, account: begun.account, isRight })
}

function refuseGuess(context: Context, verb: string, account: KnownAccount | undefined): Promise<Outcome<never>> {
  return act<never>(context, guessedAt(verb, account), async () =>
    refuse('not-now', 'There were too many attempts. Wait five minutes, then try again.'),
  )
}

/** The deed of signing in, in the audit: which account, or that there is none of that name (which name is nobody's business). */
export function guessedAt(verb: string, account: KnownAccount | undefined): Deed {
  return { verb, subject: { kind: 'account', id: account?.id ?? 'unknown' }, detail: { by: 'password' } }
}
