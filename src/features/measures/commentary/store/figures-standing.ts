import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ComparatorTables } from '../../comparators/tables.ts'
import type { ObservationTables } from '../../observations/tables.ts'
import type { FigureSigned } from '../model/figures-signed.ts'
import { commentaryId, type CommentaryKey } from '../model/commentary.ts'

/** The council’s own figures of these measures and periods as they stand, by `commentaryId`. One query. */
export async function figuresStanding(reader: Reader, keys: readonly CommentaryKey[]): Promise<ReadonlyMap<string, readonly FigureSigned[]>> {
  if (keys.length === 0) return new Map()
  const rows = await reader
    .tables<ObservationTables & ComparatorTables>()
    .selectFrom('work.observations as kept')
    .innerJoin('work.areas as area', (join) => join.onRef('area.code', '=', 'kept.area').on('area.is_own', '=', true))
    .distinctOn(['kept.measure', 'kept.area', 'kept.breakdown', 'kept.period'])
    .select(['kept.measure', 'kept.period', 'kept.breakdown', 'kept.value', 'kept.status'])
    .where('kept.measure', 'in', [...new Set(keys.map(({ measure }) => measure))])
    .where('kept.period', 'in', [...new Set(keys.map(({ period }) => period))])
    .orderBy('kept.measure').orderBy('kept.area').orderBy('kept.breakdown').orderBy('kept.period').orderBy('kept.revision', 'desc')
    .execute()
  const figures = rows.map(({ value, ...row }) => ({ ...row, ...given('value', value === null ? undefined : Number(value)) }))
  return new Map([...Map.groupBy(figures, (row) => commentaryId(row))].map(([id, of]) => [id, of.map(({ measure, period, ...figure }) => figure)]))
}
