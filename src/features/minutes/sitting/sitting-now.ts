import type { LocalDate, LocalTime } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { BodyKind, DecisionRule, QuorumFinding, QuorumRule } from '#features/bodies'
import type { Declaration } from './declaration.ts'
import type { HappeningId } from './happening.ts'
import type { Consequence } from './what-follows.ts'
import type { Seat } from './seats.ts'
import type { KnownMember } from './known-members.ts'

/** Somebody in a seat: its holder, or who sits in their place. */
interface Sitter {
  readonly person: string
  readonly asSubstitute: boolean
  readonly remotely: boolean
  /** The item at which they came. */
  readonly since: number
}

/** Where the holder of a seat, or their substitute, is. */
export type Whereabouts =
  | { readonly is: 'vacant' }
  /** Nothing is recorded. */
  | { readonly is: 'unknown' }
  | { readonly is: 'apologies' }
  | ({ readonly is: 'there' } & Sitter)
  /** Left during the item `from`. */
  | ({ readonly is: 'out'; readonly forInterest: boolean; readonly from: number } & Sitter)

export interface SeatNow {
  readonly seat: Seat
  readonly where: Whereabouts
  /** The holder sent apologies, whether or not somebody sits in their place. */
  readonly hasApologised: boolean
}

/** A seat with somebody in it, in the room or remotely. */
export interface SeatedNow extends SeatNow {
  readonly where: Extract<Whereabouts, { is: 'there' }>
}

/** A declaration against the item, and what follows from it. */
export interface DeclaredNow {
  readonly id: HappeningId
  readonly declaration: Declaration
  readonly follows: Consequence
}

/** A meeting as it stood in one item. */
export interface Sitting {
  /** 0 is before the first item. */
  readonly item: number
  readonly day: LocalDate
  readonly kind: BodyKind
  /** A private development session decides nothing. */
  readonly isDevelopment: boolean
  readonly opened?: LocalTime
  readonly closed?: LocalTime
  /** Every seat on the day, chair first. */
  readonly seats: readonly SeatNow[]
  readonly presentMembers: readonly SeatedNow[]
  /** Members of the executive, who may not sit here; empty on a body where they may. */
  readonly keptOut: ReadonlySet<string>
  /** Everybody whom the record of some body names on the day. */
  readonly known: readonly KnownMember[]
  /** Officers and guests. */
  readonly inAttendance: readonly { readonly name: string; readonly role: string }[]
  /** Who presides: whoever was recorded in the chair, else the chair, else the vice-chair. */
  readonly presiding?: SeatedNow
  readonly quorumRule?: QuorumRule
  /** Undefined where the body's record states no quorum, or a share of seats of which it has none on that day. */
  readonly quorum: QuorumFinding | undefined
  /** Those there who do not count towards the quorum of this item though their seat would, and why. */
  readonly notCounted: readonly { readonly member: string; readonly why: string }[]
  readonly decision?: DecisionRule
  /** The item is about the executive's education functions. */
  readonly isEducationMatter: boolean
  /** Against this item. */
  readonly declarations: readonly DeclaredNow[]
}

type Asked = Pick<Sitting, 'quorum' | 'isDevelopment' | 'item'>

/** Whether the body may decide in this item. Refused in a private development session, and as `mayResolve` says. */
export function mayDecide(sitting: Asked): Outcome<void> {
  if (sitting.isDevelopment) return refuse('not-now', 'This is a private development session: it decides nothing. Record what was said as noted, and take the decision to a meeting.')
  return mayResolve(sitting)
}

/**
 * Whether the body may resolve anything in this item, be it only to note it: without a quorum no business is transacted (Local Government Act 1972, Schedule 12,
 * paragraph 6, of the council; standing orders have it of committees). Refused with what is missing; a body whose record states no quorum is not held up, and
 * a private development session needs none.
 */
export function mayResolve({ quorum, isDevelopment, item }: Asked): Outcome<void> {
  if (isDevelopment || quorum === undefined || quorum.met) return ok(undefined)
  return refuse(
    'not-now',
    `There is no quorum ${item === 0 ? 'yet' : `in item ${item}`}: ${quorum.counted} counted of ${quorum.needed} needed; missing ${quorum.missing.join(' and ')}. Nothing can be resolved, not even to note the item. Those who are there may be briefed, and the minute may say so; the body waits, or adjourns.`,
  )
}
