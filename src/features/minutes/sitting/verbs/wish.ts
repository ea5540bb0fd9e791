import type { Declaration, Whip } from '../declaration.ts'
import type { HappeningId } from '../happening.ts'

/** What an officer asks to have recorded by one press. */
export type Wish =
  | { readonly does: 'open'; readonly at: string }
  | { readonly does: 'close'; readonly at: string }
  | { readonly does: 'come-to'; readonly to: number }
  | { readonly does: SeatDeed; readonly seat: string }
  | { readonly does: 'substitute'; readonly seat: string; readonly person: string }
  /** Of whom nothing is recorded yet is there. */
  | { readonly does: 'everybody' }
  /** Who left for an interest in an earlier item is back. */
  | { readonly does: 'all-back' }
  | { readonly does: 'education'; readonly isSo: boolean }
  | { readonly does: 'attends'; readonly name: string; readonly role: string }
  | { readonly does: 'declare'; readonly declaration: Declaration }
  | { readonly does: 'whip'; readonly whip: Whip }
  | { readonly does: 'strike'; readonly struck: HappeningId; readonly reason: string }

/** What one button beside a seat says. */
export type SeatDeed = (typeof seatDeeds)[number]

export const seatDeeds = ['present', 'remote', 'apologies', 'leaves', 'leaves-for-interest', 'returns', 'chair'] as const
