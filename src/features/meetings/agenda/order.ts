import { createHash } from 'node:crypto'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { ItemId } from '../work/meeting-in-work.ts'

/** Where an item is moved: a step, or to a place counted from 1. */
export type Move = 'up' | 'down' | number

/** The order with one item moved; the others keep theirs. Refused for a place that is none, and for an item that is gone. */
export function moved(order: readonly ItemId[], item: ItemId, move: Move): Outcome<ItemId[]> {
  const from = order.indexOf(item)
  if (from < 0) return refuse('conflict', 'Somebody else has taken this item off the agenda.')
  const to = move === 'up' ? from - 1 : move === 'down' ? from + 1 : move - 1
  if (!Number.isInteger(to) || to < 0 || to >= order.length) {
    return refuse('invalid', 'The item was not moved.', [{ field: `to-${item}`, message: `Give a place from 1 to ${order.length}` }])
  }
  return ok(order.filter((each) => each !== item).toSpliced(to, 0, item))
}

/** Stands for an order: it changes where items were added, removed or moved, and not where one was only edited. */
export function orderMark(order: readonly string[]): string {
  return createHash('sha256').update(order.join(' ')).digest('hex').slice(0, 16)
}
