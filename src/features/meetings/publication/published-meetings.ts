import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { MeetingStatus, PublishedMeeting } from '../record/meeting.ts'
import type { ReportFrame } from '../record/report-file.ts'
import type { MeetingsTables } from '../tables.ts'
import type { WhenPublished } from './published-words.ts'

/** A published version of a meeting. */
export interface MeetingVersion extends WhenPublished {
  readonly version: number
  /** The version with which the pack was built: an earlier one where this one came with a supplement. */
  readonly packVersion: number
  readonly note: string
  readonly meeting: PublishedMeeting
  readonly pack?: { readonly checksum: string; readonly bytes: number; readonly pages: number }
}

/** The version of a meeting that stands, or the one asked for by its number; undefined where there is none. */
export async function publishedMeeting(reader: Reader, body: string, date: LocalDate, version?: number): Promise<MeetingVersion | undefined> {
  const rows = reader.tables<MeetingsTables>().selectFrom('published.meetings').selectAll('published.meetings')
  const row = await rows
    .where('published.meetings.body', '=', body)
    .where('published.meetings.meeting_date', '=', date)
    .$if(version !== undefined, (query) => query.where('published.meetings.version', '=', version ?? 0))
    .orderBy('published.meetings.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const pack = row.pack === null ? {} : { pack: { checksum: row.pack, bytes: row.pack_bytes ?? 0, pages: row.pack_pages ?? 0 } }
  return { version: row.version, packVersion: row.pack_version ?? row.version, note: row.note, publishedAt: row.published_at.toISOString(), ...given('datedBy', row.dated_by), meeting: row.meeting, ...pack }
}

/** A version in the list of all of a meeting. */
export interface VersionInList extends WhenPublished {
  readonly version: number
  readonly note: string
}

/** Every version of a meeting, the newest first. */
export async function versionsOf(reader: Reader, body: string, date: LocalDate): Promise<VersionInList[]> {
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.meetings')
    .select(['published.meetings.version', 'published.meetings.note', 'published.meetings.published_at', 'published.meetings.dated_by'])
    .where('published.meetings.body', '=', body)
    .where('published.meetings.meeting_date', '=', date)
    .orderBy('published.meetings.version', 'desc')
    .execute()
  return rows.map((row) => ({ version: row.version, note: row.note, publishedAt: row.published_at.toISOString(), ...given('datedBy', row.dated_by) }))
}

/** A published paper: a report in its frame, or an appendix. */
export interface PublishedPaper {
  readonly id: string
  readonly item: number
  readonly title: string
  readonly frame?: ReportFrame
  readonly blocks: readonly Block[]
  /** For each outer block, as the report stands in its frame, the printed page on which it begins. */
  readonly blockPages?: readonly number[]
}

/** The papers of one version, of one item only where it is given, in the order of the agenda. */
export async function publishedPapers(reader: Reader, meeting: { body: string; date: LocalDate; version: number }, item?: number): Promise<PublishedPaper[]> {
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.papers')
    .selectAll('published.papers')
    .where('published.papers.body', '=', meeting.body)
    .where('published.papers.meeting_date', '=', meeting.date)
    .where('published.papers.version', '=', meeting.version)
    .$if(item !== undefined, (query) => query.where('published.papers.item', '=', item ?? 0))
    .orderBy('published.papers.position')
    .execute()
  return rows.map((row) => ({ id: row.paper, item: row.item, title: row.title, blocks: row.blocks, ...given('frame', row.frame), ...given('blockPages', row.block_pages) }))
}

/** A meeting in a list. */
export interface MeetingInList {
  readonly body: string
  readonly bodyName: string
  readonly date: LocalDate
  readonly time?: LocalTime
  readonly title?: string
  readonly venue?: string
  readonly status: MeetingStatus
  /** The day on which it is held instead. */
  readonly movedTo?: LocalDate
  readonly isPublic: boolean
  readonly isWebcast: boolean
  readonly hasAgenda: boolean
  readonly hasPack: boolean
  readonly version: number
  readonly note: string
  readonly publishedAt: string
}

export interface MeetingFilter {
  readonly body?: string | undefined
  /** First day. */
  readonly from?: LocalDate | undefined
  /** The day after the last: ranges are half open. */
  readonly before?: LocalDate | undefined
  /** By the day of the meeting, or by when it was published. */
  readonly order: 'first-to-last' | 'last-to-first' | 'newest-first' | 'as-published'
  readonly limit: number
  /** Goes on after this meeting of the list. */
  readonly after?: { readonly date: LocalDate; readonly body: string } | undefined
  /** Only meetings whose agenda is published. */
  readonly withAgenda?: boolean
  /** Only what was published after this moment, to the millisecond; or in it, of meetings later by body and day. */
  readonly publishedAfter?: { readonly at: Date; readonly body: string; readonly date: LocalDate }
}

/** Meetings as they stand, by day and body. One query; a page of a list ends with its last entry's day and body. */
export async function meetingsInList(reader: Reader, filter: MeetingFilter): Promise<MeetingInList[]> {
  const { body, from, before, after } = filter
  const isForwards = filter.order === 'first-to-last'
  // A moment that was read has milliseconds, and one in the store more: what was read last must not come again.
  const published = sql<Date>`date_trunc('milliseconds', list.published_at)`
  let query = reader.tables<MeetingsTables>().selectFrom('published.current_meetings as list')
  if (body !== undefined) query = query.where('list.body', '=', body)
  if (from !== undefined) query = query.where('list.meeting_date', '>=', from)
  if (before !== undefined) query = query.where('list.meeting_date', '<', before)
  if (filter.withAgenda === true) query = query.where('list.has_agenda', '=', true)
  if (after !== undefined) {
    const place = sql`(${after.date}::date, ${after.body}::text)`
    query = query.where(isForwards ? sql<boolean>`(list.meeting_date, list.body) > ${place}` : sql<boolean>`(list.meeting_date, list.body) < ${place}`)
  }
  if (filter.publishedAfter !== undefined) {
    const { at, body: place, date } = filter.publishedAfter
    query = query.where(sql<boolean>`(${published}, list.body, list.meeting_date) > (${at}, ${place}::text, ${date}::date)`)
  }
  if (filter.order === 'newest-first') query = query.orderBy('list.published_at', 'desc')
  if (filter.order === 'as-published') query = query.orderBy(published).orderBy('list.body').orderBy('list.meeting_date')
  const rows = await query
    .select([
      'list.body',
      'list.meeting_date',
      'list.meeting_time',
      'list.status',
      'list.is_public',
      'list.has_agenda',
      'list.pack',
      'list.version',
      'list.note',
      'list.published_at',
      sql<string>`list.meeting ->> 'bodyName'`.as('body_name'),
      sql<string | null>`list.meeting ->> 'title'`.as('title'),
      sql<string | null>`list.meeting ->> 'venue'`.as('venue'),
      sql<LocalDate | null>`list.meeting ->> 'movedTo'`.as('moved_to'),
      sql<boolean>`coalesce(list.meeting ->> 'webcast', 'false') <> 'false'`.as('is_webcast'),
    ])
    .orderBy('list.meeting_date', isForwards ? 'asc' : 'desc')
    .orderBy('list.body', isForwards ? 'asc' : 'desc')
    .limit(filter.limit)
    .execute()
  return rows.map((row) => ({
    body: row.body,
    bodyName: row.body_name,
    date: row.meeting_date,
    ...(row.meeting_time === null ? {} : { time: row.meeting_time }),
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.venue === null ? {} : { venue: row.venue }),
    status: row.status,
    ...given('movedTo', row.moved_to),
    isPublic: row.is_public,
    isWebcast: row.is_webcast,
    hasAgenda: row.has_agenda,
    hasPack: row.pack !== null,
    version: row.version,
    note: row.note,
    publishedAt: row.published_at.toISOString(),
  }))
}
