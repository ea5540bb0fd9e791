import type { LocalDate } from '#core/dates.ts'
import type { Period } from '#core/periods/period.ts'
import type { Definition, Target } from './definition.ts'
import { periodOf } from './frequencies.ts'
import { daysOf } from './target-days.ts'

/** The version of a measure that holds on a day: the latest that has begun, and before the second the first. Versions may come in any order; there is at least one. */
export function definitionOn(versions: readonly Definition[], day: LocalDate): Definition {
  const [first, ...later] = versions.toSorted((one, other) => one.version - other.version)
  if (first === undefined) throw new Error('A measure without a version')
  return later.findLast(({ effectiveFrom }) => effectiveFrom !== undefined && effectiveFrom <= day) ?? first
}

/** The version by which the figure of a period is counted: the one that holds as the period ends. */
export function definitionFor(versions: readonly Definition[], period: Period): Definition {
  return definitionOn(versions, period.to)
}

/** Whose target decides where several hold. */
const order: readonly Target['whose'][] = ['council', 'partnership', 'national']

/** The targets that hold for the whole of a period, the council's own first: it is the one that is judged by. What was set for figures of another kind is no target of these. */
export function targetsIn(definition: Pick<Definition, 'targets' | 'breaks' | 'frequency'>, period: Period): readonly Target[] {
  const holding = definition.targets.filter((target) => {
    const { from, to } = daysOf(target)
    return from !== undefined && from <= period.from && (to === undefined || period.to <= to) && !isSetForOthers(definition, target, period)
  })
  return holding.toSorted((one, other) => order.indexOf(one.whose) - order.indexOf(other.whose))
}

/** Whether a break lies between a target and a period, so that it was set for figures that are not like those of the period. What was set or reviewed after the break was not. */
export function isSetForOthers({ breaks, frequency }: Pick<Definition, 'breaks' | 'frequency'>, target: Target, period: Period): boolean {
  const { from } = daysOf(target)
  if (from === undefined) return false
  const held = [from, target.setOn, target.reviewedOn].filter((day) => day !== undefined).toSorted().at(-1) ?? from
  const [first, last] = from > period.from ? [period.from, from] : [held, period.from]
  return breaks.some((found) => {
    const at = periodOf(frequency, found.period)?.from
    return at !== undefined && first < at && at <= last
  })
}

/** Why figures from this period on are not like those before; undefined where they are. */
export function breakAt({ breaks }: Pick<Definition, 'breaks'>, period: Pick<Period, 'slug'>): Definition['breaks'][number] | undefined {
  return breaks.find((found) => found.period === period.slug)
}

/** The decision to begin new limits at this period, if there is one. */
export function rebaseAt({ rebases }: Pick<Definition, 'rebases'>, period: Pick<Period, 'slug'>): Definition['rebases'][number] | undefined {
  return rebases.find((found) => found.period === period.slug)
}
