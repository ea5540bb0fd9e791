import { refuse, type Outcome } from '#core/outcome.ts'
import { act, recordRefusal, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { isUniqueViolation } from '#platform/database/sql-errors.ts'
import { memberOf } from '#features/bodies'
import { keptRegister, type KeptInterest, type KeptRegister } from './kept-registers.ts'
import { memberSlug } from './member-slug.ts'
import { publishRegister } from './publish-register.ts'
import { openRegister } from './write-register.ts'

/** What a deed does to a register, and what the next edition says was new where the public reads something else then. */
interface Change<T> {
  readonly value: T
  readonly note: string
}

type Work<T> = (tx: Transaction, register: KeptRegister) => Promise<Outcome<Change<T>>>

/** Changes the register of a member as the monitoring officer’s office, and publishes its next edition where the public reads something else. */
export function keepRegister<T>(context: Context, member: string, changed: string, work: Work<T>): Promise<Outcome<T>> {
  return changeAs(context, { verb: 'interests.register', id: memberSlug(member), changed }, async () => ({ ok: true, value: member }), work)
}

/** Changes the register of the member who is signed in. Refused for an account that is linked to no member. */
export function tellRegister<T>(context: Context, changed: string, work: Work<T>): Promise<Outcome<T>> {
  return changeAs(context, { verb: 'interests.tell', id: 'own', changed }, (tx) => ownName(context, tx), work)
}

const unlinked = refuse('not-now', 'Your account is not linked to a member of any body yet, so there is no register to tell your interests in. Ask democratic services to link it.')

export async function ownName({ actor }: Pick<Context, 'actor'>, { reader }: Pick<Transaction, 'reader'>): Promise<Outcome<string>> {
  const name = actor.kind === 'person' ? await memberOf(reader, actor.person) : undefined
  return name === undefined ? unlinked : { ok: true, value: name }
}

async function changeAs<T>(context: Context, { verb, id, changed }: { verb: string; id: string; changed: string }, whose: (tx: Transaction) => Promise<Outcome<string>>, work: Work<T>): Promise<Outcome<T>> {
  const deed = { verb, subject: { kind: 'interests', id }, detail: { changed } }
  try {
    return await act(context, deed, async (tx): Promise<Outcome<T>> => {
      const member = await whose(tx)
      if (!member.ok) return member
      await openRegister(tx, member.value)
      const done = await work(tx, await keptRegister(tx.reader, member.value))
      if (!done.ok) return done
      await publishRegister(tx, member.value, context.today, done.value.note)
      return { ok: true, value: done.value.value }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return recordRefusal(context, deed, atTheSameMoment)
    throw error
  }
}

const atTheSameMoment = refuse('conflict', 'Somebody else changed this register at the same moment. What you typed is still here: save again.')

const noInterest = refuse('not-found', 'There is no such interest in this register. It may have been taken back in another window.')

/** The interest of this id, as whoever has it open saw it; refused as a conflict where it was changed since. */
export function interestAtHand({ interests }: KeptRegister, id: string, revision: number): Outcome<KeptInterest> {
  const interest = interests.find((one) => one.id === id)
  if (interest === undefined) return noInterest
  return interest.revision === revision ? { ok: true, value: interest } : changedMeanwhile
}

export const changedMeanwhile = refuse('conflict', 'Somebody else changed this interest while you had it open. What you typed is still here; what was saved meanwhile is shown beside it. Compare them, and save again.')
