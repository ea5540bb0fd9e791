import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { LoadedProgramme } from '../loaded/merge-programme.ts'
import type { Entry, EntrySlug, ProgrammeYear, WorkProgramme } from '../model/work-programme.ts'
import type { ProposalId, ProposalState } from '../model/proposal.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** What a file said of a programme when it was loaded last; null where it was begun here. */
type Loaded = ColumnType<LoadedProgramme | null, string | undefined, string>

interface ChangeColumns {
  body: string
  year: ProgrammeYear
  /** From 1 for each programme, in the order in which it changed. */
  number: number
  /** None where the programme as a whole changed. */
  entry: EntrySlug | null
  what: string
  why: string | null
  /** A role: the public reads it. */
  by_role: string
  changed_at: Date
  /** The entry as it stood afterwards. */
  record: Json<Entry | null> | null
}

/** The tables of this room. */
export interface ProgrammeTables {
  'work.programmes': { body: string; year: ProgrammeYear; to_day: LocalDate; record: Json<WorkProgramme>; revision: Generated<number>; loaded: Loaded }
  /** Every change, never changed itself; by whom, by name, is for staff. */
  'work.programme_changes': ChangeColumns & { by_name: string }
  'work.programme_proposals': {
    id: Generated<ProposalId>
    body: string
    issue: string
    why: string
    subject: string | null
    by_person: PersonId
    by_name: string
    by_role: string
    /** The same form sent twice is one proposal. */
    sending: string
    proposed_at: Date
    state: Generated<ProposalState>
    reason: string | null
    decided_by: string | null
    decided_at: Date | null
  }
  'published.programme_changes': ChangeColumns
  /** Each programme as it stands, drawn from what is kept for ever beside it. */
  'published.current_programmes': { body: string; year: ProgrammeYear; from_day: LocalDate; to_day: LocalDate; record: Json<WorkProgramme>; published_at: Date }
}
