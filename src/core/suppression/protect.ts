import { ok, refuse, type Outcome } from '../outcome.ts'
import { knownRanges, soughtAround } from './audit.ts'
import type { KnownRange, LinkedCells, Protected, Reason } from './cells.ts'
import { companionsOf } from './companions.ts'
import type { WithModel } from './linear-model.ts'
import { isSmall, type DisclosurePolicy } from './policy.ts'
import { areSafe, type Levels } from './safety.ts'
import { isToldAtOnce } from './told-at-once.ts'

/**
 * Hides small counts, and as many others as it takes so that nobody can work a small one out more closely than the policy itself tells: the range that
 * all shown figures leave to it holds the whole of the policy's, less what is known wherever noughts are shown. Two hidden cells in each line are no proof of that; the audit is.
 * Refuses what cannot be protected, because what would have to be hidden is public already.
 */
export function protect(linked: LinkedCells, policy: DisclosurePolicy, withModel: WithModel): Outcome<Protected> {
  const { unsafe, ...found } = hideSmall(linked, policy, withModel)
  return unsafe.length > 0 ? refuse('not-now', unprotectable) : ok(found)
}

const unprotectable =
  'These tables cannot be published together: a small count could be worked out from what is shown or public already. Publish fewer rows or columns, or join small groups into larger ones.'

/** Protected as far as that can be done. */
interface Hidden extends Protected {
  /** The small cells that can be worked out all the same. */
  readonly unsafe: readonly number[]
}

/** As `protect`, naming the cells that nothing protects instead of refusing. */
export function hideSmall(linked: LinkedCells, policy: DisclosurePolicy, withModel: WithModel): Hidden {
  const small = linked.cells.flatMap((cell, place) => (cell.isFixed !== true && (cell.isSmall ?? isSmall(cell.count, policy)) ? [place] : []))
  const figures = figuresIn(linked)
  const never = linked.cells.flatMap(({ isNeverShown }, place) => (isNeverShown === true ? [place] : []))
  const hidden = new Set([...never.flatMap((cell) => [cell, ...figures.with(cell)]), ...small.flatMap((cell) => figures.with(cell))])
  const kept = new Set(hidden)
  const levels = protectionOf(linked, { small, kept, policy }, withModel)
  const isSafe = (without: ReadonlySet<number>, asked: readonly number[]) => areSafe(linked, { hidden: without, asked, levels }, withModel)
  const smallOnes = new Set(small)
  /** Which small cell each companion was hidden for: the first that would be told without it. */
  const neededBy = new Map<number, number>()
  for (const cell of small) {
    if (!isToldAtOnce(linked, hidden, { shown: [cell], small: new Set([cell]) }) && isSafe(hidden, [cell])) continue
    for (const companion of companionsOf(linked, { hidden, cell, range: levels.get(cell) ?? policy }, withModel))
      for (const other of figures.with(companion)) {
        hidden.add(other)
        neededBy.set(other, cell)
      }
  }
  for (const cell of dearestFirst(linked, [...hidden].filter((place) => !kept.has(place)))) {
    if (!hidden.has(cell)) continue
    const without = new Set(hidden)
    for (const other of figures.with(cell)) without.delete(other)
    if (isToldAtOnce(linked, without, { shown: figures.with(cell), small: smallOnes })) continue
    const first = neededBy.get(cell)
    const piece = soughtAround(linked, hidden, figures.with(cell))
    const near = small.filter((one) => one !== first && piece.cells.has(one))
    if (isSafe(without, first === undefined ? near : [first, ...near])) for (const other of figures.with(cell)) hidden.delete(other)
  }
  const audit = knownRanges(linked, hidden, withModel)
  const unsafe = audit.filter((range) => isUnsafe(range, levels)).map(({ cell }) => cell)
  return { reasons: linked.cells.map((_cell, place) => reasonOf(place, hidden, small)), audit, unsafe }
}

function isUnsafe({ cell, lowest, highest }: KnownRange, levels: Levels): boolean {
  const level = levels.get(cell)
  return level !== undefined && !(lowest <= level.smallest && highest >= level.largest)
}

interface ToProtect {
  readonly small: readonly number[]
  readonly kept: ReadonlySet<number>
  readonly policy: DisclosurePolicy
}

/**
 * Which range each small cell must be left: the policy's, less what everybody knows even where all but the noughts is hidden. A total of two parts that are not
 * nought is two at least, whatever is done.
 */
function protectionOf({ cells, sums }: LinkedCells, { small, kept, policy }: ToProtect, withModel: WithModel): Levels {
  const nothingShown = new Set(cells.flatMap(({ count }, place) => (count !== 0 || kept.has(place) ? [place] : [])))
  const known = knownRanges({ cells, sums }, nothingShown, withModel, small)
  return new Map(
    known.map(({ cell, lowest, highest }) => {
      const placed = cells[cell]?.placed
      return [cell, levelWithin(policy, { least: Math.max(lowest, placed?.lowest ?? lowest), most: Math.min(highest, placed?.highest ?? highest) })]
    }),
  )
}

/** What is known already may leave one count alone of the policy's; it must not be told that it is that one, and no other. */
function levelWithin({ smallest, largest }: DisclosurePolicy, { least, most }: { readonly least: number; readonly most: number }): { readonly smallest: number; readonly largest: number } {
  return { smallest: Math.max(Math.min(smallest, most - 1), least), largest: Math.min(Math.max(largest, least + 1), most) }
}

/** The cells that are hidden with one, itself among them: those of its figure, except what is public. */
function figuresIn({ cells }: LinkedCells): { readonly with: (place: number) => readonly number[] } {
  const places = Map.groupBy([...cells.keys()].filter((place) => cells[place]?.isFixed !== true), (place) => cells[place]?.figure ?? `cell ${place}`)
  return { with: (place) => places.get(cells[place]?.figure ?? `cell ${place}`) ?? [] }
}

/** What was hidden for the sake of others; the cell whose figure is missed most is tried first. */
function dearestFirst({ cells }: LinkedCells, companions: readonly number[]): number[] {
  return companions.toSorted((one, other) => (cells[other]?.count ?? 0) - (cells[one]?.count ?? 0))
}

function reasonOf(place: number, hidden: ReadonlySet<number>, small: readonly number[]): Reason {
  if (!hidden.has(place)) return 'open'
  return small.includes(place) ? 'primary' : 'secondary'
}
