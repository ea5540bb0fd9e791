import { countOf } from '#core/count-in-words.ts'
import { otherTarget } from '../../glance/target-words.ts'
import type { DashboardView } from '../view/dashboard-view.ts'

/** What a dashboard without an exception begins with. */
interface NothingRed {
  /** That no measure is red, where any can be judged, or that all are for context. */
  readonly told?: string
  /** Those of which no rule can say anything: how many, and why. */
  readonly unjudged?: { readonly who: string; readonly why: string }
}

/** Where nothing is red: that little can be judged is no good news, and is said, first where it is so of all. */
export function nothingRedWords({ headed, counts }: Pick<DashboardView, 'headed' | 'counts'>): NothingRed {
  const judged = headed.flatMap(({ entries }) => entries)
  if (judged.length === 0) return { told: 'These measures are for context: neither more nor less of them is better.' }
  const isTold = counts.amber + counts.green > 0
  const isOne = counts.none === 1
  const elsewhere = judged.filter(({ sheet }) => sheet.judgement.rag === 'none' && otherTarget(sheet) !== undefined).length
  const others = elsewhere === 0 ? '' : ` (${countOf(elsewhere, 'measures')} ${elsewhere === 1 ? 'has' : 'have'} one for another)`
  const why = `no target holds for ${isOne ? 'it' : 'them'} in this period${others}, ${isOne ? 'its' : 'their'} figures are too few to tell change from chance, and nothing is known of others by which chance could be ruled out`
  return {
    ...(isTold ? { told: 'No measure is red, and no rule finds one worse than its target, than before or than others.' } : {}),
    ...(counts.none === 0 ? {} : { unjudged: { who: isTold ? `${countOf(counts.none, 'measures')} cannot be judged by rule` : 'No measure here can be judged by rule', why } }),
  }
}
