import type { Part } from '../../model/commentary.ts'
import type { Sense } from '../claim.ts'

/** Words that make a claim by themselves. */
export interface ClaimWords {
  readonly pattern: RegExp
  readonly sense: Sense
  readonly about: Part
  /** It interprets: only a signal bears it. */
  readonly needsSignal?: true
}

/** A pattern of words in plain English, wherever and however often they stand in a sentence. */
export function form(source: string): RegExp {
  return new RegExp(source, 'giu')
}
