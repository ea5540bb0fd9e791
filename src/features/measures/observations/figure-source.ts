import type { Fault } from '#core/outcome.ts'
import type { Arriving } from './keep-batch.ts'
import type { Source } from './tables.ts'

/** A row that was read, or what is wrong with it. */
export type RowRead = (Arriving & { readonly faults?: undefined }) | { readonly faults: readonly Fault[] }

/** A file of figures, or what was typed on a page. */
export interface FigureSource {
  /** The name of the file; none where it was typed. */
  readonly file: string | undefined
  readonly what: Source
  /** Read once, row by row. */
  readonly rows: Iterable<RowRead>
  /** Why its figures differ from final ones that stand, where its publisher says so for the whole file. */
  readonly revisedBecause?: string
}
