/** Numbers to be found between bounds so that every row adds up to nothing left over. */
export interface LinearModel {
  readonly columns: readonly Bounds[]
  readonly rows: readonly LinearRow[]
}

export interface Bounds {
  readonly lower: number
  /** Infinity where nothing bounds it. */
  readonly upper: number
  /** It may stay in parts where whole numbers are asked for: nobody asks for this one, and the search for whole ones is long. */
  readonly mayBeSplit?: true
}

/** The sum of factor × column over its terms is exactly this. */
interface LinearRow {
  readonly terms: readonly (readonly [column: number, factor: number])[]
  readonly equals: number
}

/** The least cost, and the numbers that have it. */
export type Solution = { readonly kind: 'found'; readonly cost: number; readonly values: readonly number[] } | { readonly kind: 'unbounded' } | { readonly kind: 'impossible' }

/** What is asked of a model: a cost for each column named (0 for others), and bounds that differ this time. */
export interface Ask {
  readonly costs: readonly (readonly [column: number, cost: number])[]
  readonly bounds?: readonly (readonly [column: number, bounds: Bounds])[]
  /** Only whole numbers will do. */
  readonly isWhole?: boolean
}

/** Opens a model for as many questions as are put while `work` runs. The solver itself stands outside: this tier does no input or output. */
export type WithModel = <T>(model: LinearModel, work: (minimise: (ask: Ask) => Solution) => T) => T
