import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { ActionId, ActionKind, ActionOrigin, ActionState, Duty, Invention, ReportId, Step } from './action.ts'
import type { Stage } from './stages.ts'
import type { PublicAction, PublicReport } from './public-action.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** What lists filter and sort by; drawn from the record whenever it changes. */
interface Drawn {
  state: ActionState
  /** The day by which whoever was asked has to do the next thing. */
  waits_until: LocalDate | null
  /** Where it stands in every list: `placeInLists`. */
  place: number
}

/** Recommendations and actions. */
export interface ActionsTables {
  'work.actions': Drawn & {
    id: Generated<ActionId>
    number: number
    origin_kind: ActionOrigin['kind']
    origin_id: string
    kind: ActionKind
    body: string
    meeting_date: LocalDate | null
    item: number | null
    minute: number | null
    asked_on: LocalDate
    words: string
    of_name: string
    of_body: string | null
    /** Whom it is asked of, as an address word. */
    asked_of: string
    due: LocalDate | null
    /** The day that whoever raised it asked for: while it stands, it follows that. */
    raised_due: LocalDate | null
    subjects: Json<readonly string[]>
    is_public: boolean
    source: string | null
    invented: Invention | null
    /** What a file said of it when it was loaded last. */
    loaded: ColumnType<LoadedFields | null, string | null, string | null>
    owner: PersonId | null
    /** The e-mail address of whoever is to answer, while no account has it. */
    awaited_owner: string | null
    report: ReportId | null
    revision: Generated<number>
    changed_at: Date
  }
  /** Only added to. */
  'work.action_steps': {
    action: ActionId
    /** From 1. */
    number: number
    step: Json<Step>
    recorded_by: string
    on_behalf: string | null
    recorded_at: Date
  }
  'work.served_reports': {
    id: Generated<ReportId>
    number: number
    body: string
    title: string
    link: string | null
    of_name: string
    of_body: string | null
    received_on: LocalDate
    /** What binds whoever was served. */
    duty: Duty
    is_public: boolean
    /** By which form it was recorded; none where it came in a file. */
    sending: string | null
    revision: Generated<number>
  }
  'work.action_reminders': {
    action: ActionId
    due: LocalDate
    kind: 'coming' | 'late'
    sent_at: Date
  }
  /** Every change that the public may see. */
  'published.actions': {
    number: number
    edition: number
    record: Json<PublicAction>
    published_at: Date
  }
  'published.current_actions': Drawn & {
    number: number
    edition: number
    kind: ActionKind
    body: string
    meeting_date: LocalDate | null
    item: number | null
    asked_of: string
    asked_on: LocalDate
    /** Since when its last answer can be read: the day of receipt, or the later one on which it was entered. */
    answered_on: LocalDate | null
    finished_on: LocalDate | null
    stage: Stage
    /** By how many days it was answered late after it was served; 0 where it was not. */
    answered_late: number
    /** All of it is made up for an example: it stands behind what is of record. */
    is_invented: boolean
    changed_at: Date
    record: Json<PublicAction>
  }
  /** What a search reads, in small letters. */
  'published.current_action_texts': { number: number; place: number; body: string; asked_of: string; stage: Stage; answered_late: number; is_invented: boolean; search: string }
  'published.current_action_subjects': { subject: string; number: number }
  /** How many of each state, by who asked and who must answer. */
  'published.action_counts': { body: string; asked_of: string; asked_of_name: string; state: ActionState; actions: number; invented: Generated<number> }
  'published.served_reports': { number: number; edition: number; record: Json<PublicReport>; published_at: Date }
  'published.current_served_reports': { number: number; edition: number; body: string; record: Json<PublicReport> }
}
