import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'

/** Those of these bodies that have a meeting after that day whose agenda could take an item: what `placeOnNextAgenda` would find. */
export async function bodiesWithOpenAgenda(reader: Reader, bodies: readonly string[], after: LocalDate): Promise<ReadonlySet<string>> {
  if (bodies.length === 0) return new Set()
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.meetings as meeting')
    .select('meeting.body')
    .distinct()
    .where('meeting.body', 'in', [...new Set(bodies)])
    .where('meeting.meeting_date', '>', after)
    .where(sql<boolean>`meeting.facts ->> 'status' = 'planned' and not (meeting.facts ->> 'privateDevelopment')::boolean`)
    .execute()
  return new Set(rows.map(({ body }) => body))
}
