import type { ColumnType, Generated } from 'kysely'
import type { Actor } from '#access/actor.ts'
import type { Brand } from '#core/brand.ts'
import type { Refusal } from '#core/outcome.ts'
import type { PackStep } from '../pack/set-papers.ts'
import type { ReportStanding } from '../reports/report-standing.ts'
import type { MeetingWithText } from '../work/draft-of-meeting.ts'
import type { MeetingId, PaperId } from '../work/meeting-in-work.ts'
import type { PublicationPlan } from './publication-plan.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

export type PublicationId = Brand<string, 'PublicationId'>
export type PublicationState = 'queued' | 'building' | 'done' | 'failed'

/** A paper by its place on the agenda. */
export interface PaperOfItem {
  readonly item: number
  readonly title: string
}

/** What was approved, as plain data. */
export interface ApprovedRow {
  readonly kept: MeetingWithText
  readonly standings: readonly (readonly [PaperId, ReportStanding])[]
}

export interface PublishingTables {
  /** Every attempt to publish a version; of one meeting only one can be under way. */
  'work.publications': {
    id: Generated<PublicationId>
    meeting: MeetingId
    state: PublicationState
    plan: Json<PublicationPlan>
    asked_by: Json<Actor>
    asked_at: Date
    /** How far the pack is. */
    step: Json<PackStep | null> | null
    /** How often it was begun: more than once where the machine stopped in between. */
    attempts: Generated<number>
    /** When it last showed that it goes on. */
    heartbeat: Date
    ended_at: Date | null
    /** The version that it published. */
    version: number | null
    /** Why it failed. */
    refusal: Json<Refusal | null> | null
    /** What is being published; none once it is over. */
    approved: Json<ApprovedRow | null> | null
    /** The papers that were changed while it was made. */
    changed_meanwhile: Json<readonly PaperOfItem[] | null> | null
  }
}
