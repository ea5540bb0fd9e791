import { natureWords } from './declaration.ts'
import { standing } from './happening.ts'
import { hasReached } from './reached.ts'
import { sittingFrom, type SittingFacts } from './sitting-from.ts'

/** Somebody who must be out of the room for an item and whom the record has in it. */
export interface StillThere {
  readonly item: number
  readonly member: string
  readonly seat: string
  /** What is wrong, and what to do. */
  readonly message: string
}

/**
 * Who declared an interest in an item for which they must leave (Localism Act 2011 s31) and is recorded as present in it. An item that the meeting has not come to is
 * left out, and so is one that was withdrawn: `withdrawn`.
 */
export function stillThere(facts: SittingFacts, withdrawn: readonly number[] = []): StillThere[] {
  const log = standing(facts.log)
  const items = new Set(log.flatMap(({ what }) => (what.kind === 'declares' ? what.declaration.item : [])))
  return [...items].filter((item) => hasReached(log, item) && !withdrawn.includes(item)).toSorted((one, other) => one - other).flatMap((item) => inItem(facts, item))
}

function inItem(facts: SittingFacts, item: number): StillThere[] {
  const { declarations, presentMembers } = sittingFrom(facts, item)
  return presentMembers.flatMap(({ seat: { key }, where: { person } }) => {
    const barred = declarations.find(({ declaration, follows }) => declaration.member === person && follows.leaves === 'must')
    if (barred === undefined || leftDuring(facts, key, item)) return []
    const message = `${person} declared an interest in item ${item} (${natureWords[barred.declaration.nature].toLowerCase()}) and is recorded as present: record the leaving, or that the declaration was mistaken`
    return [{ item, member: person, seat: key, message }]
  })
}

/** Somebody left this seat in the item; where they are there at its end, they came back in it. */
export function leftDuring({ log }: Pick<SittingFacts, 'log'>, seat: string, item: number): boolean {
  return standing(log).some((one) => one.item === item && one.what.kind === 'leaves' && one.what.seat === seat)
}
