import type { Reader } from '#platform/database/database.ts'
import { planEntry } from '../entry/plan-entry.ts'
import type { KeptEntry } from './keep-entry.ts'
import type { PlanTables } from './tables.ts'

export const mostShown = 200

/** The entries that are at work: those that changed last, by the day on which they are expected. */
export async function keptPlan(reader: Reader): Promise<KeptEntry[]> {
  const rows = await reader
    .tables<PlanTables>()
    .selectFrom('work.plan_entries as kept')
    .select(['kept.record', 'kept.revision'])
    .orderBy('kept.changed_at', 'desc')
    .orderBy('kept.reference')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({ entry: planEntry.parse(row.record), revision: row.revision })).toSorted((one, other) => (one.entry.expected.from < other.entry.expected.from ? -1 : 1))
}
