import { refuse, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { findAccountByEmail, findAccountById, type KnownAccount } from '../accounts/account-store.ts'
import { act, type Context } from '../act.ts'
import { actorKey } from '../actor.ts'
import type { Identity } from '../single-sign-on/finish-sign-in.ts'
import type { AccessTables } from '../tables.ts'
import { enter, type SignInTerms } from './sign-in.ts'

/**
 * Signs in whom the identity provider has named, and answers the token of a new session. The account is the one that this subject
 * signed in to before; else the one with the e-mail address that the provider has verified, if no other subject has it.
 */
export async function signInByIdentity(context: Context, identity: Identity, terms: SignInTerms): Promise<Outcome<string>> {
  const account = await context.database.read(actorKey(context.actor), (reader) => accountOf(reader, identity, context))
  const deed = { verb: 'access.sign-in', subject: { kind: 'account', id: account?.id ?? 'unknown' }, detail: { by: 'single-sign-on' } }
  return act(context, deed, async (tx) => {
    if (account === undefined) return refuseStranger()
    const entered = await enter(tx, account, terms, refuseStranger())
    return entered.ok && !(await keepIdentity(tx, identity, account)) ? refuseStranger() : entered
  })
}

async function accountOf(reader: Reader, identity: Identity, { today }: Context): Promise<KnownAccount | undefined> {
  const known = await reader
    .tables<AccessTables>()
    .selectFrom('access.identity as identity')
    .select('identity.account')
    .where('identity.issuer', '=', identity.issuer)
    .where('identity.subject', '=', identity.subject)
    .executeTakeFirst()
  if (known !== undefined) return findAccountById(reader, known.account, today)
  return identity.email === undefined ? undefined : findAccountByEmail(reader, identity.email.toLowerCase(), today)
}

/** Remembers the subject; false where the account is another subject's: an address that was given to somebody new does not bring the old account. */
async function keepIdentity(tx: Transaction, { issuer, subject }: Identity, account: KnownAccount): Promise<boolean> {
  const tables = tx.tables<AccessTables>()
  await tables.insertInto('access.identity').values({ issuer, subject, account: account.id }).onConflict((conflict) => conflict.doNothing()).execute()
  const kept = await tables
    .selectFrom('access.identity as identity')
    .select('identity.subject')
    .where('identity.issuer', '=', issuer)
    .where('identity.account', '=', account.id)
    .executeTakeFirst()
  return kept?.subject === subject
}

function refuseStranger(): Outcome<never> {
  const todo = 'Your council’s administrator can add you, under the e-mail address that you sign in with.'
  return refuse('not-allowed', `You have no account here that is open. ${todo}`)
}
