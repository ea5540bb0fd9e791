import type { LocalDate } from '#core/dates.ts'

/** How like the council a neighbour is, in the words of the Department’s comparison of councils (Local Authority Interactive Tool). */
export const closenesses = ['Extremely Close', 'Very Close', 'Close', 'Somewhat Close', 'Not Close'] as const
export type Closeness = (typeof closenesses)[number]

/** A council that is a statistical neighbour from a day on. */
export interface Neighbour {
  readonly from: LocalDate
  /** Its code. */
  readonly area: string
  readonly closeness: Closeness
}

/** The neighbours of a day: the set that began last on it or before; none before the first set. The closest first. */
export function neighboursOn(neighbours: readonly Neighbour[], day: LocalDate): readonly Neighbour[] {
  const begun = neighbours.filter(({ from }) => from <= day)
  const last = begun.reduce<string>((latest, { from }) => (from > latest ? from : latest), '')
  return begun.filter(({ from }) => from === last).toSorted((one, other) => closenesses.indexOf(one.closeness) - closenesses.indexOf(other.closeness) || (one.area < other.area ? -1 : 1))
}

/** What the neighbours have together. */
export interface NeighbourFigure {
  readonly value: number
  readonly method: 'mean' | 'median'
  /** How many had a figure, of how many there are. */
  readonly used: number
  readonly of: number
}

/** The mean or median of the neighbours that have a figure, each counting once whatever its size; undefined where none has. */
export function neighbourFigure(values: readonly (number | undefined)[], method: 'mean' | 'median'): NeighbourFigure | undefined {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return undefined
  return { value: method === 'mean' ? meanOf(known) : medianOf(known), method, used: known.length, of: values.length }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : meanOf(sorted.slice(middle - 1, middle + 1))
}
