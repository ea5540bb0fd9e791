import { z } from 'zod'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { words } from '#platform/files/fields.ts'
import type { CastingVote } from '../../sitting/casting-vote.ts'

const count = z.int('Give a whole number').min(0, 'Give a whole number').max(999, 'Give a number below 1,000')

export const voices = ['for', 'against', 'abstained'] as const

/** A vote as it was taken; by name where a member asked for it. */
export const vote = z.strictObject({
  for: count,
  against: count,
  abstained: count.default(0),
  /** The chair's second vote, where the numbers were equal. */
  castingVote: z.enum(['for', 'against']).optional(),
  named: z.array(z.strictObject({ member: words('the name of the member'), voted: z.enum(voices) })).max(200).optional(),
})
export type Vote = z.output<typeof vote>

/** Somebody of the body, whether they may vote on the item, and why not. */
export interface Voter {
  readonly member: string
  readonly may: boolean
  readonly why: string
}

/** Whether a vote carried what was put; undefined where the numbers are equal and nobody decided between them. */
export function isCarried({ for: ayes, against: noes, castingVote }: Vote): boolean | undefined {
  if (ayes !== noes) return ayes > noes
  return castingVote === undefined ? undefined : castingVote === 'for'
}

interface Setting {
  readonly voters: readonly Voter[]
  /** Who has a casting vote on these numbers, and why or why not. */
  readonly casting: CastingVote
  /** What was put is minuted as not agreed: on equal numbers nobody need have cast a second vote. */
  readonly isNotAgreed?: boolean
}

/** Checks a vote against those who may vote on the item. Refused with each reason: who may not and why, more votes than voters, a casting vote where none is to be cast. */
export function checkVote(taken: Vote, setting: Setting): Outcome<void> {
  const faults = [...namedFaults(taken, setting.voters), ...countFaults(taken, setting), ...castingFaults(taken, setting)]
  return faults.length === 0 ? ok(undefined) : refuse('invalid', 'This vote cannot stand as it is recorded.', faults)
}

function namedFaults({ named = [] }: Vote, voters: readonly Voter[]): Fault[] {
  return named.flatMap(({ member }, at): Fault[] => {
    if (named.findIndex((other) => other.member === member) !== at) return [{ field: 'named', found: member, message: `${member} is named twice: each member votes once` }]
    const voter = voters.find((one) => one.member === member)
    if (voter === undefined) return [{ field: 'named', found: member, message: `${member} is not among those present as members of this body` }]
    return voter.may ? [] : [{ field: 'named', found: member, message: `${member} may not vote on this item: ${voter.why}` }]
  })
}

function countFaults(taken: Vote, { voters }: Setting): Fault[] {
  const able = voters.filter((voter) => voter.may).length
  const cast = taken.for + taken.against + taken.abstained
  if (cast === 0) return [{ field: 'for', message: 'Give the numbers of the vote, or say that none was taken' }]
  if (cast > able) return [{ field: 'for', found: String(cast), message: `${cast} votes are recorded; ${able === 1 ? 'one person' : `${able} people`} present may vote on this item` }]
  const named = taken.named
  if (named === undefined || named.length === 0) return []
  return voices.flatMap((voice) => {
    const count_ = named.filter(({ voted }) => voted === voice).length
    return count_ === taken[voice] ? [] : [{ field: voice, found: String(taken[voice]), message: `By name ${count_} ${voice === 'abstained' ? 'abstained' : `voted ${voice}`}: give the same number here` }]
  })
}

function castingFaults({ for: ayes, against: noes, castingVote }: Vote, { casting, isNotAgreed = false }: Setting): Fault[] {
  if (castingVote === undefined) {
    return ayes === noes && ayes > 0 && casting.member !== undefined && !isNotAgreed ? [{ field: 'casting', message: 'The numbers are equal: say how the chair gave the casting vote, or record what was put as not agreed' }] : []
  }
  return casting.member === undefined ? [{ field: 'casting', message: casting.why }] : []
}

/** "5 for, 3 against, 1 abstained; carried by the chair’s casting vote" */
export function voteInWords(taken: Vote): string {
  const numbers = `${taken.for} for, ${taken.against} against, ${taken.abstained} abstained`
  return taken.castingVote === undefined ? numbers : `${numbers}; ${taken.castingVote === 'for' ? 'carried' : 'lost'} by the chair’s casting vote`
}
