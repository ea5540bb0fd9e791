import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'

/**
 * Notes in the deed that publishes the minutes of a meeting which items of its agenda were not taken at it: not reached, carried over, withdrawn, without a
 * quorum. A matter was not reported by standing on the agenda. What was noted before no longer holds; no agenda is changed by it.
 */
export async function markNotTaken(tx: Transaction, { body, date }: { readonly body: string; readonly date: LocalDate }, items: readonly number[]): Promise<void> {
  const tables = tx.tables<MeetingsTables>()
  await tables.deleteFrom('published.current_items_not_taken').where('body', '=', body).where('meeting_date', '=', date).execute()
  const rows = [...new Set(items)].map((item) => ({ body, meeting_date: date, item }))
  if (rows.length > 0) await tables.insertInto('published.current_items_not_taken').values(rows).execute()
}

/** Whether the item of the row `time` was not taken. */
export const isNotTaken = sql<boolean>`exists (
  select from published.current_items_not_taken as missed
  where missed.body = time.body and missed.meeting_date = time.meeting_date and missed.item = time.item
)`
