import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'
import { isNotTaken } from './items-not-taken.ts'

/** A time at which a matter was on a published agenda. */
export interface TimeOnAgenda {
  readonly subject: string
  readonly body: string
  readonly bodyName: string
  readonly date: LocalDate
  /** The number of the item, and what the agenda called it. */
  readonly item: number
  readonly title: string
  /** It stood on the agenda and was not reached, carried over, withdrawn, or there was no quorum for it. */
  readonly isNotTaken?: true
}

/** With the moment at which the version of the agenda that stands was published. */
export interface PublishedTime extends TimeOnAgenda {
  readonly publishedAt: Date
}

interface Asked {
  /** Of this body alone. */
  readonly body?: string
  /** Only meetings before this day. */
  readonly before?: LocalDate
  /** At most so many times for each subject; 10 unless told. */
  readonly limit?: number
  /** Only agendas whose standing version was published after this moment. */
  readonly publishedAfter?: Date
  /** Without items that were not taken at their meeting. */
  readonly onlyTaken?: boolean
}

/**
 * When these matters were on published agendas as they stand, the newest first: derived from the record, never typed. Meetings that were cancelled or
 * moved away, and items that were withdrawn, do not count; whether an item was taken is what its minutes say. One query, which follows an index for each subject.
 */
export async function timesOnAgenda(reader: Reader, subjects: readonly string[], { body, before, limit = 10, publishedAfter, onlyTaken = false }: Asked = {}): Promise<PublishedTime[]> {
  if (subjects.length === 0) return []
  const found = sql<Row>`(
    select asked.subject, found.body, found.body_name, found.meeting_date, found.item, found.title, found.is_not_taken, found.published_at
    from unnest(${[...new Set(subjects)]}::text[]) as asked (subject)
    cross join lateral (
      select time.body, time.body_name, time.meeting_date, time.item, time.title, ${isNotTaken} as is_not_taken, standing.published_at
      from published.item_subjects as time
      join published.current_meetings as standing
        on standing.body = time.body and standing.meeting_date = time.meeting_date and standing.version = time.version
      where time.subject = asked.subject
        and standing.status <> 'cancelled'
        ${body === undefined ? sql`` : sql`and time.body = ${body}`}
        ${before === undefined ? sql`` : sql`and time.meeting_date < ${before}::date`}
        ${onlyTaken ? sql`and not ${isNotTaken}` : sql``}
        ${publishedAfter === undefined ? sql`` : sql`and standing.published_at > ${publishedAfter}`}
      order by time.meeting_date desc
      limit ${limit}
    ) as found
  )`
  const rows = await reader.tables<MeetingsTables>().selectFrom(found.as('times')).selectAll('times').orderBy('times.meeting_date', 'desc').orderBy('times.body').orderBy('times.item').execute()
  return rows.map(({ body_name: bodyName, meeting_date: date, published_at: publishedAt, is_not_taken: missed, ...time }) => ({ ...time, bodyName, date, publishedAt, ...(missed ? { isNotTaken: true } : {}) }))
}

interface Row {
  subject: string
  body: string
  body_name: string
  meeting_date: LocalDate
  item: number
  title: string
  is_not_taken: boolean
  published_at: Date
}
