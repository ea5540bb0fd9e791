import type { ColumnType, Generated } from 'kysely'
import type { MeetingId } from '#features/meetings'
import type { Happening, HappeningId } from './happening.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, never>

/** The record of sittings as it is kept; nothing else names this table. */
export interface SittingTables {
  /** What happened at a meeting, in the order of recording. Rows are added and never changed: the database refuses it. */
  'work.sitting_log': {
    id: Generated<HappeningId>
    meeting: MeetingId
    /** From 1 for each meeting. */
    place: number
    item: number
    happening: Json<Happening>
    /** Stands for one press of one button on one page: the same press twice is one happening. */
    press: string
    recorded_by: string
    recorded_at: Date
  }
}
