import type { Standing } from './next-revision.ts'
import type { Observation } from '../observation.ts'

/** A figure that was read and checked: the file that brought it by its place among them, and its row. */
export interface Arriving {
  readonly source: number
  readonly line: number | undefined
  readonly observation: Observation
}

/** A revision that stands, or will. */
export interface Link extends Standing {
  /** Where it arrives now. */
  readonly from?: Arriving
  /** The last figure of the revisions before it, where it arrives now and takes the place of one. */
  readonly replaced?: Pick<Observation, 'value' | 'numerator' | 'denominator'>
  /** The note of the revision before it, where it arrives now. */
  readonly noteBefore?: string
}
