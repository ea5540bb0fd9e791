import type { PersonId } from '#access/actor.ts'
import type { Principle } from '../forward-plan/entry/decision.ts'

/** Who has asked for a decision to be called in. Seen by members and officers alone until there are enough of them. */
export interface CallInTables {
  'work.call_in_signatures': {
    /** The entry of the forward plan. */
    reference: string
    person: PersonId
    /** Their name, as it is published once the decision is called in. */
    member: string
    principle: Principle
    reason: string
    signed_at: Date
    /** When it was noted that too few had signed in time; none while that is open, and of what was called in. */
    lapsed_at: Date | null
  }
}
