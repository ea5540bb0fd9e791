import type { Period } from '#core/periods/period.ts'
import type { Reader } from '#platform/database/database.ts'
import { england, neighboursArea, type Area } from '../comparators/area.ts'
import { areasByCode } from '../comparators/keep-areas.ts'
import { allNeighbours } from '../comparators/keep-neighbours.ts'
import { allDefinitions } from '../definitions/keep-definitions.ts'
import { figuresBefore, figuresOf, type KeptFigure } from '../observations/read-figures-kept.ts'
import { keyOf } from '../observations/observation.ts'
import { sheetOf } from './sheet-of.ts'
import type { StandingFigure } from './series-points.ts'
import type { MeasureSheet } from './sheet.ts'

/**
 * The sheets of measures up to the end of a period as they stand in the work, nothing hidden: for staff, and for what is published once it is protected. In the order
 * asked; a measure that is not there is left out. Five queries whatever their number.
 */
export async function sheetsFor(reader: Reader, slugs: readonly string[], until: Period): Promise<readonly MeasureSheet[]> {
  const definitions = await allDefinitions(reader)
  const areas = await areasByCode(reader)
  const neighbours = await allNeighbours(reader)
  const asked = [england, neighboursArea, ...ownAndRegion(areas), ...new Set(neighbours.map(({ area }) => area))]
  const figures = await figuresOf(reader, slugs, asked)
  const standing = Map.groupBy(withBefore(figures, await figuresBefore(reader, slugs, asked)), ({ measure }) => measure)
  return slugs.flatMap((slug) => {
    const versions = definitions.get(slug)
    return versions === undefined ? [] : [sheetOf({ versions, figures: standing.get(slug) ?? [], areas, neighbours }, until)]
  })
}

function ownAndRegion(areas: ReadonlyMap<string, Area>): string[] {
  const own = [...areas.values()].find(({ isOwn }) => isOwn)
  return own === undefined ? [] : [own.code, ...(own.region === undefined ? [] : [own.region])]
}

function withBefore(figures: readonly KeptFigure[], before: readonly KeptFigure[]): StandingFigure[] {
  const byKey = new Map(before.map((figure) => [keyOf(figure), figure]))
  return figures.map((figure) => {
    const earlier = byKey.get(keyOf(figure))
    return earlier === undefined ? figure : { ...figure, before: { value: earlier.value, status: earlier.status } }
  })
}
