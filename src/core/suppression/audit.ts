import type { CountCell, KnownRange, LinkedCells } from './cells.ts'
import { pieceAround, type Piece } from './pieces.ts'
import type { Ask, Bounds, LinearModel, Solution, WithModel } from './linear-model.ts'

/** Room for the solver's rounding, far below one child. */
const rounding = 1e-6

/**
 * The range that all shown figures together leave to each hidden one, by linear programming over every sum. The attacker knows that counts are whole, and
 * that what is hidden is one at least, as nought is shown. Only `asked` cells are worked out. Undefined where the shown figures contradict each other.
 */
export function rangesIn(linked: LinkedCells, hidden: ReadonlySet<number>, withModel: WithModel, asked: readonly number[] = [...hidden]): KnownRange[] | undefined {
  const ranges: KnownRange[] = []
  let rest = asked
  while (rest[0] !== undefined) {
    const piece = soughtAround(linked, hidden, [rest[0]])
    const found = rangesInPiece(linked, { hidden, piece, asked: rest.filter((cell) => piece.cells.has(cell)) }, withModel)
    if (found === undefined) return undefined
    ranges.push(...found)
    rest = rest.filter((cell) => !piece.cells.has(cell))
  }
  return ranges.toSorted((one, other) => one.cell - other.cell)
}

interface AskedInPiece {
  readonly hidden: ReadonlySet<number>
  readonly piece: Piece
  readonly asked: readonly number[]
}

function rangesInPiece(linked: LinkedCells, { hidden, piece, asked }: AskedInPiece, withModel: WithModel): readonly KnownRange[] | undefined {
  if (piece.sums.size === 0) return asked.map((cell) => ({ cell, lowest: leastKnown(linked.cells[cell]), highest: Number.POSITIVE_INFINITY }))
  const { model, columns } = attackersModel(linked, hidden, piece)
  return withModel(model, (minimise) => {
    const ranges: KnownRange[] = []
    for (const cell of asked) {
      const column = columns.get(cell) ?? 0
      const [lowest, highest] = [leastOf(minimise, [column, 1]), leastOf(minimise, [column, -1])]
      if (lowest === undefined || highest === undefined) return undefined
      ranges.push({ cell, lowest, highest: -highest })
    }
    return ranges
  })
}

/** What an attacker has to find together with these cells; what is shown exactly parts it from the rest. */
export function soughtAround(linked: LinkedCells, hidden: ReadonlySet<number>, starts: readonly number[]): Piece {
  return pieceAround(linked, starts, { through: (cell) => hidden.has(cell) || linked.cells[cell]?.shownAs !== undefined })
}

/** As `rangesIn`, of figures that are known to add up. */
export function knownRanges(linked: LinkedCells, hidden: ReadonlySet<number>, withModel: WithModel, asked?: readonly number[]): KnownRange[] {
  const ranges = rangesIn(linked, hidden, withModel, asked)
  if (ranges === undefined) throw new Error('The shown figures contradict each other, although every sum was checked.')
  return ranges
}

/** Counts that all sums and all that is shown allow, by cell, where the count of some is not known; undefined where there are none. */
export function countsThatFit(linked: LinkedCells, unknown: ReadonlySet<number>, withModel: WithModel): ReadonlyMap<number, number> | undefined {
  const { model, columns } = attackersModel(linked, unknown, { cells: unknown, sums: new Set(linked.sums.keys()) })
  const found = withModel(model, (minimise) => minimise({ costs: [], isWhole: true }))
  if (found.kind !== 'found') return undefined
  return new Map([...columns].map(([cell, column]) => [cell, Math.round(found.values[column] ?? 0)]))
}

/** What the attacker has to find in a piece, as columns: the hidden cells, and those that are only shown rounded. Each sum is a row, with what is known exactly on the other side. */
export function attackersModel({ cells, sums }: LinkedCells, hidden: ReadonlySet<number>, piece: Piece): { readonly model: LinearModel; readonly columns: ReadonlyMap<number, number> } {
  const sought = [...piece.cells]
  const columns = new Map(sought.map((cell, column) => [cell, column]))
  const rows = [...piece.sums].flatMap((place) => sums[place] ?? []).map(({ total, parts }) => {
    const signed = [...parts.map((part) => [part, 1] as const), [total, -1] as const]
    const terms = signed.flatMap(([cell, factor]) => {
      const column = columns.get(cell)
      return column === undefined ? [] : [[column, factor] as const]
    })
    const shown = signed.filter(([cell]) => !columns.has(cell)).reduce((sum, [cell, factor]) => sum + factor * (cells[cell]?.count ?? 0), 0)
    return { terms, equals: -shown }
  })
  const model = { columns: sought.map((cell) => boundsOf(cells[cell], hidden.has(cell))), rows: rows.filter(({ terms }) => terms.length > 0) }
  return { model, columns }
}

function boundsOf(cell: CountCell | undefined, isHidden: boolean): Bounds {
  if (!isHidden && cell?.shownAs !== undefined) return { lower: cell.shownAs.lowest, upper: cell.shownAs.highest }
  return { lower: leastKnown(cell), upper: Number.POSITIVE_INFINITY, ...(cell?.isUnknown === true ? { mayBeSplit: true as const } : {}) }
}

/** So many at least is a hidden cell, as everybody knows. */
export function leastKnown(cell: CountCell | undefined): number {
  return cell?.least ?? Math.min(1, cell?.count ?? 1)
}

function leastOf(minimise: (ask: Ask) => Solution, cost: readonly [column: number, cost: number]): number | undefined {
  const solution = minimise({ costs: [cost], isWhole: true })
  if (solution.kind === 'unbounded') return Number.NEGATIVE_INFINITY
  return solution.kind === 'impossible' ? undefined : Math.ceil(solution.cost - rounding)
}
