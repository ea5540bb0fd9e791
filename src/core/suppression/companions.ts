import type { LinkedCells } from './cells.ts'
import type { Bounds, LinearModel, WithModel } from './linear-model.ts'
import type { DisclosurePolicy } from './policy.ts'

interface Unsafe {
  readonly hidden: ReadonlySet<number>
  /** The small cell that can be worked out. */
  readonly cell: number
  readonly policy: DisclosurePolicy
}

/**
 * The cells to hide so that this small one could be anything the policy hides: the cheapest change of figures that keeps every sum and moves it to the
 * policy's largest count, and the cheapest that moves it to the smallest; every cell that has to move is hidden (Kelly, Golden and Assad 1992).
 * None where no such change exists.
 */
export function companionsOf(linked: LinkedCells, { hidden, cell, policy }: Unsafe, withModel: WithModel): number[] {
  const count = linked.cells[cell]?.count ?? 0
  const moves = [policy.largest - count, policy.smallest - count].filter((move) => move !== 0)
  const moved = moves.flatMap((move) => cellsThatMove(linked, { hidden, cell, move }, withModel))
  return [...new Set(moved)].filter((other) => !hidden.has(other))
}

interface Move {
  readonly hidden: ReadonlySet<number>
  readonly cell: number
  readonly move: number
}

function cellsThatMove(linked: LinkedCells, { hidden, cell, move }: Move, withModel: WithModel): number[] {
  const solution = withModel(changesOf(linked), (minimise) =>
    minimise({
      costs: linked.cells.flatMap(({ count }, place) => {
        const cost = hidden.has(place) ? 0 : count
        return [[up(place), cost] as const, [down(place), cost] as const]
      }),
      bounds: [
        [up(cell), exactly(Math.max(move, 0))],
        [down(cell), exactly(Math.max(-move, 0))],
      ],
    }),
  )
  if (solution.kind !== 'found') return []
  const moves = (column: number) => (solution.values[column] ?? 0) > 1e-6
  return linked.cells.flatMap((_cell, place) => (moves(up(place)) || moves(down(place)) ? [place] : []))
}

/** Each cell may go up and down: two columns, as the cost is that of the way, whichever its direction. Every sum stays a sum, a nought stays a nought and nothing becomes one. */
function changesOf({ cells, sums }: LinkedCells): LinearModel {
  const columns = cells.flatMap(({ count, isFixed }): Bounds[] => {
    if (isFixed === true || count === 0) return [exactly(0), exactly(0)]
    return [{ lower: 0, upper: Number.POSITIVE_INFINITY }, { lower: 0, upper: count - 1 }]
  })
  const both = (place: number, factor: number) => [[up(place), factor] as const, [down(place), -factor] as const]
  return { columns, rows: sums.map(({ total, parts }) => ({ terms: [...parts.flatMap((part) => both(part, 1)), ...both(total, -1)], equals: 0 })) }
}

function up(place: number): number {
  return place * 2
}

function down(place: number): number {
  return place * 2 + 1
}

function exactly(value: number): Bounds {
  return { lower: value, upper: value }
}
