import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { isNotTaken } from './items-not-taken.ts'
import { timesFound, timesOfAsked, type TimeOnAgenda } from './time-on-agenda.ts'

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
  const found = await timesFound(
    reader,
    sql`(
      select distinct asked.subject, found.*
      from unnest(${matters.map(({ subject }) => subject)}::text[], ${matters.map(({ before }) => before)}::date[], ${matters.map(({ at }) => at ?? null)}::date[]) as asked (subject, before, at)
      cross join lateral (
        ${timesOfAsked(sql`time.body = ${body} and time.meeting_date < asked.before and not ${isNotTaken}`, ofBody)}
        union all ${timesOfAsked(sql`time.body <> ${body} and time.meeting_date < asked.before and not ${isNotTaken}`, ofOthers)}
        union all ${timesOfAsked(sql`time.body = ${body} and time.meeting_date = asked.at`, mostItems)}
      ) as found
    )`,
  )
  return found.map(({ publishedAt: _publishedAt, ...time }) => time)
}
