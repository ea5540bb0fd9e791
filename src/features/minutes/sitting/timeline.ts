import type { Recorded } from './happening.ts'

/**
 * What happened up to and in an item, in the order in which it happened. Items are taken in the order in which the meeting came to them, which need not be
 * the agenda's; one that it never came to stands where the agenda has it. What is recorded afterwards of an earlier item belongs to that item.
 */
export function upTo(log: readonly Recorded[], item: number): Recorded[] {
  const visits = visitsOf(log, item)
  const last = visits.lastIndexOf(item)
  return inTime(placed(log, visits).filter(({ visit }) => visit <= last))
}

/** Everything in the order in which it happened. */
export function inOrder(log: readonly Recorded[]): Recorded[] {
  return inTime(placed(log, visitsOf(log, 0)))
}

function inTime(happened: readonly { recorded: Recorded; visit: number }[]): Recorded[] {
  return happened
    .toSorted((one, other) => one.visit - other.visit || one.recorded.order - other.recorded.order)
    .map(({ recorded }) => recorded)
}

/** The item at which the meeting is: the one it came to last; 0 before the first. */
export function currentItem(log: readonly Recorded[]): number {
  return log.findLast(({ what }) => what.kind === 'comes-to')?.item ?? 0
}

/** The item with which the meeting began; 0 where it came to none. */
export function firstItem(log: readonly Recorded[]): number {
  return log.find(({ what }) => what.kind === 'comes-to')?.item ?? 0
}

/** Each coming to an item in turn, begun by the time before the first. */
function visitsOf(log: readonly Recorded[], asked: number): number[] {
  const visits = [0, ...log.flatMap(({ what, item }) => (what.kind === 'comes-to' ? item : []))]
  for (const item of [...log.map((one) => one.item), asked].toSorted((one, other) => one - other)) {
    if (visits.includes(item)) continue
    const next = visits.findIndex((visited) => visited > item)
    visits.splice(next === -1 ? visits.length : next, 0, item)
  }
  return visits
}

function placed(log: readonly Recorded[], visits: readonly number[]): { recorded: Recorded; visit: number }[] {
  let now = 0
  return log.map((recorded) => {
    const { item, what } = recorded
    if (what.kind === 'comes-to') now = visits.indexOf(item, now + 1)
    return { recorded, visit: visits[now] === item ? now : visits.lastIndexOf(item) }
  })
}
