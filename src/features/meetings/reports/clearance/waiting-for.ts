import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import type { ClearanceId, ReportsTables } from '../tables.ts'

/** What this officer was asked to clear of a paper and has not answered. */
export async function waitingFor(reader: Reader, paper: PaperId, officer: PersonId): Promise<ClearanceId[]> {
  const rows = await reader
    .tables<ReportsTables>()
    .selectFrom('work.clearances as asked')
    .select('asked.id')
    .where('asked.paper', '=', paper)
    .where('asked.officer', '=', officer)
    .where('asked.state', '=', 'asked')
    .execute()
  return rows.map(({ id }) => id)
}
