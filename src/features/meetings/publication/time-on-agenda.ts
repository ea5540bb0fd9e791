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

/** A time with the moment at which the version of the agenda that stands was published. */
export interface PublishedTime extends TimeOnAgenda {
  readonly publishedAt: Date
}

/** The latest times of the matter `asked` on agendas as they stand, save those of cancelled meetings; the condition speaks of `time` and `standing`. */
export function timesOfAsked(condition: ReturnType<typeof sql>, limit: number) {
  return sql`(
    select time.body, time.body_name, time.meeting_date, time.item, time.title, ${isNotTaken} as is_not_taken, standing.published_at
    from published.item_subjects as time
    join published.current_meetings as standing on standing.body = time.body and standing.meeting_date = time.meeting_date and standing.version = time.version
    where time.subject = asked.subject and standing.status <> 'cancelled' and ${condition}
    order by time.meeting_date desc
    limit ${limit}
  )`
}

/** Those times as a query finds them, the newest first. */
export async function timesFound(reader: Reader, query: ReturnType<typeof sql>): Promise<PublishedTime[]> {
  const found = query.$castTo<Row>()
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
