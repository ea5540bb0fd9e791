import type { AgainstOthers } from '../judgement/against-others.ts'
import type { AgainstTarget } from '../judgement/against-target.ts'
import type { Judgement } from '#core/statistics/xmr/judgement.ts'
import type { Target } from '../definitions/definition.ts'

export type Rag = 'red' | 'amber' | 'green' | 'none'

/** Beside one of the others: whose figure, and of which period, which may be a year before ours. */
export interface BesideOther {
  readonly role: 'england' | 'region' | 'neighbours'
  readonly name: string
  readonly period?: string
  readonly found: AgainstOthers
}

/** The judgement of a measure in its three parts, and what follows from them. */
export interface SheetJudgement {
  readonly target: { readonly found: AgainstTarget; readonly of?: Target }
  readonly time: Pick<Judgement, 'variation' | 'assurance' | 'note'>
  readonly others: readonly BesideOther[]
  readonly rag: Rag
  /** From what red, amber or green follows, or why there is none: "Amber: the target is missed, and the figure improves." */
  readonly derivation: string
  /** Whether its owner has to explain it, and others should look at it first: a rule found it worse than its target, than before or than others. */
  readonly isException: boolean
  /** The judgement in one sentence for whoever reads nothing else. */
  readonly sentence: string
}
