import type { LinkedCells } from './cells.ts'
import { sumsOf } from './pieces.ts'

/**
 * Whether a reader finds one of these cells by plain subtraction, once `shown` are not hidden any more: a sum with one unknown number tells it, and what it tells may
 * leave one unknown in another. A quick answer where it is yes; a no says nothing.
 */
export function isToldAtOnce(linked: LinkedCells, hidden: ReadonlySet<number>, { shown, small }: { readonly shown: readonly number[]; readonly small: ReadonlySet<number> }): boolean {
  const found = new Set<number>()
  const isUnknown = (cell: number) => (hidden.has(cell) || linked.cells[cell]?.shownAs !== undefined) && !found.has(cell)
  const waiting = shown.flatMap((cell) => sumsOf(linked, cell))
  for (let sum = waiting.pop(); sum !== undefined; sum = waiting.pop()) {
    const { total = -1, parts = [] } = linked.sums[sum] ?? {}
    const unknown = [total, ...parts].filter(isUnknown)
    const [cell] = unknown
    if (cell === undefined || unknown.length > 1) continue
    if (small.has(cell)) return true
    found.add(cell)
    waiting.push(...sumsOf(linked, cell))
  }
  return false
}
