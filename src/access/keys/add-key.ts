import { z } from 'zod'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { findAccountByEmail } from '../accounts/account-store.ts'
import { act, type Context } from '../act.ts'
import { actorKey } from '../actor.ts'
import { newKey } from './key.ts'
import { insertKey } from './key-store.ts'

const longestDays = 730

/** A key as an administrator asks for it; the messages are what they read. */
const askedKey = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Say what the key is for, such as “Web publishing”')
    .max(100, 'Say what the key is for in at most 100 characters')
    .regex(/^\P{Cc}*$/u, 'Say what the key is for on one line'),
  days: z
    .int(`Give the days for which it holds as a whole number from 1 to ${longestDays}`)
    .min(1, `Give the days for which it holds as a whole number from 1 to ${longestDays}`)
    .max(longestDays, `Give the days for which it holds as a whole number from 1 to ${longestDays}`),
})

interface AddedKey {
  readonly email: string
  readonly name: string
  readonly mark: string
  /** The key itself, which is in no other place. */
  readonly key: string
  readonly expiresAt: Date
}

/** Makes a key for an account, which may do what the account may. The key is answered this once and kept in a form from which it cannot be read back. */
export async function addKey(context: Context, email: string, asked: z.input<typeof askedKey>, now: Date): Promise<Outcome<AddedKey>> {
  const wanted = email.trim().toLowerCase()
  const account = await context.database.read(actorKey(context.actor), (reader) => findAccountByEmail(reader, wanted, context.today))
  const made = newKey()
  const deed = { verb: 'accounts.add-key', subject: { kind: 'api-key', id: made.mark }, detail: { account: account?.id ?? 'unknown', days: asked.days } }
  return act(context, deed, async (tx) => {
    const read = askedKey.safeParse(asked)
    if (!read.success) return refuse('invalid', 'The key was not made.', read.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), message: issue.message })))
    if (account === undefined) return refuse('not-found', `There is no account for ${wanted}.`)
    if (account.status === 'disabled') return refuse('not-now', `The account of ${wanted} is disabled. Open it again first.`)
    const { name, days } = read.data
    const expiresAt = new Date(now.getTime() + days * 86_400_000)
    if (!(await insertKey(tx, made, { account: account.id, name, madeAt: now, expiresAt }))) return refuse('conflict', 'The key was not made, by a rare chance. Ask for it again.')
    return ok({ email: wanted, name, ...made, expiresAt })
  })
}
