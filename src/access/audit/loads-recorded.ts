import type { Reader } from '#platform/database/database.ts'
import type { AccessTables } from '../tables.ts'

/** What the audit knows of loading one kind of file: whether any were ever loaded, and whether these very files were, or were tried and refused. */
export interface LoadRecorded {
  readonly isKnown: boolean
  readonly isThis: boolean
}

/** By the word of the import, for files with these fingerprints. One query. */
export async function loadsRecorded(reader: Reader, fingerprints: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, LoadRecorded>> {
  const rows = await reader
    .tables<AccessTables>()
    .selectFrom('access.audit')
    .select(['access.audit.subject_kind as what', 'access.audit.subject_id as id', 'access.audit.outcome'])
    .distinct()
    .where('access.audit.verb', 'like', '%.import')
    .where('access.audit.subject_kind', 'in', [...fingerprints.keys()])
    .execute()
  return new Map(
    Array.from(fingerprints, ([what, fingerprint]) => {
      const own = rows.filter((row) => row.what === what)
      return [what, { isKnown: own.some(({ outcome }) => outcome === 'done'), isThis: own.some(({ id }) => id === fingerprint) }]
    }),
  )
}
