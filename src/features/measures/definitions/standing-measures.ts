import type { Reader } from '#platform/database/database.ts'
import type { ObservationTables } from '../observations/tables.ts'
import type { DefinitionTables } from './tables.ts'

/** Of these measures those of which a figure stands, whoever's it is. One query. */
export async function withFigures(reader: Reader, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  if (slugs.length === 0) return new Set()
  const rows = await reader
    .tables<DefinitionTables & ObservationTables>()
    .selectFrom('work.measures as measure')
    .select('measure.slug')
    .where('measure.version', '=', 1)
    .where('measure.slug', 'in', slugs)
    .where((where) => where.exists(where.selectFrom('work.observations as kept').select('kept.revision').whereRef('kept.measure', '=', 'measure.slug')))
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}
