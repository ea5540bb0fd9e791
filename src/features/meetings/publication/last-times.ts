import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'
import { isNotTaken } from './items-not-taken.ts'
import type { TimeOnAgenda } from './times-on-agenda.ts'

/** A matter that is asked about. */
export interface MatterAsked {
  readonly subject: string
  /** Its last times before this day. */
  readonly before: LocalDate
  /** Besides, its items at the body's own meeting of this day. */
  readonly at?: LocalDate | undefined
}

interface Asked {
  readonly body: string
  /** For each matter so many times at this body, and so many at others. */
  readonly ofBody: number
  readonly ofOthers: number
}

const mostItems = 5

/**
 * The last times before a day of each matter's own at which it was on a published agenda and taken, of one body and of others, each once; at the body's own
 * meeting also what was not taken there. One query, by indexes.
 */
export async function lastTimesOnAgenda(reader: Reader, matters: readonly MatterAsked[], { body, ofBody, ofOthers }: Asked): Promise<TimeOnAgenda[]> {
  if (matters.length === 0) return []
  const times = (condition: ReturnType<typeof sql>, limit: number) => sql`(
    select time.body, time.body_name, time.meeting_date, time.item, time.title, ${isNotTaken} as is_not_taken
    from published.item_subjects as time
    join published.current_meetings as standing on standing.body = time.body and standing.meeting_date = time.meeting_date and standing.version = time.version
    where time.subject = asked.subject and standing.status <> 'cancelled' and ${condition}
    order by time.meeting_date desc
    limit ${limit}
  )`
  const found = sql<Row>`(
    select distinct asked.subject, found.*
    from unnest(${matters.map(({ subject }) => subject)}::text[], ${matters.map(({ before }) => before)}::date[], ${matters.map(({ at }) => at ?? null)}::date[]) as asked (subject, before, at)
    cross join lateral (
      ${times(sql`time.body = ${body} and time.meeting_date < asked.before and not ${isNotTaken}`, ofBody)}
      union all ${times(sql`time.body <> ${body} and time.meeting_date < asked.before and not ${isNotTaken}`, ofOthers)}
      union all ${times(sql`time.body = ${body} and time.meeting_date = asked.at`, mostItems)}
    ) as found
  )`
  const rows = await reader.tables<MeetingsTables>().selectFrom(found.as('times')).selectAll('times').orderBy('times.meeting_date', 'desc').orderBy('times.body').orderBy('times.item').execute()
  return rows.map(({ body_name: bodyName, meeting_date: date, is_not_taken: missed, ...time }) => ({ ...time, bodyName, date, ...(missed ? { isNotTaken: true } : {}) }))
}

interface Row {
  subject: string
  body: string
  body_name: string
  meeting_date: LocalDate
  item: number
  title: string
  is_not_taken: boolean
}
