import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { isNotTaken } from './items-not-taken.ts'
import { timesFound, timesOfAsked, type PublishedTime } from './time-on-agenda.ts'

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
  const conditions = [
    ...(body === undefined ? [] : [sql`time.body = ${body}`]),
    ...(before === undefined ? [] : [sql`time.meeting_date < ${before}::date`]),
    ...(onlyTaken ? [sql`not ${isNotTaken}`] : []),
    ...(publishedAfter === undefined ? [] : [sql`standing.published_at > ${publishedAfter}`]),
  ]
  return timesFound(
    reader,
    sql`(
      select asked.subject, found.*
      from unnest(${[...new Set(subjects)]}::text[]) as asked (subject)
      cross join lateral ${timesOfAsked(sql.join([sql`true`, ...conditions], sql` and `), limit)} as found
    )`,
  )
}
