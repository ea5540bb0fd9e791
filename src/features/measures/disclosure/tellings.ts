import { figureOf, figuresIn, pointKey, type Place } from './figures.ts'
import { numeratorBehind } from './implied-counts.ts'
import { policyOf } from './policies.ts'
import { valueKey } from './published-values.ts'
import type { Telling, World } from './world.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'

/** What each point of a release tells. */
export function* tellingsIn(sheets: readonly MeasureSheet[], points: Map<string, number> | undefined, read: (place: Place) => readonly Told[]): Generator<Telling> {
  for (const sheet of sheets) {
    // A measure that is exempt is shown whatever it tells, so that the others have to hide more.
    const isShown = policyOf(sheet.definition) === undefined
    for (const series of sheet.series) {
      if (series.role === 'neighbours') continue
      for (const point of series.points) {
        const place = points === undefined || isShown ? {} : { point: numberOf(points, pointKey(sheet, series, point)) }
        for (const { figure, told, isPublic } of read({ sheet, series, point })) yield { figure, told, revision: point.revision ?? 1, isPublic: points === undefined || isShown || isPublic === true, ...place }
      }
    }
  }
}

type Told = ReturnType<typeof figuresIn>[number] & { readonly isPublic?: boolean }

/** The counts that stand in a point. */
export function standingFigures({ sheet, series, point }: Place): readonly Told[] {
  return figuresIn(sheet, series, point)
}

/** A share without a numerator may tell it all the same; for good where the share was published before. */
export function impliedFigures(world: World, { sheet, series, point }: Place, published: ReadonlySet<string> = new Set()): readonly Told[] {
  const count = numeratorBehind(world, sheet, series, point)
  return count === undefined ? [] : [{ figure: figureOf(sheet.definition, series, point, 'numerator'), told: { count }, isPublic: published.has(valueKey(pointKey(sheet, series, point), point)) }]
}

function numberOf(points: Map<string, number>, key: string): number {
  const number = points.get(key) ?? points.size
  points.set(key, number)
  return number
}
