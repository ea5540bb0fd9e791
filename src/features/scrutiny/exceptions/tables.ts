import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { Exception, PublicException } from './exception.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** What a file said of a record when it was loaded last; null where it was entered here. */
type Loaded = ColumnType<LoadedFields | null, string | undefined, string>

/** The tables of this room. */
export interface ExceptionsTables {
  'work.exceptions': {
    id: string
    panel: string
    board: string
    /** The board's meeting for which it is meant. */
    meeting_date: LocalDate | null
    /** Its agenda is published, and with it the exception. */
    is_out: Generated<boolean>
    facts: Json<Exception>
    loaded: Loaded
    revision: Generated<number>
    changed_by: string
    changed_at: Date
  }
  'published.exceptions': { id: string; edition: number; record: Json<PublicException>; published_at: Date }
  'published.current_exceptions': { id: string; edition: number; panel: string; board: string; meeting_date: LocalDate; record: Json<PublicException>; changed_at: Date }
}
