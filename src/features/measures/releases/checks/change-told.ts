import type { NumberTold } from '../../disclosure/numbers-told.ts'

/** What a text says of how one number follows from another: "six fewer", "down six", "a third of what it was". */
export interface ChangeTold {
  readonly words: string
  readonly at: number
  readonly end: number
  /** The number by which it changed; none where it is a part or a multiple. */
  readonly number?: NumberTold
  /** What an earlier number came to, and what a later one came from. */
  readonly onFrom: (earlier: number) => number
  readonly backFrom: (later: number) => number
  /** By what part of the earlier number it may be out, where it is rounded. */
  readonly within?: number
}
