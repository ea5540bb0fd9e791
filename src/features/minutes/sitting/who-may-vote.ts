import { keptOutWords, voteless } from '#features/bodies'
import type { Sitting, SeatedNow, SeatNow } from './sitting-now.ts'
import { remoteRule } from './remote-attendance.ts'

/** Whether somebody may vote on the item, and the rule in a sentence. */
export interface VoteOf {
  /** By name; a member in whose place a substitute sits has a line of their own. */
  readonly member: string
  readonly may: boolean
  readonly why: string
}

/** Who may vote on the item of the sitting and who may not, each with why: everybody with a seat, and their substitutes. */
export function whoMayVote(sitting: Sitting): readonly VoteOf[] {
  return sitting.seats.flatMap((one) => votesOfSeat(sitting, one))
}

function votesOfSeat(sitting: Sitting, one: SeatNow): VoteOf[] {
  const { where, seat } = one
  const holder = seat.membership.person
  if (where.is === 'vacant' || holder === undefined) return []
  if (where.is === 'there' || where.is === 'out') {
    const sitter = where.is === 'there' ? voteOf(sitting, { ...one, where }) : no(where.person, whyOut(sitting, where))
    return where.asSubstitute ? [sitter, no(holder, `${where.person} sits in their place.`)] : [sitter]
  }
  return [no(holder, where.is === 'apologies' ? 'Sent apologies.' : 'Is not recorded as present.')]
}

/** Who is back in the item is there, and is not asked this. The record knows items and no minutes: whoever is there when it is voted leaves with the next item. */
function whyOut({ item }: Sitting, { forInterest, from }: Extract<SeatNow['where'], { is: 'out' }>): string {
  if (!forInterest) return from === item ? 'Left the room during this item. Where that was after the vote, take the line back on the attendance page and record it with the next item.' : 'Was not in the room.'
  return from === item ? 'Left the room for this item because of an interest.' : `Left the room because of an interest in item ${from}, and is not recorded as back.`
}

/** The vote of somebody who is there. */
function voteOf(sitting: Sitting, { seat, where }: SeatedNow): VoteOf {
  const { votes } = seat.membership
  const { person } = where
  const those = voteless(seat.membership)
  if (those !== undefined) return no(person, `${those} have no vote.`)
  if (votes === 'none') return no(person, 'The body’s record gives this seat no vote.')
  if (sitting.keptOut.has(person)) return no(person, keptOutWords(person, sitting.day))
  const remote = remoteRule(sitting.kind, sitting.day)
  if (where.remotely && !remote.counts) return no(person, remote.why)
  const bar = sitting.declarations.find(({ declaration, follows }) => declaration.member === person && !follows.mayVote)
  if (bar !== undefined) return no(person, bar.follows.why)
  if (votes === 'education-only' && !sitting.isEducationMatter) return no(person, 'Votes only where the item is about the executive’s education functions (Local Government Act 2000, Schedule A1).')
  return { member: person, may: true, why: whyMay(sitting, { votes, asSubstitute: where.asSubstitute, holder: seat.membership.person ?? '' }) }
}

function whyMay({ kind }: Sitting, { votes, asSubstitute, holder }: { readonly votes: 'all' | 'education-only'; readonly asSubstitute: boolean; readonly holder: string }): string {
  if (votes === 'education-only') return 'The item is about the executive’s education functions.'
  if (asSubstitute) return `Votes in place of ${holder}.`
  return kind === 'health-and-wellbeing-board' ? 'All members of a health and wellbeing board vote unless the council directs otherwise (SI 2013/218).' : 'A voting member.'
}

function no(member: string, why: string): VoteOf {
  return { member, may: false, why }
}
