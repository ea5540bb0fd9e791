import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { areasOf } from '../comparators/area.ts'
import { keptAreas } from '../comparators/keep-areas.ts'
import { allDefinitions } from '../definitions/keep-definitions.ts'
import type { Known } from './check-row.ts'

/** What rows are held against, as it stands. Two queries. */
export async function whatIsKnown(reader: Reader, today: LocalDate): Promise<Known> {
  return { measures: await allDefinitions(reader), areas: areasOf(await keptAreas(reader)), today }
}
