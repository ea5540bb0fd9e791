import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { PaperId } from '../work/meeting-in-work.ts'
import type { AgendaTables } from './tables.ts'

/** Keeps the day on which a report was asked for. */
export async function noteCommission(tx: Transaction, paper: PaperId, day: LocalDate): Promise<void> {
  await tx.tables<AgendaTables>().insertInto('work.commissions').values({ paper, commissioned_on: day }).execute()
}

/** When each of these reports was asked for; one that came with a loaded file is missing. */
export async function commissionsOf(reader: Reader, papers: readonly PaperId[]): Promise<ReadonlyMap<PaperId, LocalDate>> {
  if (papers.length === 0) return new Map()
  const rows = await reader
    .tables<AgendaTables>()
    .selectFrom('work.commissions')
    .select(['work.commissions.paper', 'work.commissions.commissioned_on'])
    .where('work.commissions.paper', 'in', papers)
    .execute()
  return new Map(rows.map((row) => [row.paper, row.commissioned_on]))
}
