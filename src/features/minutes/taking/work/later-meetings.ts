import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingId } from '#features/meetings'

/** A later meeting of the body, with an item at which minutes are confirmed. */
export interface LaterMeeting {
  readonly date: LocalDate
  readonly item: number
  readonly title: string
}

/** Meetings and their items, which another feature keeps; the record of their sittings is read beside them. */
interface Agendas {
  'work.meetings': { id: MeetingId; body: string; meeting_date: LocalDate }
  'work.items': { meeting: MeetingId; number: number }
}

const mostShown = 12

/** The items “confirmation of minutes” of the body's meetings after one day up to another; of a meeting without such an item each of its items. A meeting that has been opened can confirm before it is closed. */
export async function laterMeetings(reader: Reader, { body, after, until }: { readonly body: string; readonly after: LocalDate; readonly until: LocalDate }): Promise<LaterMeeting[]> {
  const rows = await reader
    .tables<Agendas>()
    .selectFrom('work.meetings as meeting')
    .innerJoin('work.items as item', 'item.meeting', 'meeting.id')
    .select(['meeting.meeting_date as date', 'item.number as item', sql<string>`item.facts ->> 'title'`.as('title'), sql<boolean>`coalesce(item.facts ->> 'standing' = 'minutes', false)`.as('is_minutes')])
    .where('meeting.body', '=', body)
    .where('meeting.meeting_date', '>', after)
    .where('meeting.meeting_date', '<=', until)
    .where(sql<boolean>`(meeting.facts ->> 'status' in ('held', 'minutes-draft', 'minutes-confirmed', 'adjourned') or meeting.facts ->> 'status' <> 'cancelled'
      and exists (select from work.sitting_log as log where log.meeting = meeting.id and log.happening ->> 'kind' = 'opens'))`)
    .orderBy('meeting.meeting_date')
    .orderBy('item.number')
    .limit(500)
    .execute()
  const withOne = new Set(rows.filter((row) => row.is_minutes).map(({ date }) => date))
  return rows.filter((row) => row.is_minutes || !withOne.has(row.date)).slice(0, mostShown).map(({ date, item, title }) => ({ date, item, title }))
}
