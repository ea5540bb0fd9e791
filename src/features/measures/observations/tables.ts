import type { ColumnType, Generated } from 'kysely'
import type { FindingKind } from './loading/findings.ts'
import type { Status } from './observation.ts'

/** The figures as they are kept: a row is never changed, the greatest revision is the one that stands. */
export interface ObservationTables {
  'work.observations': {
    measure: string
    area: string
    breakdown: string
    period: string
    revision: number
    numerator: string | null
    denominator: string | null
    value: string | null
    status: Status
    note: string
    /** Why it took the place of the revision before it. */
    reason: string
    entered_at: ColumnType<Date, Date, never>
    /** With what it came. */
    load: string
    /** Row of the file; none where it was typed. */
    line: number | null
    council?: Generated<string>
  }
  /** Each file that was loaded, and each figure that was typed. */
  'work.observation_loads': {
    id: string
    what: Source
    entered_by: string
    entered_at: ColumnType<Date, Date, never>
    /** How many figures it brought, revisions included. */
    figures: number
  }
  /** What was worth a look in a load, in the order in which it is read. */
  'work.load_findings': {
    load: string
    place: number
    kind: FindingKind
    measure: string
    area: string
    breakdown: string
    period: string
    file: string | null
    line: number | null
    field: string | null
    found: string | null
    message: string
  }
  /** Loads of which nobody reads anything yet: they are being written, or were broken off. */
  'work.open_loads': {
    id: string
    touched_at: ColumnType<Date, never, never>
  }
}

/** From where figures come: a file of the council's, one of the Department's or of Fingertips, or a page. */
export type Source = 'observations' | 'ees' | 'fingertips' | 'page'
