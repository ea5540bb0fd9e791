import type { Entry, EntrySlug, WorkProgramme } from './work-programme.ts'

/** One line of a programme's history. */
export interface Change {
  /** None where the programme as a whole changed. */
  readonly entry?: EntrySlug
  readonly what: string
  readonly why?: string
  /** The entry as it stands now. */
  readonly record?: Entry
}

/** A programme after a deed, and what its history gains. */
export interface Changed {
  readonly programme: WorkProgramme
  readonly changes: readonly Change[]
}
