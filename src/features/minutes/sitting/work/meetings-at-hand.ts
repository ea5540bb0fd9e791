import { sql } from 'kysely'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingId } from '#features/meetings'
import type { SittingTables } from '../tables.ts'

/** A meeting whose record wants somebody. */
export interface MeetingAtHand {
  readonly id: MeetingId
  readonly body: string
  readonly date: LocalDate
  readonly time?: LocalTime
  readonly isOpened: boolean
}

/** Meetings, which another feature keeps. */
interface Meetings extends SittingTables {
  'work.meetings': { id: MeetingId; body: string; meeting_date: LocalDate }
}

/** The meetings of a day that are not cancelled, by time. */
export function meetingsToday(reader: Reader, today: LocalDate, limit: number): Promise<MeetingAtHand[]> {
  return meetings(reader, sql<boolean>`meeting.meeting_date = ${today}::date and meeting.facts ->> 'status' <> 'cancelled'`, limit)
}

/**
 * Meetings of the days before whose agenda was published and that nobody opened, or of which something is recorded and no minutes are circulated; the latest
 * first: adjourned days among them, and those on which one goes on, which need no agenda of their own. What was loaded as held, with nothing recorded of it, is not.
 */
export function meetingsLeftOpen(reader: Reader, today: LocalDate, limit: number): Promise<MeetingAtHand[]> {
  const isRecorded = sql`exists (select from work.sitting_log as log where log.meeting = meeting.id)`
  const isWaiting = sql`(meeting.facts ->> 'status' = 'agenda-published' or (meeting.facts ->> 'status' in ('held', 'adjourned') and ${isRecorded}) or (meeting.facts ->> 'status' = 'planned' and meeting.facts -> 'resumedFrom' is not null))`
  return meetings(reader, sql<boolean>`meeting.meeting_date < ${today}::date and ${isWaiting}`, limit)
}

async function meetings(reader: Reader, which: ReturnType<typeof sql<boolean>>, limit: number): Promise<MeetingAtHand[]> {
  const isStruck = sql`exists (select from work.sitting_log as strike where strike.meeting = log.meeting and strike.happening ->> 'struck' = log.id::text)`
  const rows = await reader
    .tables<Meetings>()
    .selectFrom('work.meetings as meeting')
    .select(['meeting.id', 'meeting.body', 'meeting.meeting_date as date'])
    .select(sql<LocalTime | null>`meeting.facts ->> 'time'`.as('time'))
    .select(sql<boolean>`exists (select from work.sitting_log as log where log.meeting = meeting.id and log.happening ->> 'kind' = 'opens' and not ${isStruck})`.as('is_opened'))
    .where(which)
    .orderBy('meeting.meeting_date', 'desc')
    .orderBy(sql`meeting.facts ->> 'time'`)
    .orderBy('meeting.body')
    .limit(limit)
    .execute()
  return rows.map(({ id, body, date, time, is_opened: isOpened }) => ({ id, body, date, ...given('time', time), isOpened }))
}
