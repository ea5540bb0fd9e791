import type { DecisionRule, Membership, QuorumRule } from './body.ts'
import { hasFullVote } from './memberships.ts'

/** Somebody in the room, in the seat they fill. */
export interface Present {
  readonly seat: Membership
  readonly asSubstitute: boolean
}

/** Whether enough are present, and in words what is there and what is missing. */
export interface QuorumFinding {
  readonly met: boolean
  readonly counted: number
  readonly needed: number
  readonly missing: readonly string[]
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** How many voting seats the rule asks for, given the number of voting seats in force: a share is rounded up. */
export function quorumSize(rule: QuorumRule, votingSeats: number): number {
  return Math.max(rule.atLeast ?? 0, rule.share === undefined ? 0 : Math.ceil(rule.share * votingSeats))
}

/**
 * Applies a body's quorum to those present. Only seats that vote on everything count (an education co-optee's vote is limited to
 * education matters); a substitute counts where the rule says so; each group asked for must be among those counted.
 */
export function quorumFinding(rule: QuorumRule, present: readonly Present[], votingSeats: number): QuorumFinding {
  const counted = present.filter((one) => hasFullVote(one.seat) && (rule.substitutesCount || !one.asSubstitute))
  const needed = quorumSize(rule, votingSeats)
  const missing = counted.length < needed ? [`${inWords(needed - counted.length)} more voting ${needed - counted.length === 1 ? 'member' : 'members'}`] : []
  for (const part of rule.amongThem) {
    const there = counted.filter((one) => one.seat.group === part.group).length
    if (there < part.atLeast) missing.push(`${inWords(part.atLeast - there)} ${groupName(part.group)}`)
  }
  return { met: missing.length === 0, counted: counted.length, needed, missing }
}

/** The rule in a sentence: "Eight voting members or their substitutes, among them at least one county councillor." */
export function quorumInWords(rule: QuorumRule): string {
  const sizes = [
    ...(rule.atLeast === undefined ? [] : [`${inWords(rule.atLeast)} voting ${rule.atLeast === 1 ? 'member' : 'members'}`]),
    ...(rule.share === undefined ? [] : [`${shareInWords(rule.share)} of the voting members (rounded up, vacant seats included)`]),
  ]
  const substitutes = rule.substitutesCount ? ' or their substitutes' : ', substitutes not counted'
  const among = rule.amongThem.map((part) => `at least ${inWords(part.atLeast)} ${groupName(part.group)}`)
  const sentence = `${sizes.join(' and at least ')}${substitutes}${among.length > 0 ? `, among them ${among.join(' and ')}` : ''}.`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const shares: Readonly<Record<number, string>> = { 0.25: 'a quarter', 0.5: 'half', 0.75: 'three quarters', 1: 'all' }

function shareInWords(share: number): string {
  return shares[share] ?? `${Number((share * 100).toFixed(1))}%`
}

const decisionRules: Readonly<Record<DecisionRule['rule'], string>> = {
  'consensus-then-vote': 'By consensus where possible; otherwise by a vote of the voting members present.',
  'majority-vote': 'By a majority of the voting members present.',
  consensus: 'By consensus.',
  'advice-only': 'It advises and does not decide.',
}

/** How the body decides, in a sentence or two. */
export function decisionInWords(decision: DecisionRule): string {
  return decisionRules[decision.rule] + (decision.castingVote === 'chair' ? ' The chair has a second or casting vote.' : '')
}

function inWords(count: number): string {
  return numbers[count] ?? String(count)
}

function groupName(group: string): string {
  return group.replaceAll('-', ' ')
}
