import type { Sense, SenseApart } from './claim.ts'

const apart: ReadonlySet<Sense> = new Set<SenseApart>(['narrowed', 'widened', 'top-part', 'bottom-part', 'to-come', 'no-concern'])

/** Whether a sense is tested by itself, whatever part of the judgement it is said of. */
export function isApart(sense: Sense): sense is SenseApart {
  return apart.has(sense)
}

export function isGap(sense: Sense): sense is 'narrowed' | 'widened' {
  return sense === 'narrowed' || sense === 'widened'
}
