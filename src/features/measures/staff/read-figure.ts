import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import { historyOf, type KeptFigure } from '../observations/read-figures-kept.ts'
import type { FigureKey } from '../observations/observation.ts'
import type { ObservationTables, Source } from '../observations/tables.ts'

/** With what a revision of a figure came, and who brought it. */
export interface Brought {
  readonly revision: number
  readonly what: Source
  /** The person; undefined where a command or a job did. */
  readonly by: string | undefined
}

/** A figure with all its revisions, the first first, and how each came. */
export interface FigureHistory {
  readonly revisions: readonly KeptFigure[]
  readonly brought: readonly Brought[]
}

/** Two queries. */
export async function figureHistory(reader: Reader, key: FigureKey): Promise<FigureHistory> {
  return { revisions: await historyOf(reader, key), brought: await broughtBy(reader, key) }
}

interface PersonTable {
  'access.person': { id: string; name: string }
}

async function broughtBy(reader: Reader, { measure, area, breakdown, period }: FigureKey): Promise<readonly Brought[]> {
  const rows = await reader
    .tables<ObservationTables & PersonTable>()
    .selectFrom('work.observations as kept')
    .innerJoin('work.observation_loads as load', 'load.id', 'kept.load')
    .leftJoin('access.person as person', (join) => join.on(sql<boolean>`load.entered_by = 'person:' || person.id::text`))
    .select(['kept.revision', 'load.what', 'person.name as by'])
    .where('kept.measure', '=', measure)
    .where('kept.area', '=', area)
    .where('kept.breakdown', '=', breakdown)
    .where('kept.period', '=', period)
    .orderBy('kept.revision')
    .execute()
  return rows.map(({ by, ...row }) => ({ ...row, by: by ?? undefined }))
}
