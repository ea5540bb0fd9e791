import { sql, type RawBuilder } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { PublishedMeeting } from '../record/meeting.ts'
import type { MeetingsTables } from '../tables.ts'

/** A meeting as it stands, with when it first came into this store and when it last changed here, by the store’s clock: a file may tell of earlier days. */
export interface MeetingRecord {
  readonly version: number
  readonly meeting: PublishedMeeting
  readonly packBytes?: number
  readonly createdAt: Date
  readonly modifiedAt: Date
}

export interface RecordFilter {
  readonly body?: string | undefined
  readonly date?: LocalDate | undefined
  /** First and last moment, both within. */
  readonly createdSince?: Date | undefined
  readonly createdUntil?: Date | undefined
  readonly modifiedSince?: Date | undefined
  readonly modifiedUntil?: Date | undefined
  /** Goes on after this meeting of the list. */
  readonly after?: { readonly date: LocalDate; readonly body: string } | undefined
  /** What later features publish of meetings, as a query of `body`, `meeting_date` and `stored_at`: with each the meeting counts as changed. */
  readonly alsoPublished?: RawBuilder<unknown> | undefined
  readonly limit: number
}

/** Whole meetings as they stand, by day and body, for exports. One query; a page of a list ends with its last meeting's day and body. */
export async function meetingRecords(reader: Reader, filter: RecordFilter): Promise<MeetingRecord[]> {
  const { body, date, createdSince, createdUntil, modifiedSince, modifiedUntil, alsoPublished, after, limit } = filter
  let query = reader
    .tables<MeetingsTables>()
    .selectFrom('published.current_meetings as list')
    .leftJoin('published.meetings as first', (join) => join.onRef('first.body', '=', 'list.body').onRef('first.meeting_date', '=', 'list.meeting_date').on('first.version', '=', 1))
    .leftJoin('published.meetings as last', (join) => join.onRef('last.body', '=', 'list.body').onRef('last.meeting_date', '=', 'list.meeting_date').onRef('last.version', '=', 'list.version'))
  const created = sql<Date>`coalesce(first.stored_at, list.published_at)`
  const lately = sql<Date>`(select max(also.stored_at) from (${alsoPublished}) as also where also.body = list.body and also.meeting_date = list.meeting_date)`
  const modified = sql<Date>`greatest(coalesce(last.stored_at, list.published_at), ${alsoPublished === undefined ? sql`null` : lately})`
  if (body !== undefined) query = query.where('list.body', '=', body)
  if (date !== undefined) query = query.where('list.meeting_date', '=', date)
  if (createdSince !== undefined) query = query.where(created, '>=', createdSince)
  if (createdUntil !== undefined) query = query.where(created, '<=', createdUntil)
  if (modifiedSince !== undefined) query = query.where(modified, '>=', modifiedSince)
  if (modifiedUntil !== undefined) query = query.where(modified, '<=', modifiedUntil)
  if (after !== undefined) query = query.where(sql<boolean>`(list.meeting_date, list.body) > (${after.date}::date, ${after.body}::text)`)
  const rows = await query
    .select(['list.version', 'list.meeting', 'list.pack', 'list.pack_bytes', created.as('created_at'), modified.as('modified_at')])
    .orderBy('list.meeting_date')
    .orderBy('list.body')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    meeting: row.meeting,
    ...(row.pack === null ? {} : { packBytes: row.pack_bytes ?? 0 }),
    createdAt: new Date(row.created_at),
    modifiedAt: new Date(row.modified_at),
  }))
}

/** What the earlier versions of a meeting named: the numbers of items and the addresses of papers. */
export interface NamedEarlier {
  readonly body: string
  readonly date: LocalDate
  readonly items: ReadonlySet<number>
  readonly papers: ReadonlySet<string>
}

/** What was ever named on the agendas of these meetings before the versions that stand. One query. */
export async function namedEarlier(reader: Reader, meetings: readonly { readonly body: string; readonly date: LocalDate }[]): Promise<NamedEarlier[]> {
  if (meetings.length === 0) return []
  const wanted = sql.join(meetings.map(({ body, date }) => sql`(${body}::text, ${date}::date)`))
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.meetings as version')
    .select(['version.body', 'version.meeting_date'])
    .select(sql<number[]>`jsonb_path_query_array(version.meeting, '$.items[*].number')`.as('items'))
    .select(sql<string[]>`jsonb_path_query_array(version.meeting, '$.items[*].papers[*] ? (@.held == true).id')`.as('papers'))
    .where(sql<boolean>`(version.body, version.meeting_date) in (${wanted})`)
    .execute()
  const found = Map.groupBy(rows, ({ body, meeting_date }) => `${body}/${meeting_date}`)
  return meetings.map(({ body, date }) => {
    const own = found.get(`${body}/${date}`) ?? []
    return { body, date, items: new Set(own.flatMap(({ items }) => items)), papers: new Set(own.flatMap(({ papers }) => papers)) }
  })
}
