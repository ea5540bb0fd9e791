import type { Definition, Target } from '../definitions/definition.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { isOfOtherDefinition, sides, targetAndPeriod, targetBeside, whoseWords } from '../sheets/other-target.ts'
import { shownTarget } from '../sheets/shown.ts'

/** "5.0% or less, national", where there is little room; undefined where there is none. */
export function targetWords({ judgement, definition }: Pick<MeasureSheet, 'judgement' | 'definition'>): string | undefined {
  const { of } = judgement.target
  return of === undefined ? undefined : `${shownTarget(of.value, definition)}${sides[definition.polarity]}, ${whoseWords[of.whose]}`
}

/** Where none holds for the period that is judged: the next that is set, or else the last that was. None where neither way is better. */
export function otherTarget({ judgement, definition, asOf }: Pick<MeasureSheet, 'judgement' | 'definition' | 'asOf'>): Target | undefined {
  return judgement.target.of === undefined ? targetBeside(definition, asOf) : undefined
}

/** Whether that target was set for figures that are not like the one that is judged: it is never to be read beside it as if it were its own. */
export function isTargetOfOtherDefinition(sheet: Pick<MeasureSheet, 'judgement' | 'definition' | 'asOf'>): boolean {
  const target = otherTarget(sheet)
  return target !== undefined && isOfOtherDefinition(target, sheet.definition, sheet.asOf)
}

/** "64.0% or more for 2013/14, national": a target of another period than the one that is judged; undefined where none is set. Of one that was set for another definition that is said first. */
export function otherTargetWords(sheet: Pick<MeasureSheet, 'judgement' | 'definition' | 'asOf'>): string | undefined {
  const target = otherTarget(sheet)
  if (target === undefined) return undefined
  const words = targetAndPeriod(target, sheet.definition)
  return isTargetOfOtherDefinition(sheet) ? `None by this definition; set for another: ${words}` : words
}

const found = { met: 'met', missed: 'missed', 'cannot-tell': 'chance alone may decide' } as const

/** "missed"; undefined where there is nothing to meet. */
export function targetFound({ judgement }: Pick<MeasureSheet, 'judgement'>): string | undefined {
  const { kind } = judgement.target.found
  return kind === 'none' ? undefined : found[kind]
}

/** Which way is better, in words. */
export const polarityWords: Readonly<Record<Definition['polarity'], string>> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  neither: 'Neither is better: it is context for other measures, and is never coloured',
}
