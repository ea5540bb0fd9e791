import type { Reader } from '#platform/database/database.ts'
import type { AccessTables } from '../tables.ts'

/** What the audit knows of loading one kind of file: whether any were ever loaded, and whether these very files were, or were tried and refused. */
export interface LoadRecorded {
  readonly what: string
  readonly isKnown: boolean
  readonly isThis: boolean
}

/** Of each of these files, by the word of the import and their fingerprint; a word may stand more than once. One query. */
export async function loadsRecorded(reader: Reader, fingerprints: readonly (readonly [what: string, fingerprint: string])[]): Promise<readonly LoadRecorded[]> {
  const rows = await reader
    .tables<AccessTables>()
    .selectFrom('access.audit')
    .select(['access.audit.subject_kind as what', 'access.audit.subject_id as id', 'access.audit.outcome'])
    .distinct()
    .where('access.audit.verb', 'like', '%.import')
    .where('access.audit.subject_kind', 'in', fingerprints.map(([what]) => what))
    .execute()
  return fingerprints.map(([what, fingerprint]) => {
    const own = rows.filter((row) => row.what === what)
    return { what, isKnown: own.some(({ outcome }) => outcome === 'done'), isThis: own.some(({ id }) => id === fingerprint) }
  })
}
