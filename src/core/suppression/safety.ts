import { attackersModel, soughtAround } from './audit.ts'
import type { LinkedCells } from './cells.ts'
import type { Ask, Bounds, Solution, WithModel } from './linear-model.ts'
import type { Piece } from './pieces.ts'

/** Which range small cells must be left, by their places. */
export type Levels = ReadonlyMap<number, { readonly smallest: number; readonly largest: number }>

interface Asked {
  readonly hidden: ReadonlySet<number>
  readonly asked: readonly number[]
  readonly levels: Levels
}

/**
 * Whether each of these small cells could be the least of its range and the most of it, for all that is shown. Figures that fit one question answer others too,
 * so that most cells need none of their own.
 */
export function areSafe(linked: LinkedCells, { hidden, asked, levels }: Asked, withModel: WithModel): boolean {
  let rest = asked
  while (rest[0] !== undefined) {
    const piece = soughtAround(linked, hidden, [rest[0]])
    const inside = rest.filter((cell) => piece.cells.has(cell))
    if (piece.sums.size > 0 && !areSafeInPiece(linked, { hidden, asked: inside, levels }, piece, withModel)) return false
    rest = rest.filter((cell) => !piece.cells.has(cell))
  }
  return true
}

function areSafeInPiece(linked: LinkedCells, { hidden, asked, levels }: Asked, piece: Piece, withModel: WithModel): boolean {
  const { model, columns } = attackersModel(linked, hidden, piece)
  const sides = asked.flatMap((cell): Side[] => {
    const [column, level] = [columns.get(cell) ?? 0, levels.get(cell)]
    const usual = model.columns[column]
    if (level === undefined || usual === undefined) return []
    return [{ column, bounds: { lower: usual.lower, upper: Math.min(usual.upper, level.smallest) } }, { column, bounds: { lower: Math.max(usual.lower, level.largest), upper: usual.upper } }]
  })
  return withModel(model, (minimise) => areAllPossible(sides, minimise))
}

/** That a column lies between these. */
interface Side {
  readonly column: number
  readonly bounds: Bounds
}

function areAllPossible(sides: readonly Side[], minimise: (ask: Ask) => Solution): boolean {
  let open = sides
  while (open[0] !== undefined) {
    const { column, bounds } = open[0]
    if (bounds.lower > bounds.upper) return false
    const found = minimise({ costs: [], bounds: [[column, bounds]], isWhole: true })
    if (found.kind !== 'found') return false
    open = open.slice(1).filter((side) => !holds(side, found.values))
  }
  return true
}

function holds({ column, bounds: { lower, upper } }: Side, values: readonly number[]): boolean {
  const value = values[column]
  return value !== undefined && value >= lower - 1e-6 && value <= upper + 1e-6
}
