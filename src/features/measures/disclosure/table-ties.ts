import type { TableSum } from './breakdown-sums.ts'
import type { Figure } from './figures.ts'
import { policyOf } from './policies.ts'
import { cellOf, neverShown, restOf, tie, type FigureSum, type World } from './world.ts'

/** A sum by the cells that a reader of one release saw in its figures. */
interface CellsOfSum {
  readonly whole: number
  readonly parts: readonly number[]
}

export function cellsOfSum(world: World, { total, parts }: FigureSum): readonly CellsOfSum[] {
  const [whole, ...cells] = [total, ...parts].map((figure) => cellOf(world, figure))
  return whole === undefined ? [] : [{ whole, parts: cells.flatMap((cell) => cell ?? []) }]
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
  if (isKnown ? rest === 0 : !isInPart) return tie(world, whole, parts)
  // A measure that is exempt may be made up of some that are not, and of those one may be missing here.
  const isExempt = policyOf(total.definition) === undefined && total.definition.sumOf.length === 0
  const cell = neverShown(world, `rest of ${whole} without ${parts.join(', ')}`, { of: total, count: isKnown ? rest : undefined, least: 0, ...(isExempt ? { isSmall: false } : {}) })
  tie(world, whole, [...parts, cell])
}
