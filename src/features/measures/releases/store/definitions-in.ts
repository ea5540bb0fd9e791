import { parsePeriod } from '#core/periods/period.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Definition } from '../../definitions/definition.ts'
import { definitionFor } from '../../definitions/in-force.ts'
import { allDefinitions } from '../../definitions/keep-definitions.ts'

/** Each measure as it is defined at the end of a period, by its slug. One query. */
export async function definitionsIn(reader: Reader, slug: string): Promise<ReadonlyMap<string, Definition>> {
  const period = parsePeriod(slug)
  if (period === undefined) throw new Error(`A release of no period: ${slug}`)
  return new Map([...(await allDefinitions(reader))].map(([measure, versions]) => [measure, definitionFor(versions, period)]))
}
