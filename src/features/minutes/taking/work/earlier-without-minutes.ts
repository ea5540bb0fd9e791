import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingId } from '#features/meetings'
import type { TakingTables } from '../tables.ts'

/** An earlier meeting of the body that has no minutes circulated, and none that its calendar knows of. */
export interface NotMinuted {
  readonly date: LocalDate
  /** It is recorded as held, be it that it was adjourned; otherwise its agenda was published and its day has passed. */
  readonly isHeld: boolean
  /** Others of the body have minutes that are circulated, so that the numbers run on from them. */
  readonly isAfterOthers: boolean
}

/** Meetings, which another feature keeps. */
interface Meetings {
  'work.meetings': { id: MeetingId; body: string; meeting_date: LocalDate }
}

/**
 * The meetings of a body before a day, and after the last one whose minutes are circulated, that were held or published and have none circulated. None where an
 * officer said with which number the minutes begin here, until the first are circulated: those before were minuted elsewhere.
 */
export async function earlierWithoutMinutes(reader: Reader, body: string, before: LocalDate): Promise<NotMinuted[]> {
  const circulated = sql`(select max(other.meeting_date) from work.meetings as other join work.minutes_of_meetings as taken on taken.meeting = other.id
    where other.body = ${body} and other.meeting_date < ${before} and taken.state <> 'draft')`
  const rows = await reader
    .tables<TakingTables & Meetings>()
    .selectFrom('work.meetings as meeting')
    .select(['meeting.meeting_date as date', sql<boolean>`meeting.facts ->> 'status' in ('held', 'adjourned')`.as('is_held'), sql<boolean>`${circulated} is not null`.as('is_after_others')])
    .where('meeting.body', '=', body)
    .where('meeting.meeting_date', '<', before)
    .where(sql<boolean>`meeting.facts ->> 'status' in ('held', 'adjourned', 'agenda-published')`)
    .where(sql<boolean>`meeting.facts -> 'privateDevelopment' is distinct from 'true'::jsonb`)
    .where(sql<boolean>`meeting.meeting_date > coalesce(${circulated}, '-infinity')`)
    .where(sql<boolean>`(${circulated} is not null or not exists (select from work.minute_series as series where series.body = ${body}))`)
    .orderBy('meeting.meeting_date')
    .execute()
  return rows.map((row) => ({ date: row.date, isHeld: row.is_held, isAfterOthers: row.is_after_others }))
}
