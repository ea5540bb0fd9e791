import { refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Finding } from './findings.ts'
import { mostFaults } from './read-sources.ts'

/** What became of all that was given. */
export interface Loaded {
  readonly rows: number
  /** Figures of which nothing stood. */
  readonly first: number
  readonly revised: number
  /** What is worth a look, one entry a row. */
  readonly findings: readonly Finding[]
  /** With what the figures came; none where nothing was written. */
  readonly loads: readonly string[]
  /** Whether parts do not add up to their whole any more. */
  readonly arePartsApart: boolean
}

/** Refuses with the first 200 faults. */
export function notLoaded(faults: readonly Fault[]): Outcome<never> {
  const more = faults.length >= mostFaults ? ` The search stopped at ${mostFaults} faults; there may be more.` : ''
  return refuse('invalid', `The figures were not loaded, because of what is listed here. Nothing was changed.${more}`, faults.slice(0, mostFaults))
}
