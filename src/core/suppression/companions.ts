import { leastKnown } from './audit.ts'
import type { CountCell, LinkedCells } from './cells.ts'
import { pieceAround, type Piece } from './pieces.ts'
import type { Bounds, LinearModel, WithModel } from './linear-model.ts'
import type { DisclosurePolicy } from './policy.ts'

interface Unsafe {
  readonly hidden: ReadonlySet<number>
  /** The small cell that can be worked out. */
  readonly cell: number
  /** What it must be possible that it is. */
  readonly range: Pick<DisclosurePolicy, 'smallest' | 'largest'>
}

/**
 * The cells to hide so that this small one could be anything in its range: the cheapest change of figures that keeps every sum and moves it to the
 * largest count of the range, and the cheapest that moves it to the smallest; every cell that has to move is hidden (Kelly, Golden and Assad 1992).
 * None where no such change exists.
 */
export function companionsOf(linked: LinkedCells, { hidden, cell, range }: Unsafe, withModel: WithModel): number[] {
  const count = linked.cells[cell]?.count ?? 0
  const moves = [Math.max(range.largest - count, 0), Math.min(range.smallest - count, 0)].filter((move) => move !== 0)
  const moved = moves.flatMap((move) => nearestThatMove(linked, { hidden, cell, move }, withModel))
  return [...new Set(moved)].filter((other) => !hidden.has(other))
}

interface Move {
  readonly hidden: ReadonlySet<number>
  readonly cell: number
  readonly move: number
}

/** As many sums away companions are sought first, which is quick: nearly always they stand in the same rows and columns. */
const reaches = [2, 4, Number.POSITIVE_INFINITY]

function nearestThatMove(linked: LinkedCells, move: Move, withModel: WithModel): readonly number[] {
  for (const reach of reaches) {
    const piece = pieceAround(linked, [move.cell], { through: () => true, reach })
    const moved = cellsThatMove(linked, move, piece, withModel)
    if (moved !== undefined) return moved
    if (piece.cells.size === linked.cells.length) break
  }
  return []
}

function cellsThatMove(linked: LinkedCells, { hidden, cell, move }: Move, piece: Piece, withModel: WithModel): readonly number[] | undefined {
  const places = [...piece.cells]
  const at = new Map(places.map((place, column) => [place, column]))
  const moving = at.get(cell) ?? 0
  const solution = withModel(changesOf(linked, hidden, { piece, at }), (minimise) =>
    minimise({
      costs: places.flatMap((place, column) => {
        const cost = hidden.has(place) ? 0 : (linked.cells[place]?.count ?? 0)
        return [[up(column), cost] as const, [down(column), cost] as const]
      }),
      bounds: [
        [up(moving), exactly(Math.max(move, 0))],
        [down(moving), exactly(Math.max(-move, 0))],
      ],
      isWhole: true,
    }),
  )
  if (solution.kind !== 'found') return undefined
  const moves = (column: number) => (solution.values[column] ?? 0) > 1e-6
  return places.filter((_place, column) => moves(up(column)) || moves(down(column)))
}

interface Columns {
  readonly piece: Piece
  readonly at: ReadonlyMap<number, number>
}

/** Each cell may go up and down: two columns, as the cost is that of the way, whichever its direction. Every sum stays a sum, a nought that is shown stays a nought and nothing becomes one; what is outside the piece stays as it is. */
function changesOf({ cells, sums }: LinkedCells, hidden: ReadonlySet<number>, { piece, at }: Columns): LinearModel {
  const columns = [...piece.cells].flatMap((place) => roomOf(cells[place] ?? { count: 0 }, hidden.has(place)))
  const both = (place: number, factor: number) => {
    const column = at.get(place)
    return column === undefined ? [] : [[up(column), factor] as const, [down(column), -factor] as const]
  }
  const rows = [...piece.sums].flatMap((place) => sums[place] ?? [])
  return { columns, rows: rows.map(({ total, parts }) => ({ terms: [...parts.flatMap((part) => both(part, 1)), ...both(total, -1)], equals: 0 })) }
}

/** How far a cell can go up and down before a reader sees that it moved, or could have known that it did not. */
function roomOf(cell: CountCell, isHidden: boolean): readonly [Bounds, Bounds] {
  const { count, isFixed, shownAs } = cell
  if (isFixed === true && !isHidden) return [upTo((shownAs?.highest ?? count) - count), upTo(count - (shownAs?.lowest ?? count))]
  if (count === 0 && !isHidden) return [exactly(0), exactly(0)]
  return [upTo(Number.POSITIVE_INFINITY), upTo(Math.max(count - leastKnown(cell), 0))]
}

function up(column: number): number {
  return column * 2
}

function down(column: number): number {
  return column * 2 + 1
}

function exactly(value: number): Bounds {
  return { lower: value, upper: value }
}

function upTo(value: number): Bounds {
  return { lower: 0, upper: value }
}
