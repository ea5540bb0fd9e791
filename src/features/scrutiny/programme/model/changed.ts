import type { Entry, EntrySlug, WorkProgramme } from './work-programme.ts'

/** One line of a programme's history. */
export interface Change {
  /** None where the programme as a whole changed. */
  readonly entry?: EntrySlug
  readonly what: string
  readonly why?: string
  /** It came of what became of a meeting, whoever's deed noted it. */
  readonly isByItself?: true
  /** The entry as it stands now. */
  readonly record?: Entry
}

/** A programme after a deed, and what its history gains. */
export interface Changed {
  readonly programme: WorkProgramme
  readonly changes: readonly Change[]
}
