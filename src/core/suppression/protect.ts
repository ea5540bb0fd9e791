import { ok, refuse, type Outcome } from '../outcome.ts'
import { knownRanges } from './audit.ts'
import type { KnownRange, LinkedCells, Protected, Reason } from './cells.ts'
import { companionsOf } from './companions.ts'
import type { WithModel } from './linear-model.ts'
import { isSmall, type DisclosurePolicy } from './policy.ts'

/**
 * Hides small counts, and as many others as it takes so that nobody can work a small one out more closely than the policy itself tells: the range that
 * all shown figures leave to it holds the whole of the policy's. Two hidden cells in each line are no proof of that; the audit is.
 * Refuses what cannot be protected, because what would have to be hidden is public already.
 */
export function protect(linked: LinkedCells, policy: DisclosurePolicy, withModel: WithModel): Outcome<Protected> {
  const small = linked.cells.flatMap(({ count, isFixed }, cell) => (isSmall(count, policy) && isFixed !== true ? [cell] : []))
  const safe = (hidden: ReadonlySet<number>, cells: readonly number[]) => areSafe(knownRanges(linked, hidden, withModel, cells), policy)
  const hidden = new Set(small)
  for (const cell of small) if (!safe(hidden, [cell])) for (const companion of companionsOf(linked, { hidden, cell, policy }, withModel)) hidden.add(companion)
  for (const cell of dearestFirst(linked, hidden, small)) {
    const without = new Set(hidden)
    without.delete(cell)
    if (safe(without, small)) hidden.delete(cell)
  }
  const audit = knownRanges(linked, hidden, withModel)
  if (!areSafe(audit.filter(({ cell }) => small.includes(cell)), policy)) return refuse('not-now', unprotectable)
  return ok({ reasons: linked.cells.map((_cell, place) => reasonOf(place, hidden, small)), audit })
}

const unprotectable =
  'These tables cannot be published together: a small count could be worked out from what is shown or public already. Publish fewer rows or columns, or join small groups into larger ones.'

function areSafe(ranges: readonly KnownRange[], { smallest, largest }: DisclosurePolicy): boolean {
  return ranges.every(({ lowest, highest }) => lowest <= smallest && highest >= largest)
}

/** What was hidden for the sake of others; the cell whose figure is missed most is tried first. */
function dearestFirst({ cells }: LinkedCells, hidden: ReadonlySet<number>, small: readonly number[]): number[] {
  return [...hidden].filter((cell) => !small.includes(cell)).toSorted((one, other) => (cells[other]?.count ?? 0) - (cells[one]?.count ?? 0))
}

function reasonOf(place: number, hidden: ReadonlySet<number>, small: readonly number[]): Reason {
  if (!hidden.has(place)) return 'open'
  return small.includes(place) ? 'primary' : 'secondary'
}
