import type { ColumnType, Generated } from 'kysely'
import type { PersonId } from '#access/actor.ts'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { MeetingStatus, PublishedMeeting } from './record/meeting.ts'
import type { AttachedFile, KeptPicture } from './record/meeting-draft.ts'
import type { ReportPartName, ReportParts } from './record/report-parts.ts'
import type { ItemFacts, ItemId, MeetingFacts, MeetingId, PaperId } from './work/meeting-in-work.ts'
import type { ReportFrame } from './record/report-file.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

interface PaperPartTable {
  paper: PaperId
  part: ReportPartName
  content: Json<ReportParts[ReportPartName]>
  revision: number
  /** The name of whoever saved it; none where it was loaded. */
  saved_by: string | null
  saved_at: Date
}

/** The tables of this feature; no other feature names them. */
export interface MeetingsTables {
  /** What staff keep: a meeting, the items of its agenda, their papers, and the parts of each paper. */
  'work.meetings': {
    id: Generated<MeetingId>
    body: string
    meeting_date: LocalDate
    facts: Json<MeetingFacts>
    /** Goes up with every change of the meeting or its agenda, so that two people cannot overwrite each other unseen. */
    revision: Generated<number>
    /** Of what was loaded or published last; none before. */
    fingerprint: string | null
    /** When staff last changed it here; none where it stands as it was loaded. */
    edited_at: Date | null
    /** When they last changed what its next version would say. */
    differs_at: Generated<Date | null>
  }
  'work.items': { id: Generated<ItemId>; meeting: MeetingId; number: number; facts: Json<ItemFacts>; author: PersonId | null }
  /** Who changed an item last, by name. */
  'work.item_changes': { item: ItemId; changed_by: string }
  'work.papers': {
    id: Generated<PaperId>
    item: ItemId
    kind: 'report' | 'appendix'
    /** 0 for a report, from 1 for appendices. */
    position: number
    title: string
    /** Reports only. */
    frame: ReportFrame['frame'] | null
    /** Why the record names the paper and does not hold it. */
    note: string | null
    file_name: string | null
    is_public_version: Generated<boolean>
    pictures: Json<readonly KeptPicture[]>
    attachment: Json<AttachedFile | null> | null
    /** Of title, pictures and attachment; each part of the text has its own. */
    revision: Generated<number>
  }
  'work.paper_parts': PaperPartTable
  /** Every revision of every part, the standing one too. */
  'work.paper_changes': PaperPartTable & {
    /** Its item was not for the public when this was written; the database says so. */
    withheld: Generated<boolean>
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
    /** The version with which the pack was built; none where that is this one. */
    pack_version: number | null
    /** Of what came in a file, what its day is: that of its issue, or on which it was entered here. Its hour says nothing. */
    dated_by: Generated<'issue' | 'entry' | null>
    published_at: Generated<Date>
    /** When it came into this store, whatever day a file gave it. */
    stored_at: ColumnType<Date, never, never>
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
    /** For each outer block, as the report stands in its frame, the page of the pack on which it begins. */
    block_pages: Json<readonly number[] | null> | null
  }
  /** The matters of the items that have not been withdrawn, version by version. */
  'published.item_subjects': { body: string; meeting_date: LocalDate; version: number; item: number; subject: string; title: string; body_name: string }
  /** Items of published agendas that were not taken at their meeting, as its published minutes have it. */
  'published.current_items_not_taken': { body: string; meeting_date: LocalDate; item: number }
  /** The pictures that published papers show. */
  'published.pictures': { body: string; meeting_date: LocalDate; version: number; checksum: string; media_type: string }
}
