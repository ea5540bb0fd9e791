import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { standing, type Recorded } from './happening.ts'
import { currentItem } from './timeline.ts'

/**
 * Whether the meeting came to the item: to it, or past it in the order of the agenda. A record that follows the meeting to no item says nothing against any: one from a
 * file, and one of a meeting that was opened and closed while nobody pressed more than that.
 */
export function hasReached(log: readonly Recorded[], item: number): boolean {
  const taken = standing(log).filter(({ what }) => what.kind === 'comes-to')
  const isFollowed = taken.length > 1 || (taken.length === 1 && !isClosed(log))
  return !isFollowed || taken.some((one) => one.item >= item)
}

/** Whether something can have been resolved or confirmed in the item: refused until the meeting has come to it, with what to do. */
export function mayTakeItem(log: readonly Recorded[], item: number): Outcome<void> {
  if (hasReached(log, item)) return ok(undefined)
  const now = currentItem(standing(log))
  if (isClosed(log)) return refuse('not-now', `The meeting was closed at item ${now} and did not reach item ${item}, so nothing was resolved in it. If it did, record on the attendance page that the meeting took that item.`)
  return refuse('not-now', `The meeting is at item ${now}; go to item ${item} first, on the attendance page.`)
}

/** The meeting is over and never came to the item. */
export function isNotReached(log: readonly Recorded[], item: number): boolean {
  return isClosed(log) && !hasReached(log, item)
}

function isClosed(log: readonly Recorded[]): boolean {
  return standing(log).some(({ what }) => what.kind === 'closes')
}
