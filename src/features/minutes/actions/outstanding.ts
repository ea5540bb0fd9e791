import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { placeOnNextAgenda } from '#features/meetings'
import type { ActionsTables } from './tables.ts'

/** The matter that an agenda's item about what is outstanding bears. */
export const outstandingSubject = 'recommendations-and-actions'

/** Puts one item about what is outstanding on the next open agenda of a body, within a deed; once, and not where an officer took it off. */
export async function placeOutstandingItem(tx: Transaction, body: string, today: LocalDate): Promise<void> {
  await placeOnNextAgenda(
    tx,
    { body, after: today },
    {
      origin: 'actions',
      title: 'Recommendations and actions: what is outstanding',
      kind: 'information',
      note: 'What this body asked and is still waiting for, and what was answered since it last met.',
      subjects: [outstandingSubject],
    },
  )
}

/** Does so for each of these bodies that waits for something the public may know. */
export async function placeOutstanding(tx: Transaction, bodies: readonly string[], today: LocalDate): Promise<void> {
  const waiting = await bodiesWaiting(tx.reader, bodies)
  for (const body of waiting) await placeOutstandingItem(tx, body, today)
}

/** The bodies, of these or of all, that have something outstanding. */
export async function bodiesWaiting(reader: Reader, bodies?: readonly string[]): Promise<string[]> {
  const rows = await reader
    .tables<ActionsTables>()
    .selectFrom('published.action_counts as count')
    .select('count.body')
    .distinct()
    .where('count.state', 'not in', ['closed', 'withdrawn'])
    .$if(bodies !== undefined, (query) => query.where('count.body', '=', sql<string>`any(${sql.val([...(bodies ?? [])])}::text[])`))
    .orderBy('count.body')
    .execute()
  return rows.map(({ body }) => body)
}
