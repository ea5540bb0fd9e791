import { sql } from 'kysely'
import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'

/** A day from which a published meeting moved away: its page there says where the meeting went. */
export interface DayLeft {
  readonly body: string
  readonly date: LocalDate
  readonly movedTo: LocalDate
}

/** The days of a period, both ends included, that meetings of the body, or of all bodies, moved away from; one query. */
export async function daysLeft(reader: Reader, { body, from, to }: { readonly body?: string; readonly from: LocalDate; readonly to: LocalDate }): Promise<DayLeft[]> {
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.current_meetings as list')
    .select(['list.body', 'list.meeting_date', sql<LocalDate>`list.meeting ->> 'movedTo'`.as('moved_to')])
    .where(sql<boolean>`list.meeting ->> 'movedTo' is not null`)
    .where('list.meeting_date', '>=', from)
    .where('list.meeting_date', '<=', to)
    .$if(body !== undefined, (query) => query.where('list.body', '=', body ?? ''))
    .execute()
  return rows.map((row) => ({ body: row.body, date: row.meeting_date, movedTo: row.moved_to }))
}

/** Why another meeting cannot take the day: the public, members and their notes find the one that moved by it. */
export function leftInWords({ date, movedTo }: Omit<DayLeft, 'body'>): string {
  return `The meeting of ${formatDay(date)} moved to ${formatDay(movedTo)}, and the page of that day says so. Choose another day, or move that meeting back`
}
