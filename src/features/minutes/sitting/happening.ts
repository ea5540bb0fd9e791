import type { Brand } from '#core/brand.ts'
import type { LocalTime } from '#core/dates.ts'
import type { Declaration, Whip } from './declaration.ts'

export type HappeningId = Brand<string, 'HappeningId'>

/** One thing that happens at a meeting. The record of a sitting is the list of them; nothing in it is ever changed, only struck by another. */
export type Happening =
  | { readonly kind: 'opens'; readonly at: LocalTime }
  | { readonly kind: 'closes'; readonly at: LocalTime }
  /** The meeting comes to the item. */
  | { readonly kind: 'comes-to' }
  /** Somebody takes their seat: its holder, or a substitute. */
  | { readonly kind: 'arrives'; readonly seat: string; readonly person: string; readonly asSubstitute: boolean; readonly remotely: boolean }
  | { readonly kind: 'apologises'; readonly seat: string }
  | { readonly kind: 'leaves'; readonly seat: string; readonly forInterest: boolean }
  | { readonly kind: 'returns'; readonly seat: string }
  /** Presides from now on. */
  | { readonly kind: 'chairs'; readonly seat: string }
  /** An officer or a guest is in attendance, without a seat. */
  | { readonly kind: 'attends'; readonly name: string; readonly role: string }
  /** Whether the item is about the executive's education functions. */
  | { readonly kind: 'education'; readonly isSo: boolean }
  /** A member declares an interest in the item; `early` is before the meeting, by the member alone. */
  | { readonly kind: 'declares'; readonly declaration: Declaration; readonly early: boolean }
  /** A group tells how its members are to vote on the item, or on all of them. */
  | { readonly kind: 'whips'; readonly whip: Whip }
  /** Takes back an earlier one that was recorded wrongly. */
  | { readonly kind: 'strikes'; readonly struck: HappeningId; readonly reason: string }

/** A happening as it was recorded, in the order of recording. */
export interface Recorded {
  readonly id: HappeningId
  readonly order: number
  /** The item during which it happened; 0 is before the first. */
  readonly item: number
  readonly what: Happening
  /** Who recorded it, by name. */
  readonly by: string
  /** When, as an instant. */
  readonly at: string
}

/** Those that stand: what was struck, and the striking itself, are left out. */
export function standing(log: readonly Recorded[]): Recorded[] {
  const struck = new Set(log.flatMap(({ what }) => (what.kind === 'strikes' ? what.struck : [])))
  return log.filter(({ id, what }) => what.kind !== 'strikes' && !struck.has(id)).toSorted((one, other) => one.order - other.order)
}
