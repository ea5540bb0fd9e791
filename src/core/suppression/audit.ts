import type { KnownRange, LinkedCells } from './cells.ts'
import type { LinearModel, Solution, WithModel } from './linear-model.ts'

/** Room for the solver's rounding, far below one child. */
const rounding = 1e-6

/**
 * The range that all shown figures together leave to each hidden one, by linear programming over every sum. The attacker knows that counts are whole, and
 * that what is hidden is one at least, as nought is shown. Only `asked` cells are worked out.
 */
export function knownRanges(linked: LinkedCells, hidden: ReadonlySet<number>, withModel: WithModel, asked: readonly number[] = [...hidden]): KnownRange[] {
  if (asked.length === 0) return []
  const places = [...hidden].toSorted((one, other) => one - other)
  return withModel(attackersModel(linked, places), (minimise) =>
    asked.toSorted((one, other) => one - other).map((cell) => {
      const column = places.indexOf(cell)
      return { cell, lowest: lowest(minimise({ costs: [[column, 1]] })), highest: -lowest(minimise({ costs: [[column, -1]] })) }
    }),
  )
}

/** The hidden cells as columns, in the order given, and each sum with what it leaves to them. */
function attackersModel({ cells, sums }: LinkedCells, places: readonly number[]): LinearModel {
  const columns = new Map(places.map((cell, column) => [cell, column]))
  const rows = sums.map(({ total, parts }) => {
    const signed = [...parts.map((part) => [part, 1] as const), [total, -1] as const]
    const terms = signed.flatMap(([cell, factor]) => {
      const column = columns.get(cell)
      return column === undefined ? [] : [[column, factor] as const]
    })
    const shown = signed.filter(([cell]) => !columns.has(cell)).reduce((sum, [cell, factor]) => sum + factor * (cells[cell]?.count ?? 0), 0)
    return { terms, equals: -shown }
  })
  return { columns: places.map(() => ({ lower: 1, upper: Number.POSITIVE_INFINITY })), rows: rows.filter(({ terms }) => terms.length > 0) }
}

function lowest(solution: Solution): number {
  if (solution.kind === 'unbounded') return Number.NEGATIVE_INFINITY
  if (solution.kind === 'impossible') throw new Error('The shown figures contradict each other, although every sum was checked.')
  return Math.ceil(solution.cost - rounding)
}
