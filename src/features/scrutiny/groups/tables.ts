import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { LeadMembers } from './leads/lead-members.ts'
import type { PublicTaskGroup, TaskGroup } from './task-groups/task-group.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** What a file said of a record when it was loaded last; null where it was entered here. */
type Loaded = ColumnType<LoadedFields | null, string | undefined, string>

/** The tables of this room. */
export interface GroupsTables {
  'work.task_groups': {
    slug: string
    facts: Json<TaskGroup>
    /** It has a report, and no meeting of the body was planned that could take it. */
    waits_for_agenda: Generated<boolean>
    loaded: Loaded
    /** Stands for the form that was saved last: sent again, it is taken already. */
    sent: string | null
    revision: Generated<number>
    changed_by: string
    changed_at: Date
  }
  /** Every edition that the public could ever read. */
  'published.task_groups': { slug: string; edition: number; note: string; record: Json<PublicTaskGroup>; published_at: Date }
  'published.current_task_groups': {
    slug: string
    edition: number
    title: string
    commissioned_by: string
    own_body: string | null
    is_under_way: boolean
    ends: LocalDate | null
    record: Json<PublicTaskGroup>
    changed_at: Date
  }
  'work.lead_members': { body: string; record: Json<LeadMembers>; loaded: Loaded; revision: Generated<number>; changed_by: string; changed_at: Date }
  'published.lead_members': { body: string; edition: number; record: Json<LeadMembers>; published_at: Date }
  'published.current_lead_members': { body: string; edition: number; record: Json<LeadMembers> }
  'work.member_updates': {
    id: string
    body: string
    /** The meeting on whose agenda they stand; a later one where that is cancelled or went out without them. */
    meeting_date: LocalDate
    area: string
    person: string
    words: string
    told_at: Date
    /** Published with its agenda: from then on it stays as it is. */
    is_out: Generated<boolean>
    revision: Generated<number>
  }
  'published.member_updates': { id: string; body: string; meeting_date: LocalDate; area: string; person: string; words: string; told_at: Date; published_at: Date }
}
