import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import type { Definition } from '../definitions/definition.ts'
import type { PublishedReleaseTables } from '../releases/tables.ts'
import { strategiesOf, type StrategyNamed } from './view/strategies-of.ts'

/** A plan with the measures that show how it goes. */
export interface StrategyOut extends StrategyNamed {
  readonly measures: readonly string[]
}

/** The strategies to which a published measure belongs, by name. One query. */
export async function strategiesOut(reader: Reader): Promise<readonly StrategyOut[]> {
  const strategies = sql<Definition['strategies']>`entry.document -> 'sheet' -> 'definition' -> 'strategies'`
  const rows = await reader
    .tables<PublishedReleaseTables>()
    .selectFrom('published.current_measures as current')
    .innerJoin('published.release_measures as entry', (join) =>
      join.onRef('entry.measure', '=', 'current.measure').onRef('entry.body', '=', 'current.body').onRef('entry.period', '=', 'current.period').onRef('entry.version', '=', 'current.version'),
    )
    .select(['current.measure', strategies.as('strategies')])
    .where(sql<boolean>`jsonb_array_length(${strategies}) > 0`)
    .orderBy('current.measure')
    .execute()
  return strategiesOf(rows).map((named) => ({ ...named, measures: rows.filter((row) => row.strategies.some(({ slug }) => slug === named.slug)).map(({ measure }) => measure) }))
}
