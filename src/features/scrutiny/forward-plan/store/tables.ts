import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'

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
    /** A call-in or a referral that found no meeting with an open agenda: it is tried again. */
    waits: boolean
  }
  'published.plan_editions': {
    reference: string
    edition: number
    record: Json<PlanEntry>
    /** What this edition changed. */
    what: string
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
  }
}
