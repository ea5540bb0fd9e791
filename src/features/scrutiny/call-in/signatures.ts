import type { PersonId } from '#access/actor.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Principle } from '../forward-plan/entry/decision.ts'
import type { CallInTables } from './tables.ts'

export interface Signature {
  readonly person: PersonId
  readonly member: string
  readonly principle: Principle
  readonly reason: string
  readonly signedAt: Date
}

/** Who has signed for a call-in, the first first. */
export async function signaturesOf(reader: Reader, reference: string): Promise<Signature[]> {
  const rows = await reader
    .tables<CallInTables>()
    .selectFrom('work.call_in_signatures as one')
    .select(['one.person', 'one.member', 'one.principle', 'one.reason', 'one.signed_at'])
    .where('one.reference', '=', reference)
    .orderBy('one.signed_at')
    .orderBy('one.member')
    .execute()
  return rows.map(({ signed_at, ...row }) => ({ ...row, signedAt: signed_at }))
}

/** Adds a signature; false where this person has signed already. */
export async function addSignature(tx: Transaction, reference: string, { signedAt, ...signature }: Signature): Promise<boolean> {
  const row = await tx
    .tables<CallInTables>()
    .insertInto('work.call_in_signatures')
    .values({ reference, ...signature, signed_at: signedAt })
    .onConflict((conflict) => conflict.columns(['council', 'reference', 'person'] as never).doNothing())
    .returning('work.call_in_signatures.person')
    .executeTakeFirst()
  return row !== undefined
}
