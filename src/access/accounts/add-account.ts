import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { act, type Context } from '../act.ts'
import { roles, type AccountId, type PersonId } from '../actor.ts'
import { insertAccount, type AccountToKeep } from './account-store.ts'
import { prepareNewPassword } from './choose-password.ts'
import { invite } from './invitation-store.ts'
import { invitationMail } from './invitation-mail.ts'

/** An account as somebody types it; the messages are what they read. */
const newAccount = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'Give an e-mail address of at most 254 characters')
    .pipe(z.email('Give an e-mail address, as name@example.org')),
  name: z
    .string()
    .trim()
    .min(1, 'Give the person’s name')
    .max(200, 'Give a name of at most 200 characters')
    .regex(/^\P{Cc}*$/u, 'Give the name on one line'),
  roles: z
    .array(z.enum(roles, `Give one of: ${roles.join(', ')}`))
    .min(1, 'Give at least one role')
    .transform((given) => [...new Set(given)]),
})

export type NewAccount = z.input<typeof newAccount>

/** How the person gets in the first time. */
export type FirstEntry = { readonly by: 'password'; readonly password: string } | { readonly by: 'invitation'; readonly origin: string }

interface AddedAccount {
  readonly account: AccountId
  readonly email: string
  /** The link that was also queued as an e-mail. */
  readonly invitation?: string
}

/** Adds a person with an account and roles from today: with a first password, or with an invitation by e-mail to choose one. */
export async function addAccount(context: Context, typed: NewAccount, entry: FirstEntry, now: Date): Promise<Outcome<AddedAccount>> {
  const prepared = await prepare(typed, entry, context)
  const id = prepared.ok ? prepared.value.id : 'none'
  return act(context, { verb: 'accounts.add', subject: { kind: 'account', id }, detail: { entry: entry.by } }, async (tx) => {
    if (!prepared.ok) return prepared
    const account = prepared.value
    if (!(await insertAccount(tx, account, now))) return refuseTaken(account.email)
    const added = { account: account.id, email: account.email }
    if (entry.by === 'password') return ok(added)
    const link = `${entry.origin}/sign-in/invitation?key=${await invite(tx, account.id, now)}`
    const queued = await queueMail(tx, invitationMail(account, link, 'first'))
    return queued.ok ? ok({ ...added, invitation: link }) : queued
  })
}

async function prepare(typed: NewAccount, entry: FirstEntry, { today }: Context): Promise<Outcome<AccountToKeep>> {
  const read = newAccount.safeParse(typed)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), message: issue.message }))
    return refuse('invalid', 'The account was not added.', faults)
  }
  const ids = { id: randomUUID() as AccountId, person: randomUUID() as PersonId }
  if (entry.by === 'invitation') return ok({ ...read.data, ...ids, password: null, from: today })
  const password = await prepareNewPassword(entry.password, read.data)
  return password.ok ? ok({ ...read.data, ...ids, password: password.value, from: today }) : password
}

function refuseTaken(email: string): Outcome<never> {
  const message = 'Give another e-mail address: this one has an account already'
  return refuse('conflict', 'The account was not added.', [{ field: 'email', found: email, message }])
}
