import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { TakingTables } from '../tables.ts'

/** The numbers in the published minutes of these meetings, by `body/date`, as they stand; a meeting without published minutes is left out. One query. */
export async function minuteNumbers(reader: Reader, meetings: readonly { readonly body: string; readonly date: LocalDate }[]): Promise<ReadonlyMap<string, readonly number[]>> {
  if (meetings.length === 0) return new Map()
  const rows = await reader
    .tables<TakingTables>()
    .selectFrom('published.minutes as minutes')
    .distinctOn(['minutes.body', 'minutes.meeting_date'])
    .select(['minutes.body', 'minutes.meeting_date'])
    .select(sql<number[]>`array(select (minute ->> 'number')::int from jsonb_array_elements(minutes.minutes -> 'minutes') as minute)`.as('numbers'))
    .where(sql<boolean>`minutes.body || '/' || minutes.meeting_date = any(${[...new Set(meetings.map(({ body, date }) => `${body}/${date}`))]})`)
    .orderBy('minutes.body')
    .orderBy('minutes.meeting_date')
    .orderBy('minutes.version', 'desc')
    .execute()
  return new Map(rows.map(({ body, meeting_date, numbers }) => [`${body}/${meeting_date}`, numbers]))
}
