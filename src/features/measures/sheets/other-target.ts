import type { Definition, Target } from '../definitions/definition.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { isSetForOthers } from '../definitions/in-force.ts'
import { daysOf } from '../definitions/target-days.ts'
import { periodName, shownTarget } from './shown.ts'

/** Where none holds for a period: the next that is set, or else the last that was. None where neither way is better. */
export function targetBeside(definition: Definition, asOf: string): Target | undefined {
  if (definition.polarity === 'neither') return undefined
  const inOrder = definition.targets.toSorted((one, other) => ((daysOf(one).from ?? '') < (daysOf(other).from ?? '') ? -1 : 1))
  return inOrder.find((target) => isToCome(target, definition, asOf)) ?? inOrder.at(-1)
}

export function isToCome(target: Target, { frequency }: Definition, asOf: string): boolean {
  return (daysOf(target).from ?? '') > (periodOf(frequency, asOf)?.to ?? '')
}

/** Whether a break lies between it and the figure, so that it is no target of what is counted now. */
export function isOfOtherDefinition(target: Target, definition: Definition, asOf: string): boolean {
  const period = periodOf(definition.frequency, asOf)
  return period !== undefined && isSetForOthers(definition, target, period)
}

/** "64.0% or more for 2013/14, national" */
export function targetAndPeriod(target: Target, definition: Definition): string {
  return `${shownTarget(target.value, definition)}${sides[definition.polarity]} ${heldFor(target, definition)}, ${whoseWords[target.whose]}`
}

export const whoseWords = { national: 'national', council: 'the council’s own', partnership: 'the partnership’s' } as const

/** Which side of the target is meant, as one says it. */
export const sides: Readonly<Record<Definition['polarity'], string>> = { higher: ' or more', lower: ' or less', neither: '' }

/** "for 2013/14", "for 2013/14 to 2015/16", "from 2013/14 on" */
function heldFor({ from, to }: Target, definition: Definition): string {
  const [first, last] = [from, to].map((slug) => slug && periodName(slug, definition))
  return last === undefined ? `from ${first} on` : `for ${first === last ? first : `${first} to ${last}`}`
}
