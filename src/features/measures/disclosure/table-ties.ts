import type { TableSum } from './breakdown-sums.ts'
import { isGuarded, type Figure } from './figures.ts'
import { countOf, workedOut } from './worked-out.ts'
import { cellOf, neverShown, restOf, tie, type FigureSum, type Step, type Terms, type World } from './world.ts'

/** A sum by the cells that a reader of one release saw in its figures. */
interface CellsOfSum {
  readonly whole: number
  readonly parts: readonly number[]
}

export function cellsOfSum(world: World, { total, parts, steps = [] }: FigureSum): readonly CellsOfSum[] {
  const [whole, ...cells] = [total, ...parts].map((figure) => cellOf(world, figure))
  const grown = steps.map((step) => tieStep(world, step))
  return whole === undefined || grown.includes(undefined) ? [] : [{ whole, parts: [...cells, ...grown].flatMap((cell) => cell ?? []) }]
}

/**
 * Ties two counts of a year to date by what came between them: a count too, which must not be small and known. Answers its cell; none of one that falls, which was corrected and
 * tells nothing.
 */
export function tieStep(world: World, { before, after }: Step): number | undefined {
  const [from, to] = [cellOf(world, before), cellOf(world, after)]
  if (from === undefined || to === undefined) return undefined
  const terms: Terms = [[to, 1], [from, -1]]
  if ((countOf(world, terms) ?? 0) < 0) return undefined
  const grown = workedOut(world, `${to}-${from}`, terms, { of: after, least: 0, ...(isGuarded(after) ? {} : { isSmall: false }) })
  tie(world, to, [from, grown])
  return grown
}

/** A total and its parts as a release had them. */
export interface TableCells extends CellsOfSum {
  readonly total: Figure
  readonly isInPart: boolean
}

export function cellsOfTable(world: World, sum: TableSum): readonly TableCells[] {
  return cellsOfSum(world, sum).map((cells) => ({ ...cells, total: sum.total, isInPart: sum.isInPart }))
}

/**
 * Ties parts to their total. What a total has besides the parts that are given is a count too, which nobody publishes and everybody can subtract: all missing parts are one
 * cell. Parts that are more than their total are counted otherwise, as where a child is in several, and tell nothing of it.
 */
export function tieTable(world: World, { total, whole, parts, isInPart }: TableCells): void {
  const rest = restOf(world, whole, parts)
  if (rest === undefined) return
  const isKnown = [whole, ...parts].every((place) => world.cells[place]?.count !== undefined)
  if (isKnown ? rest === 0 : !isInPart) tie(world, whole, parts, isInPart ? { isGuess: true } : {})
  if (!isInPart && (!isKnown || rest === 0)) return
  // A measure that is exempt may be made up of some that are not, and of those one may be missing here.
  const isExempt = !isGuarded(total) && (total.field === 'left' || total.definition.sumOf.length === 0)
  const cell = neverShown(world, `rest of ${whole} without ${parts.join(', ')}`, { of: total, count: isKnown ? rest : undefined, least: 0, ...(isExempt ? { isSmall: false } : {}) })
  tie(world, whole, [...parts, cell])
}
