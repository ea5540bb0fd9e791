import { refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Database, Transaction } from '#platform/database/database.ts'
import { actorKey, type Actor, type Role } from './actor.ts'
import { roleWords } from './role-words.ts'
import { recordDeed } from './audit/record-deed.ts'

/** By which door somebody came. */
export type Door = 'web' | 'api' | 'cli' | 'job'

/** Everything a verb is given besides its own input. Made once, in `entry/app.ts`; the actor and the door change with each request. */
export interface Context {
  readonly database: Database
  readonly actor: Actor
  readonly door: Door
  /** May this actor do this? Answered from `entry/roles.ts`. */
  readonly may: (actor: Actor, verb: string) => boolean
  /** Which roles may, so that a refusal can name them. */
  readonly rolesThatMay?: (verb: string) => readonly Role[]
  readonly today: LocalDate
  /** The mark of the key by which a program came. */
  readonly key?: string
  /** The web door's name for the request, so that a line of the log finds its row in the audit. */
  readonly requestId?: string
}

/** What is being done, to what: written to the audit in the same transaction. */
export interface Deed {
  /** A verb from the feature's `permissions.ts`, e.g. `bodies.import`. */
  readonly verb: string
  /** The record it is done to, e.g. `{ kind: 'meeting', id: 'cabinet/2023-07-07' }`. */
  readonly subject: { readonly kind: string; readonly id: string }
  /**
   * Facts worth keeping: ids, numbers and words of our own, never what somebody typed or the name of a file, which may tell what is withheld; never personal data
   * of a child.
   */
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

/**
 * Does a deed: checks that the actor may, opens one staff transaction, runs the work, writes exactly one audit row and
 * commits them together. A refusal from the work rolls everything back and is itself recorded. If the audit row cannot be
 * written, nothing is. The work uses the transaction it is given and nothing else: no other transaction, no other deed.
 */
export type Act = <T>(context: Context, deed: Deed, work: (tx: Transaction) => Promise<Outcome<T>>) => Promise<Outcome<T>>

export const act: Act = async (context, deed, work) => {
  if (!context.may(context.actor, deed.verb)) {
    return recordRefusal(context, deed, notAllowed(context, deed.verb))
  }
  try {
    return await context.database.write(actorKey(context.actor), async (tx) => {
      const outcome = await work(tx)
      if (!outcome.ok) throw new Undone(outcome)
      await recordDeed(tx, entry(context, deed))
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return recordRefusal(context, deed, error.outcome)
    throw error
  }
}

/** Carries a refusal out of the transaction, which an exception rolls back. */
class Undone extends Error {
  readonly outcome: Refused

  constructor(outcome: Refused) {
    super(outcome.refusal.message)
    this.outcome = outcome
  }
}

/** Names the roles that may and those that this person has, so that they know what to ask an administrator for. */
export function notAllowed({ actor, rolesThatMay }: Context, verb: string): Refused {
  const needed = rolesThatMay?.(verb) ?? []
  if (actor.kind !== 'person' || needed.length === 0) return refuse('not-allowed', 'You are not allowed to do this. Ask an administrator if you think you should be.')
  const inWords = (roles: readonly Role[], or: string) => roles.map((role) => roleWords[role]).join(or)
  const held = actor.roles.length === 0 ? 'without a role' : `as ${inWords(actor.roles, ' and ')}`
  return refuse('not-allowed', `You are not allowed to do this. It needs the role ${inWords(needed, ' or ')}; you are signed in ${held}. Ask an administrator if you think you should have it.`)
}

type Refused = { readonly ok: false; readonly refusal: Refusal }

/** Records on its own what did not happen, and answers the refusal. */
export async function recordRefusal(context: Context, deed: Deed, refused: Refused): Promise<Refused> {
  await context.database.write(actorKey(context.actor), (tx) => recordDeed(tx, entry(context, deed, refused.refusal)))
  return refused
}

function entry({ actor, door, key, requestId }: Context, { verb, subject, detail }: Deed, refusal?: Refusal) {
  return { actor: actorKey(actor), door, verb, subject, detail: key === undefined ? detail : { ...detail, key }, refused: refusal?.kind, requestId }
}
