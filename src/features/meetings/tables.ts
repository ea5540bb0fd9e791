import type { ColumnType, Generated } from 'kysely'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { MeetingStatus, PublishedMeeting } from './record/meeting.ts'
import type { MeetingEntry } from './record/meetings-file.ts'
import type { ReportFrame } from './record/report-file.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** A picture by the name its paper gives it and by its content in the file store. */
export interface KeptPicture {
  readonly name: string
  readonly checksum: string
}

/** The tables of this feature; no other feature names them. */
export interface MeetingsTables {
  /** What staff keep: the meeting as its file says it, and the text of its papers. */
  'work.meetings': { body: string; meeting_date: LocalDate; fingerprint: string; entry: Json<MeetingEntry> }
  'work.papers': {
    body: string
    meeting_date: LocalDate
    paper: string
    file_name: string
    title: string
    frame: Json<ReportFrame | null> | null
    markdown: string
    pictures: Json<readonly KeptPicture[]>
  }

  /** Every version of a meeting that was ever published; never changed. */
  'published.meetings': {
    body: string
    meeting_date: LocalDate
    version: number
    meeting_time: LocalTime | null
    status: MeetingStatus
    is_public: boolean
    has_agenda: boolean
    /** What this version says that the one before did not. */
    note: string
    meeting: Json<PublishedMeeting>
    /** The public pack: checksum in the file store, size in bytes and pages; none before there are papers. */
    pack: string | null
    pack_bytes: number | null
    pack_pages: number | null
    published_at: Generated<Date>
  }
  'published.current_meetings': {
    body: string
    meeting_date: LocalDate
    version: number
    meeting_time: LocalTime | null
    status: MeetingStatus
    is_public: boolean
    has_agenda: boolean
    note: string
    meeting: PublishedMeeting
    pack: string | null
    pack_bytes: number | null
    pack_pages: number | null
    published_at: Date
  }
  'published.papers': {
    body: string
    meeting_date: LocalDate
    version: number
    paper: string
    item: number
    /** Its place among the papers of the pack, from 1. */
    position: number
    title: string
    frame: Json<ReportFrame | null> | null
    blocks: Json<Block[]>
  }
  /** The pictures that published papers show. */
  'published.pictures': { body: string; meeting_date: LocalDate; version: number; checksum: string; media_type: string }
}
