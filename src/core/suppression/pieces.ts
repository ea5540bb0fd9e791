import type { LinkedCells } from './cells.ts'

/** Cells that hang together, and every sum in which one of them stands, by their places. */
export interface Piece {
  readonly cells: ReadonlySet<number>
  readonly sums: ReadonlySet<number>
}

/** From some cells on through sums to others, as far as `through` lets one go and no more than so many sums away. */
export function pieceAround(linked: LinkedCells, starts: readonly number[], { through, reach = Number.POSITIVE_INFINITY }: { readonly through: (cell: number) => boolean; readonly reach?: number }): Piece {
  const links = linksOf(linked)
  const [cells, sums] = [new Set(starts), new Set<number>()]
  let edge = starts
  for (let step = 0; edge.length > 0; step += 1) {
    const next: number[] = []
    for (const sum of edge.flatMap((cell) => links[cell] ?? [])) {
      if (sums.has(sum)) continue
      sums.add(sum)
      if (step >= reach) continue
      for (const cell of cellsIn(linked, sum)) {
        if (cells.has(cell) || !through(cell)) continue
        cells.add(cell)
        next.push(cell)
      }
    }
    edge = next
  }
  return { cells, sums }
}

function cellsIn({ sums }: LinkedCells, place: number): readonly number[] {
  const sum = sums[place]
  return sum === undefined ? [] : [sum.total, ...sum.parts]
}

const known = new WeakMap<LinkedCells['sums'], readonly (readonly number[])[]>()

/** The sums in which a cell stands, by their places. */
export function sumsOf(linked: LinkedCells, cell: number): readonly number[] {
  return linksOf(linked)[cell] ?? []
}

/** In which sums each cell stands. */
function linksOf(linked: LinkedCells): readonly (readonly number[])[] {
  const standing = known.get(linked.sums)
  if (standing !== undefined) return standing
  const links: number[][] = linked.cells.map(() => [])
  for (const sum of linked.sums.keys()) for (const cell of cellsIn(linked, sum)) links[cell]?.push(sum)
  known.set(linked.sums, links)
  return links
}
