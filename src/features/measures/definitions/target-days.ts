import type { LocalDate } from '#core/dates.ts'
import { parsePeriod } from '#core/periods/period.ts'
import type { Target } from './definition.ts'

/** From which day to which a target holds; without an end where it has none. */
export function daysOf({ from, to }: Pick<Target, 'from' | 'to'>): { readonly from: LocalDate | undefined; readonly to: LocalDate | undefined } {
  return { from: parsePeriod(from)?.from, to: to === undefined ? undefined : parsePeriod(to)?.to }
}
