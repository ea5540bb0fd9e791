import type { Definition, Target } from '../definitions/definition.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { daysOf } from '../definitions/target-days.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { periodName, shownValue } from '../sheets/shown.ts'

const whose = { national: 'national', council: 'the council’s own', partnership: 'the partnership’s' } as const

/** Which side of the target is meant, as one says it. */
const sides: Readonly<Record<Definition['polarity'], string>> = { higher: ' or more', lower: ' or less', neither: '' }

/** "5.0% or less, national", where there is little room; undefined where there is none. */
export function targetWords({ judgement, definition }: Pick<MeasureSheet, 'judgement' | 'definition'>): string | undefined {
  const { of } = judgement.target
  return of === undefined ? undefined : `${shownValue(of.value, definition)}${sides[definition.polarity]}, ${whose[of.whose]}`
}

/** Where none holds for the period that is judged: the next that is set, or else the last that was. None where neither way is better. */
export function otherTarget({ judgement, definition, asOf }: Pick<MeasureSheet, 'judgement' | 'definition' | 'asOf'>): Target | undefined {
  if (judgement.target.of !== undefined || definition.polarity === 'neither') return undefined
  const end = periodOf(definition.frequency, asOf)?.to ?? ''
  const inOrder = definition.targets.toSorted((one, other) => ((daysOf(one).from ?? '') < (daysOf(other).from ?? '') ? -1 : 1))
  return inOrder.find((target) => (daysOf(target).from ?? '') > end) ?? inOrder.at(-1)
}

/** "64.0% or more for 2013/14, national": a target of another period than the one that is judged; undefined where none is set. */
export function otherTargetWords(sheet: Pick<MeasureSheet, 'judgement' | 'definition' | 'asOf'>): string | undefined {
  const { definition } = sheet
  const target = otherTarget(sheet)
  return target === undefined ? undefined : `${shownValue(target.value, definition)}${sides[definition.polarity]} ${heldFor(target, definition)}, ${whose[target.whose]}`
}

/** "for 2013/14", "for 2013/14 to 2015/16", "from 2013/14 on" */
function heldFor({ from, to }: Target, definition: Definition): string {
  const [first, last] = [from, to].map((slug) => slug && periodName(slug, definition))
  return last === undefined ? `from ${first} on` : `for ${first === last ? first : `${first} to ${last}`}`
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
