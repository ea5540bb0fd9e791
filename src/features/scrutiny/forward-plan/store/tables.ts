import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import type { NoticeKind } from '../entry/notice-kinds.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

export type PlanStage = 'coming' | 'deferred' | 'withdrawn' | 'decided'

/** The forward plan as it is kept, each edition that was published, and how it stands. */
export interface PlanTables {
  'work.plan_entries': {
    reference: string
    record: Json<PlanEntry>
    revision: Generated<number>
    changed_at: Date
    /** A call-in or a referral that scrutiny has still to consider: it looks for an agenda, or follows the meeting on whose agenda it stands. */
    waits: boolean
    /** A fingerprint of the form whose press made this revision, so that the same press sent twice is one; nothing of what came another way. */
    press: ColumnType<string | null, string | null | undefined, string | null>
    /** What a file said of each field when the entry was loaded last; nothing of one that was begun here. */
    loaded: ColumnType<LoadedFields | null, string | undefined, string>
  }
  'published.plan_editions': {
    reference: string
    edition: number
    record: Json<PlanEntry>
    /** What this edition changed. */
    what: string
    /** The day or the moment that it says has come last; worked out by the database. */
    said: ColumnType<string | null, never, never>
    published_at: Date
  }
  'published.current_plan': {
    reference: string
    edition: number
    record: Json<PlanEntry>
    stage: PlanStage
    /** The body that decides, where a body does. */
    body: string | null
    expected_from: LocalDate
    /** The last day of the period, or the day itself. */
    expected_until: LocalDate
    decided_on: LocalDate | null
    /** The last day of the window in which it can be called in, while nobody has. */
    window_day: LocalDate | null
    /** It is stopped: called in, or referred and not yet considered again. */
    is_stopped: boolean
    is_key: boolean
    is_urgent: boolean
    published_at: Date
    /** The edition up to which its notices are set as PDF. */
    papers_edition: Generated<number>
  }
  'published.plan_papers': {
    reference: string
    kind: NoticeKind
    /** A fingerprint of what it says. */
    print: string
    /** Its checksum in the store of files. */
    pdf: string
    bytes: number
    pages: number
    published_at: Date
  }
}
