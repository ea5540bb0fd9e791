/** The room that something takes on a drawing. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export function doOverlap(one: Box, other: Box, apart = 0): boolean {
  return one.left < other.right + apart && other.left < one.right + apart && one.top < other.bottom + apart && other.top < one.bottom + apart
}

/** Something so high that would best have its middle here. */
export interface Wanted {
  readonly middle: number
  readonly height: number
}

/** The middles at which all these stand between top and bottom without overlapping, in their order from above and close to where each belongs. */
export function spread(wanted: readonly Wanted[], top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).toSorted((one, other) => (wanted[one]?.middle ?? 0) - (wanted[other]?.middle ?? 0))
  const middles = wanted.map(({ middle }) => middle)
  let least = top
  for (const index of order) {
    const half = (wanted[index]?.height ?? 0) / 2
    middles[index] = Math.max(middles[index] ?? 0, least + half)
    least = (middles[index] ?? 0) + half
  }
  let most = bottom
  for (const index of order.toReversed()) {
    const half = (wanted[index]?.height ?? 0) / 2
    middles[index] = Math.min(middles[index] ?? 0, most - half)
    most = (middles[index] ?? 0) - half
  }
  return middles
}
