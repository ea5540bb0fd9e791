import { addDays, type LocalDate } from '#core/dates.ts'
import { clashesOf, type PlannedBody, type Slot } from './clashes.ts'

/** Whole weeks first, so that the meeting keeps its weekday; then other days near by. */
const steps = [7, -7, 14, -14, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 8, -8, 9, -9, 10, -10, 21, -21, 28, -28]

/** The nearest day without any clash, on the same weekday where one is free within a fortnight; undefined where four weeks around have none. */
export function nearestFreeDay(
  proposal: Slot,
  others: readonly Slot[],
  bodies: ReadonlyMap<string,
  PlannedBody>,
  notBefore: LocalDate,
): LocalDate | undefined {
  return steps.map((days) => addDays(proposal.date, days)).find((date) => date >= notBefore && clashesOf({ ...proposal, date }, others, bodies).length === 0)
}
