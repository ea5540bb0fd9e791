import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '../act.ts'
import { findAccountById, noteAccountUse } from './account-store.ts'
import { actorKey } from '../actor.ts'
import { guessPassword } from '../sign-in/guess-password.ts'
import { forgetGuess } from '../sign-in/guess-store.ts'
import { keepNewPassword, prepareNewPassword } from './choose-password.ts'

const verb = 'access.change-password'

interface PasswordChange {
  readonly current: string
  readonly password: string
}

/** Changes one's own password, shown the current one; every session ends, and the answer is the token of a new one. */
export async function changePassword(context: Context, change: PasswordChange, now: Date): Promise<Outcome<string>> {
  const { actor } = context
  if (actor.kind !== 'person') return refuse('not-allowed', 'Only somebody who is signed in has a password to change.')
  const own = await context.database.read(actorKey(actor), (reader) => findAccountById(reader, actor.account, context.today))
  if (own === undefined) return refuse('not-found', 'Your account is no longer there.')
  const prepared = await prepareNewPassword(change.password, own)
  if (!prepared.ok) return prepared
  const guessed = await guessPassword(context, verb, { email: own.email, password: change.current, address: undefined, browser: `of session of ${actor.account}` }, now)
  if (!guessed.ok) return guessed
  const { id, account, isRight } = guessed.value
  return act(context, { verb, subject: { kind: 'account', id: own.id } }, async (tx) => {
    if (!isRight || account === undefined) return refuseCurrent()
    await forgetGuess(tx, id)
    if (!(await noteAccountUse(tx, account, now))) return refuseCurrent()
    return ok(await keepNewPassword(tx, own.id, prepared.value, now))
  })
}

function refuseCurrent(): Outcome<never> {
  return refuse('invalid', 'Your password was not changed.', [{ field: 'current', message: 'This is not your current password' }])
}
