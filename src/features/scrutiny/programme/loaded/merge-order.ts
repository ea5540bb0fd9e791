/** Puts what only the second list has into the first, each behind what it follows there. */
function woven<Item>(first: readonly Item[], second: readonly Item[]): Item[] {
  const all = [...first]
  for (const [index, item] of second.entries()) {
    if (all.includes(item)) continue
    const behind = second.slice(0, index).findLast((one) => all.includes(one))
    all.splice(behind === undefined ? 0 : all.indexOf(behind) + 1, 0, item)
  }
  return all
}

interface MergedOrder<Item> {
  /** Undefined where it was changed both here and in the file, and not to the same. */
  readonly order: readonly Item[] | undefined
  /** What to keep as loaded: an order that was changed here stays marked as such. */
  readonly loaded: readonly Item[]
}

/** The order of what stands here and what a file gives: where one side kept the order that was loaded before, that of the other holds. */
export function mergeOrder<Item>(given: readonly Item[], standing: readonly Item[], before: readonly Item[]): MergedOrder<Item> {
  const shared = (list: readonly Item[]) => JSON.stringify(list.filter((item) => given.includes(item) && standing.includes(item)))
  const known = (list: readonly Item[]) => JSON.stringify(list.filter((item) => given.includes(item) && standing.includes(item) && before.includes(item)))
  const isAsLoaded = known(standing) === known(before)
  const loaded = isAsLoaded ? woven(given, before) : woven(before, given)
  if (shared(given) === shared(standing) || known(given) === known(before)) return { order: woven(standing, given), loaded }
  return { order: isAsLoaded ? woven(given, standing) : undefined, loaded }
}
