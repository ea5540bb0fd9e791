/** A named rule of what is too small to show, kept with the data set and its version. */
export interface DisclosurePolicy {
  readonly name: string
  readonly version: number
  /** Counts from `smallest` to `largest`, both included, are hidden; 0 is shown. */
  readonly smallest: number
  readonly largest: number
  /** Whether so few are hidden too where a share leaves them: of 33, 30 leave 3. */
  readonly hidesRest?: true
}

/** Counts of one to five children are hidden, nought is shown (the convention of the Department for Education's statistics of children in need). */
export const oneToFive: DisclosurePolicy = { name: 'one-to-five', version: 1, smallest: 1, largest: 5 }

/** As the first version, and besides what a share leaves of all of them: for figures of which both sides say something of a child, such as seen and not seen. */
export const oneToFiveBothSides: DisclosurePolicy = { ...oneToFive, version: 2, hidesRest: true }

export function isSmall(count: number, { smallest, largest }: DisclosurePolicy): boolean {
  return count >= smallest && count <= largest
}
