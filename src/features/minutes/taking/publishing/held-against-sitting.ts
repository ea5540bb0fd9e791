import type { Fault } from '#core/outcome.ts'
import { standing } from '../../sitting/happening.ts'
import { isPresided } from '../../sitting/in-the-chair.ts'
import { stillThere } from '../../sitting/must-leave.ts'
import { mayTakeItem } from '../../sitting/reached.ts'
import { sittingAtItsFullest, sittingFrom, type SittingFacts } from '../../sitting/sitting-from.ts'
import { mayDecide, mayResolve } from '../../sitting/sitting-now.ts'
import { decides, letterAt, needsChair } from '../record/resolution.ts'
import { voteFaults } from '../record/vote-faults.ts'
import type { MinutesInWork } from '../work/minutes-in-work.ts'

type Resolved = Pick<MinutesInWork, 'resolutions'>

/**
 * The votes that cannot stand by the attendance as it is recorded now, each with the item, the member and why: a declaration, a leaving or a substitution may have
 * been recorded after the vote was.
 */
export function votesAgainst(facts: SittingFacts, { resolutions }: Resolved): Fault[] {
  return [...resolutions].flatMap(([item, those]) => {
    if (those.every(({ vote }) => vote === undefined)) return []
    const sitting = sittingFrom(facts, item)
    return those.flatMap((one) => voteFaults(one, sitting).map(({ message }) => ({ message: `Item ${item}, resolution ${letterAt(one.place - 1)}: ${message}` })))
  })
}

/**
 * What the record of the sitting says against the minutes: whoever must have left for an interest and is recorded as present, what was resolved where there was no
 * quorum or decided where nobody presided, and what was resolved in an item that the meeting did not reach. Minutes that were taken elsewhere are loaded as they are.
 */
export function againstSitting(facts: SittingFacts, minutes: Resolved, withdrawn: readonly number[]): Fault[] {
  return [...stillThere(facts, withdrawn).map(({ message }) => ({ message })), ...resolvedWithoutQuorum(facts, minutes), ...resolvedOutOfOrder(facts, minutes)]
}

/** Nothing is resolved in an item that the meeting did not reach; nothing is decided or voted on where nobody presides. */
function resolvedOutOfOrder(facts: SittingFacts, { resolutions }: Resolved): Fault[] {
  return [...resolutions].flatMap(([item, those]) => {
    const isTaken = mayTakeItem(facts.log, item)
    const presided = isPresided(sittingAtItsFullest(facts, item))
    return those.flatMap(({ kind, vote, place }) => {
      const may = !isTaken.ok ? isTaken : needsChair({ kind, vote }) ? presided : isTaken
      return may.ok ? [] : [{ message: `Item ${item}, resolution ${letterAt(place - 1)}: ${may.refusal.message}` }]
    })
  })
}

/** What was resolved in an item in which there was a quorum at no time. Of a meeting whose attendance nobody recorded nothing is known. */
function resolvedWithoutQuorum(facts: SittingFacts, { resolutions }: Resolved): Fault[] {
  if (!hasAttendance(facts)) return []
  return [...resolutions].flatMap(([item, those]) => {
    const fullest = sittingAtItsFullest(facts, item)
    return those.flatMap(({ kind, place }) => {
      const may = decides(kind) ? mayDecide(fullest) : mayResolve(fullest)
      return may.ok ? [] : [{ message: `Item ${item}, resolution ${letterAt(place - 1)}: ${may.refusal.message}` }]
    })
  })
}

/** Somebody is recorded as present. */
export function hasAttendance({ log }: Pick<SittingFacts, 'log'>): boolean {
  return standing(log).some(({ what }) => what.kind === 'arrives')
}
