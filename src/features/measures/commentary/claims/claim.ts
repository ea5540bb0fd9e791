import type { Part } from '../model/commentary.ts'

/** What a claim says of the figure, whatever it is held against. `best` and `worst` are the highest or the lowest, by which side is better. `change` and `different` claim a signal without a side; `vague` says nothing that can be tested. */
export type Sense = 'good' | 'bad' | 'up' | 'down' | 'same' | 'change' | 'highest' | 'lowest' | 'best' | 'worst' | 'vague' | SenseApart

/** What is tested by itself: how far off others are, among which part of them a figure stands, that a target is going to be met, and that nobody need worry. */
export type SenseApart = 'narrowed' | 'widened' | 'top-part' | 'bottom-part' | 'to-come' | 'no-concern'

/** Beside whom. */
export type Whom = 'england' | 'region' | 'neighbours'

/** Beside which earlier figure of its own: a year before, the period before, the last that is known ("before"), a period by its address word, or one that the words do not make out ("in spring"). */
export type Since = { readonly kind: 'year-before' | 'period-before' | 'before' | 'unknown' } | { readonly kind: 'period'; readonly period: string }

/** A number in a text, as a figure may be. */
export interface NumberInText {
  /** As it stands there: `4.9%`. */
  readonly words: string
  readonly value: number
  readonly decimals: number
  readonly isPercent: boolean
  /** It says by how much, not what: "rose by 3". */
  readonly isDifference: boolean
  /** It is a bound: "above 80%". */
  readonly bound?: 'over' | 'under'
  readonly at: number
}

/** A claim as the check finds it in a sentence. */
export interface Claim {
  /** The words in which it stands, enough to be found again in the text. */
  readonly words: string
  readonly sentence: string
  /** What makes it one: "improved". */
  readonly said: string
  /** The words that say what it is about; nothing where it has no subject of its own: "it fell". */
  readonly subject: string
  readonly sense: Sense
  readonly about: Part
  /** With "not", "no", "never", "yet to". */
  readonly isNegated: boolean
  /** "Significantly": beyond chance. */
  readonly isSignificant: boolean
  /** It interprets, as "improved" does: only a signal bears it, whatever figures stand beside it. */
  readonly needsSignal: boolean
  readonly whom: readonly Whom[]
  readonly since?: Since
  /** From which point on it is the highest or the lowest: "since 2017-18", "in five years"; all that is known where nothing is said. */
  readonly reach?: { readonly years: number } | { readonly from: string } | 'unknown'
  /** The number to which it is said to have come: "fell to 1,042". */
  readonly reached?: NumberInText
  /** Figures that the sentence names. */
  readonly numbers: readonly NumberInText[]
}

export type Verdict = 'supported' | 'not-supported' | 'cannot-tell'

/** Whether the figures bear a claim, and why, in words that its author understands. */
export interface Found {
  readonly verdict: Verdict
  readonly because: string
  /** It speaks of something else than the measure, as far as its words show. */
  readonly isOfAnother?: true
  /** For its author alone: what could be written in the place of the words, in quotation marks. */
  readonly instead?: string
}
