import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Block, FileReference } from '#platform/documents/blocks.ts'
import type { PackPages } from '../pack/pack-pages.ts'
import type { AttachedFile } from '../record/meeting-draft.ts'
import type { ReportFrame } from '../record/report-file.ts'
import type { ItemId, MeetingId } from '../work/meeting-in-work.ts'
import type { IssuedMeeting } from './prepare-issue.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

interface OfVersion {
  body: string
  meeting_date: LocalDate
  version: number
}

/** What stands beside the published meetings: supplements, supplied files, and what members are given of each version. */
export interface PublicationTables {
  'published.supplements': OfVersion & {
    /** From 1 for each meeting; never given twice. */
    number: number
    note: string
    /** Checksum in the file store, bytes and sheets. */
    pdf: string
    bytes: number
    sheets: number
    /** Printed pages; none where it holds no papers. */
    first_page: number | null
    last_page: number | null
    published_at: Generated<Date>
  }
  /** The documents that public papers came with. */
  'published.files': OfVersion & { paper: string; checksum: string; name: string; media_type: string; bytes: number }
  /** The meeting of the working record that a version was made of, and by number the ids of its items. */
  'work.version_records': OfVersion & { meeting: MeetingId; items: Json<Readonly<Partial<Record<string, ItemId>>>> }
  'work.issued_meetings': OfVersion & { meeting: Json<IssuedMeeting> }
  /** The papers of a version that only members have. */
  'work.issued_papers': OfVersion & {
    paper: string
    item: number
    /** Its place among all papers of the version, from 1. */
    position: number
    title: string
    frame: Json<ReportFrame | null> | null
    blocks: Json<readonly Block[]>
    pages: Json<PackPages | null> | null
    block_pages: Json<readonly number[] | null> | null
    supplement: number | null
    pictures: Json<readonly FileReference[]>
    file: Json<AttachedFile | null> | null
  }
}
