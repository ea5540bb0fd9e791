import { given } from '#core/given.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Principle } from '../forward-plan/entry/decision.ts'
import type { CallInTables, ReceivedBy } from './tables.ts'

export interface Signature {
  /** None of a member without an account. */
  readonly person?: PersonId
  readonly member: string
  readonly principle: Principle
  readonly reason: string
  readonly signedAt: Date
  /** When it was noted that too few had signed in time. */
  readonly lapsedAt?: Date
  /** Where an officer received it: how, and when it was entered. */
  readonly received?: { readonly by: ReceivedBy; readonly enteredAt: Date }
}

/** Who has signed for a call-in, the first first. */
export async function signaturesOf(reader: Reader, reference: string): Promise<Signature[]> {
  return (await signaturesByReference(reader, [reference])).get(reference) ?? []
}

/** The same of several entries, by their references. One query. */
export async function signaturesByReference(reader: Reader, references: readonly string[]): Promise<ReadonlyMap<string, Signature[]>> {
  if (references.length === 0) return new Map()
  const rows = await reader
    .tables<CallInTables>()
    .selectFrom('work.call_in_signatures as one')
    .select(['one.reference', 'one.person', 'one.member', 'one.principle', 'one.reason', 'one.signed_at', 'one.lapsed_at', 'one.received_by', 'one.entered_at'])
    .where('one.reference', 'in', references)
    .orderBy('one.signed_at')
    .orderBy('one.member')
    .execute()
  const found = new Map<string, Signature[]>()
  for (const { reference, person, signed_at, lapsed_at, received_by: by, entered_at: enteredAt, ...row } of rows) {
    const received = by === null || enteredAt === null ? undefined : { by, enteredAt }
    found.set(reference, [...(found.get(reference) ?? []), { ...row, signedAt: signed_at, ...given('person', person), ...given('lapsedAt', lapsed_at), ...given('received', received) }])
  }
  return found
}

/** Adds a signature; false where this person has signed already. Of one without an account whoever calls has looked. */
export async function addSignature(tx: Transaction, reference: string, { signedAt, person, member, principle, reason, received }: Signature): Promise<boolean> {
  const row = await tx
    .tables<CallInTables>()
    .insertInto('work.call_in_signatures')
    .values({ reference, person: person ?? null, member, principle, reason, signed_at: signedAt, lapsed_at: null, received_by: received?.by ?? null, entered_at: received?.enteredAt ?? null })
    .onConflict((conflict) => conflict.columns(['council', 'reference', 'person'] as never).doNothing())
    .returning('work.call_in_signatures.member')
    .executeTakeFirst()
  return row !== undefined
}
