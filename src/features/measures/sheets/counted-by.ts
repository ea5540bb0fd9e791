import { addDays, type LocalDate } from '#core/dates.ts'
import type { Definition } from '../definitions/definition.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { definitionFor } from '../definitions/in-force.ts'
import type { MeasureSheet, Role } from './sheet.ts'

type Versions = Pick<MeasureSheet, 'definition' | 'earlier'>

/** The versions that held before the one of a sheet. */
export function earlierThan({ version }: Definition, versions: readonly Definition[]): readonly Definition[] {
  return versions.filter((one) => one.version < version).toSorted((one, other) => one.version - other.version)
}

/** The version by which the figure of a period is counted: the one that held as the period ended, whichever the sheet is shown by. */
export function countedBy({ definition, earlier = [] }: Versions, slug: string, role: Role = 'own'): Definition {
  const period = periodOf(definition.frequency, slug, role === 'own' ? 'own' : 'others')
  return period === undefined ? definition : definitionFor([...earlier, definition], period)
}

/** A version with the days on which it held: the first from the beginning, the last until now. */
interface Held {
  readonly definition: Definition
  readonly from: LocalDate | undefined
  readonly until: LocalDate | undefined
}

/** Every version of a sheet with the days on which it held, the newest first. */
export function versionsHeld({ definition, earlier = [] }: Versions): readonly Held[] {
  const all = [...earlier, definition]
  const held = all.map((one, place) => {
    const next = all[place + 1]?.effectiveFrom
    return { definition: one, from: place === 0 ? undefined : one.effectiveFrom, until: next && addDays(next, -1) }
  })
  return held.toReversed()
}

/** Whether two versions count the same thing by the same words. */
export function isCountedAlike(one: Definition, other: Definition): boolean {
  return one.definition === other.definition && one.numerator === other.numerator && one.denominator === other.denominator
}
