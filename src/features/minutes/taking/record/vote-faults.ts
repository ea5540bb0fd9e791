import type { Fault } from '#core/outcome.ts'
import { castingVote } from '../../sitting/casting-vote.ts'
import type { Sitting } from '../../sitting/sitting-now.ts'
import { whoMayVote } from '../../sitting/who-may-vote.ts'
import type { Resolution } from './resolution.ts'
import { checkVote, isCarried } from './vote.ts'

type Voted = Pick<Resolution, 'kind' | 'vote'>

/** What keeps the vote on a resolution from standing, by the record of its item as it is now: who may not vote and why, numbers, casting vote, and the way that is minuted. */
export function voteFaults({ kind, vote }: Voted, sitting: Sitting): readonly Fault[] {
  if (vote === undefined) return []
  const taken = checkVote(vote, { voters: whoMayVote(sitting), casting: castingVote(sitting, vote), isNotAgreed: kind === 'not-agreed' })
  return taken.ok ? outcomeFaults({ kind, vote }) : taken.refusal.faults
}

/** What was put and lost is minuted as not agreed, and nothing else is. */
function outcomeFaults({ kind, vote }: Voted): Fault[] {
  if (vote === undefined) return []
  const carried = isCarried(vote)
  if (kind !== 'not-agreed' && carried !== true) return [{ field: 'kind', message: `The vote was ${vote.for} for and ${vote.against} against: what was put is not carried. Record it as “not agreed”` }]
  if (kind === 'not-agreed' && carried === true) return [{ field: 'kind', message: `The vote was ${vote.for} for and ${vote.against} against: what was put is carried. Choose what was resolved` }]
  return []
}
