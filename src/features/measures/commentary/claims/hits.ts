import type { Period } from '#core/periods/period.ts'
import type { Unit } from '../../definitions/units.ts'
import type { Part } from '../model/commentary.ts'
import type { Sense, Since, Whom } from './claim.ts'
import { isExtreme } from './extremes.ts'
import { whomIn } from './named-beside.ts'
import { claimWords } from './words/claim-words.ts'

/** What the finding has to know of the measure. */
export interface Reading {
  /** The council’s region by its name. */
  readonly region?: string
  readonly unit?: Unit
  /** The period of the commentary: naming it names no earlier figure. */
  readonly period?: Period
}

/** A place of a sentence that claims something. */
export interface Hit {
  readonly from: number
  readonly to: number
  readonly sense: Sense
  readonly about: Part
  readonly needsSignal: boolean
  readonly whom: readonly Whom[]
  /** Beside which earlier figure, where the words name none: "than before". */
  readonly since?: Since
}

/** The places of a sentence whose words make a claim by themselves. */
export function hitsOfWords(sentence: string, { region }: Reading): Hit[] {
  return claimWords.flatMap(({ pattern, sense, about, needsSignal = false }) =>
    [...sentence.matchAll(pattern)].map((found): Hit => {
      const after = sentence.slice(found.index + found[0].length)
      const isBesideOthers = isExtreme(sense) && besideAll.test(after)
      const named = about !== 'others' || sense === 'vague' ? '' : sense === 'narrowed' || sense === 'widened' ? `${found[0]} ${after.slice(0, 40)}` : after.slice(0, 80)
      return { from: found.index, to: found.index + found[0].length, sense: isBesideOthers ? 'vague' : sense, about: isBesideOthers ? 'others' : about, needsSignal, whom: whomIn(named, region) }
    }),
  )
}

const besideAll = /^(?: \w+){0,4}? (?:in|of|among|across) (?:the )?(?:country|nation|region|england|our|all|neighbours|councils)/i

/** Of claims that share words the longer stands. */
export function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const hit of hits.toSorted((one, other) => other.to - other.from - (one.to - one.from))) if (kept.every(({ from, to }) => hit.to <= from || to <= hit.from)) kept.push(hit)
  return kept
}

export const significant = /\b(?:significant(?:ly)?|statistically)\b/giu

/** "Significant" claims something by itself only where it strengthens no other claim. */
export function significantAlone(sentence: string, hits: readonly Hit[]): Hit[] {
  if (hits.length > 0) return []
  const [found] = sentence.matchAll(significant)
  return found === undefined ? [] : [{ from: found.index, to: found.index + found[0].length, sense: 'change', about: 'time', needsSignal: true, whom: [] }]
}
