import type { Fault } from '#core/outcome.ts'
import type { Observation } from './observation.ts'
import type { Source } from './tables.ts'

/** A row that was read, or what is wrong with it. */
export type RowRead = { readonly line: number; readonly observation: Observation; readonly faults?: undefined } | { readonly faults: readonly Fault[] }

/** From where figures come, and what holds for all of them. */
export interface FigureOrigin {
  /** The name of the file; none where it was typed. */
  readonly file: string | undefined
  readonly what: Source
  /** Why its figures differ from final ones that stand, where its publisher says so for the whole file. */
  readonly revisedBecause?: string
}

/** A file of figures. */
export interface FigureSource extends FigureOrigin {
  /** Read once, row by row. */
  readonly rows: Iterable<RowRead>
}
