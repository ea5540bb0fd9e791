/** A named rule of what is too small to show, kept with the data set and its version. */
export interface DisclosurePolicy {
  readonly name: string
  readonly version: number
  /** Counts from `smallest` to `largest`, both included, are hidden; 0 is shown. */
  readonly smallest: number
  readonly largest: number
}

/** Counts of one to five children are hidden, nought is shown (the convention of the Department for Education's statistics of children in need). */
export const oneToFive: DisclosurePolicy = { name: 'one-to-five', version: 1, smallest: 1, largest: 5 }

export function isSmall(count: number, { smallest, largest }: DisclosurePolicy): boolean {
  return count >= smallest && count <= largest
}
