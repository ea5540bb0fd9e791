import type { World } from './world.ts'

/** Cells that something ties together, and the sums among them, by their places. What nothing ties to others tells nothing of them. */
export interface Component {
  readonly cells: readonly number[]
  readonly sums: World['sums']
}

/** Splits all cells into those that hang together, by sums or since they are hidden together. */
export function componentsOf({ cells, sums }: Pick<World, 'cells' | 'sums'>): readonly Component[] {
  const parents = cells.map((_cell, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    while (parents[root] !== root) root = parents[root] ?? root
    for (let step = place; step !== root; ) {
      const next = parents[step] ?? root
      parents[step] = root
      step = next
    }
    return root
  }
  const join = (one: number, other: number) => {
    parents[rootOf(one)] = rootOf(other)
  }
  for (const { total, parts } of sums) for (const part of parts) join(part, total)
  const first = new Map<number, number>()
  for (const [place, { figure }] of cells.entries()) {
    if (figure === undefined) continue
    join(place, first.get(figure) ?? place)
    first.set(figure, first.get(figure) ?? place)
  }
  const bySum = Map.groupBy(sums, ({ total }) => rootOf(total))
  return [...Map.groupBy(cells.keys(), rootOf)].map(([root, members]) => ({ cells: members, sums: bySum.get(root) ?? [] }))
}
