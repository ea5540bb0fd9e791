import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { KeyDecisions } from '#features/rules'
import type { PlanEntry } from '../entry/plan-entry.ts'

/** Each threshold of the council that this decision reaches, in words; empty where it reaches none (SI 2012/2089, regulation 8). */
export function thresholdsReached(effects: PlanEntry['effects'], thresholds: KeyDecisions): readonly string[] {
  const { spend = 0, saving = 0, divisions = 0 } = effects ?? {}
  return [
    ...(thresholds.spend !== undefined && spend >= thresholds.spend ? [`It spends ${pounds(spend)}; a decision is key from ${pounds(thresholds.spend)}.`] : []),
    ...(thresholds.saving !== undefined && saving >= thresholds.saving ? [`It saves ${pounds(saving)}; a decision is key from ${pounds(thresholds.saving)}.`] : []),
    ...(thresholds.divisions !== undefined && divisions >= thresholds.divisions ? [`It affects ${divisions} electoral divisions; a decision is key from ${thresholds.divisions}.`] : []),
  ]
}

/** Refuses an entry that is called ordinary though it reaches a threshold, and one that is called key without a threshold or a reason. */
export function keyHolds(entry: Pick<PlanEntry, 'key' | 'effects' | 'keyReason'>, thresholds: KeyDecisions): Outcome<void> {
  const reached = thresholdsReached(entry.effects, thresholds)
  if (entry.key === 'not-key' && reached.length > 0) return refuse('invalid', '', [{ field: 'key', message: `By the council’s thresholds this is a key decision. ${reached.join(' ')}` }])
  if (entry.key !== 'not-key' && reached.length === 0 && (entry.keyReason ?? '') === '') {
    return refuse('invalid', '', [{ field: 'key-reason', message: 'It reaches none of the council’s thresholds: say why it is key, or may be' }])
  }
  return ok(undefined)
}

function pounds(amount: number): string {
  return `£${amount.toLocaleString('en-GB')}`
}
