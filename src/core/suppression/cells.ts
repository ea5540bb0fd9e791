/** A count that may be shown. Cells of several tables, and of tables published before, stand in one list. */
export interface CountCell {
  readonly count: number
  /** It is public already, or must be: it cannot be hidden any more. */
  readonly isFixed?: boolean
  /** Nobody is ever shown it, such as what two figures that are shown differ by, or what a release before hid. */
  readonly isNeverShown?: boolean
  /** Nobody gives it, and nobody can work it out: it only stands between figures that are given. */
  readonly isUnknown?: true
  /** Whether it has to be protected, where its count by itself does not say so. */
  readonly isSmall?: boolean
  /** What everybody knows of it while it is hidden: so many at least. A nought is shown, so this is one where nothing else is said, and nothing of a nought. */
  readonly least?: number
  /** Between which counts everybody can place it already, whatever is hidden now. */
  readonly placed?: { readonly lowest: number; readonly highest: number }
  /** Between which counts a reader knows it to be where it is shown rounded; exactly where nothing is said. */
  readonly shownAs?: { readonly lowest: number; readonly highest: number }
  /** Cells of the same figure: they are hidden together. */
  readonly figure?: number
}

/** One cell is the sum of others, by their places in the list. */
export interface Sum {
  readonly total: number
  readonly parts: readonly number[]
}

/** All that is to be published together, and all that ties it together. */
export interface LinkedCells {
  readonly cells: readonly CountCell[]
  readonly sums: readonly Sum[]
}

/** Why a cell is shown or hidden. The public reads only that it is hidden. */
export type Reason = 'open' | 'primary' | 'secondary'

/** What an attacker can work out of a hidden count from all that is shown: it lies between these, both included. */
export interface KnownRange {
  readonly cell: number
  readonly lowest: number
  /** Infinity where nothing that is shown bounds it. */
  readonly highest: number
}

export interface Protected {
  readonly reasons: readonly Reason[]
  readonly audit: readonly KnownRange[]
}
