import type { Generated } from 'kysely'
import type { PersonId } from '#access/actor.ts'
import type { Principle } from '../forward-plan/entry/decision.ts'

/** How a signature comes that a member does not give here. */
export type ReceivedBy = 'paper' | 'email'

/** Who has asked for a decision to be called in. Seen by members and officers alone until there are enough of them. */
export interface CallInTables {
  'work.call_in_signatures': {
    /** Tells the rows apart. */
    number: Generated<string>
    /** The entry of the forward plan. */
    reference: string
    /** None of a member without an account, whose signature an officer received. */
    person: PersonId | null
    /** Their name, as it is published once the decision is called in. */
    member: string
    principle: Principle
    reason: string
    /** Of a signature on paper or by e-mail: when it was received. */
    signed_at: Date
    /** When it was noted that too few had signed in time; none while that is open, and of what was called in. */
    lapsed_at: Date | null
    /** How an officer received it; nothing where the member signed here. */
    received_by: ReceivedBy | null
    /** When that officer entered it. */
    entered_at: Date | null
  }
}
