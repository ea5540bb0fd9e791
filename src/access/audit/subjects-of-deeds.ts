import type { Reader } from '#platform/database/database.ts'
import type { AccessTables } from '../tables.ts'

/** The ids of the records of this kind to which the verb was ever done. */
export async function subjectsOfDeeds(reader: Reader, verb: string, kind: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .tables<AccessTables>()
    .selectFrom('access.audit')
    .select('access.audit.subject_id')
    .distinct()
    .where('access.audit.verb', '=', verb)
    .where('access.audit.subject_kind', '=', kind)
    .where('access.audit.outcome', '=', 'done')
    .execute()
  return new Set(rows.map((row) => row.subject_id))
}
