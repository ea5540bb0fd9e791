import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { MeetingId } from '#features/meetings'
import type { MembersMinutes } from './record/members-minutes.ts'
import type { MinutesState } from './record/minutes-state.ts'
import type { PublishedMinutes, PublishedResolution } from './record/published-minutes.ts'
import type { Resolution, ResolutionId, ResolutionKind } from './record/resolution.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

interface MinuteTexts {
  meeting: MeetingId
  /** The item's number on the agenda. */
  item: number
  text: string
  /** Of an item that is withheld: for members and officers alone. Never published. */
  members_text: string
  revision: number
  /** None where it was loaded. */
  saved_by: string | null
  saved_at: Date
}

/** The minutes of meetings; no other room names these tables. */
export interface TakingTables {
  /** One row for each meeting that is minuted. After confirmation the database refuses any change but the signature. */
  'work.minutes_of_meetings': {
    meeting: MeetingId
    body: string
    state: Generated<MinutesState>
    /** The last version that was published; 0 before the first. */
    version: Generated<number>
    revision: Generated<number>
    circulated_at: Date | null
    /** The day of the meeting that confirmed them, its item, and with which amendment. */
    confirmed_on: LocalDate | null
    confirmed_item: number | null
    amended: string | null
    signed_by: string | null
    signed_on: LocalDate | null
    signed_at: Date | null
    /** Who recorded the signature. */
    sign_recorded_by: string | null
    /** The resolutions that ask something of somebody, as they were raised last. */
    raised: ColumnType<readonly ResolutionId[], string | undefined, string>
    /** Of the file from which they were loaded; none where they were taken here. */
    fingerprint: string | null
    /** When staff last changed them here. */
    edited_at: Date | null
    /** Where their facts are to be found, or what of them is invented; none where they were taken here. */
    source: string | null
  }
  'work.minutes': MinuteTexts & {
    body: string
    /** Fixed at circulation. */
    number: number | null
    /** Of an exempt item: whether the public was excluded by resolution while it was taken; none until an officer has said. */
    public_excluded: boolean | null
  }
  /** Every revision of every minute, the standing one too. */
  'work.minute_changes': MinuteTexts
  'work.resolutions': {
    id: Generated<ResolutionId>
    meeting: MeetingId
    item: number
    /** From 1; its letter follows from it. */
    place: number
    content: Json<Resolution>
    revision: Generated<number>
    saved_by: string | null
    saved_at: Date
  }
  /** What members read of each version besides what is published; never changed. */
  'work.members_minutes': { meeting: MeetingId; version: number; minutes: Json<MembersMinutes>; kept_at: Date }
  /** With which number the minutes of a body begin here; 1 where nobody has said. */
  'work.minute_series': { body: string; first: number }

  /** Every version of the minutes of a meeting that was published; never changed. */
  'published.minutes': {
    body: string
    meeting_date: LocalDate
    version: number
    state: MinutesState
    /** What this version says that the one before did not. */
    note: string
    minutes: Json<PublishedMinutes>
    pdf: string
    pdf_bytes: number
    pdf_pages: number
    published_at: Date
  }
  /** The open resolutions of the versions that stand. */
  'published.current_resolutions': {
    id: ResolutionId
    body: string
    body_name: string
    meeting_date: LocalDate
    item: number
    item_title: string
    minute: number
    /** Among the resolutions of its minute, from 1. */
    place: number
    kind: ResolutionKind
    resolution: Json<PublishedResolution>
  }
}
