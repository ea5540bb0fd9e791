import { neverShown, type Terms, type World, type WorldCell } from './world.ts'

/** A cell that nobody is shown and everybody can work out who knows these. */
export function workedOut(world: World, key: string, terms: Terms, cell: Omit<WorldCell, 'isNeverShown' | 'count'>): number {
  const place = neverShown(world, key, { ...cell, count: countOf(world, terms) })
  world.workedOut.set(place, terms)
  return place
}

/** What these come to; undefined where one of them is not known. */
export function countOf({ cells }: World, terms: Terms): number | undefined {
  return terms.reduce<number | undefined>((sum, [cell, factor]) => {
    const count = cells[cell]?.count
    return sum === undefined || count === undefined ? undefined : sum + factor * count
  }, 0)
}

/** Once all releases are told: what a later one knew of the cells that another hid. Less than nought was corrected, and does not add up any more. */
export function countWorkedOut(world: World): void {
  for (const [place, terms] of world.workedOut) {
    const [cell, count] = [world.cells[place], countOf(world, terms)]
    if (cell !== undefined && cell.count === undefined && count !== undefined) world.cells[place] = { ...cell, count: Math.max(count, 0) }
  }
}

/** The cells that tell one together; itself where it is not worked out. */
export function cellsBehind(world: World, cell: number): readonly number[] {
  return world.workedOut.get(cell)?.map(([behind]) => behind) ?? [cell]
}
