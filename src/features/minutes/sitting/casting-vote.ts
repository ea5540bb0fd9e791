import { isUnderTheAct } from './remote-attendance.ts'
import type { Sitting } from './sitting-now.ts'
import { whoMayVote } from './who-may-vote.ts'

/** Who has a casting vote when the votes are so, and why; without a name nobody has. */
export interface CastingVote {
  readonly member?: string
  readonly why: string
}

/**
 * The casting vote of whoever presides, on an equality of votes: where the body's terms give it, or where they are silent and the body meets under the Local
 * Government Act 1972, whose Schedule 12 gives it. Somebody who may not vote on the item has none.
 */
export function castingVote(sitting: Sitting, votes: { readonly for: number; readonly against: number }): CastingVote {
  if (votes.for !== votes.against) return { why: 'The votes are not equal, so there is no casting vote.' }
  const source = sourceOf(sitting)
  if (source === undefined) return { why: 'The body’s terms give no casting vote: on equal votes a motion is not carried.' }
  if (sitting.presiding === undefined) return { why: 'Nobody is recorded in the chair, so nobody has a casting vote.' }
  const member = sitting.presiding.where.person
  const vote = whoMayVote(sitting).find((one) => one.member === member)
  if (vote?.may !== true) return { why: `${member} presides and may not vote on this item, so has no casting vote. ${vote?.why ?? 'Not in the room.'}` }
  return { member, why: source }
}

function sourceOf({ decision, kind }: Sitting): string | undefined {
  if (decision !== undefined) return decision.castingVote === 'chair' ? 'The terms of reference give the chair a second or casting vote.' : undefined
  return isUnderTheAct(kind) ? 'The person presiding has a second or casting vote (Local Government Act 1972, Schedule 12, paragraph 39).' : undefined
}
