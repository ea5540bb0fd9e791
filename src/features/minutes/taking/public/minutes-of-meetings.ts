import { sql, type RawBuilder } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { TakingTables } from '../tables.ts'
import { minutesVersion, type MinutesVersion } from './published-minutes.ts'

/** The minutes of these meetings that stand; nothing of a meeting whose minutes are not published. One query, however many meetings. */
export async function minutesOfMeetings(reader: Reader, meetings: readonly { readonly body: string; readonly date: LocalDate }[]): Promise<MinutesVersion[]> {
  if (meetings.length === 0) return []
  const wanted = sql.join(meetings.map(({ body, date }) => sql`(${body}::text, ${date}::date)`))
  const rows = await reader
    .tables<TakingTables>()
    .selectFrom('published.minutes as minutes')
    .selectAll('minutes')
    .distinctOn(['minutes.body', 'minutes.meeting_date'])
    .where(sql<boolean>`(minutes.body, minutes.meeting_date) in (${wanted})`)
    .orderBy('minutes.body')
    .orderBy('minutes.meeting_date')
    .orderBy('minutes.version', 'desc')
    .execute()
  return rows.map(minutesVersion)
}

/** Every publication of minutes, as a query of `body`, `meeting_date` and `stored_at`, when it came into this store: with each an export says something else of the meeting. */
export const publicationsOfMinutes: RawBuilder<unknown> = sql`select body, meeting_date, stored_at from published.minutes`
