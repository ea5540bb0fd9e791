import { neighbourFigure } from '../comparators/neighbours.ts'
import type { Definition } from '../definitions/definition.ts'
import type { SheetPoint, SheetSeries } from '../sheets/sheet.ts'
import { withheld } from './withheld.ts'

/**
 * What the neighbours have together, once some of theirs are hidden: made anew of those that are shown, with how many they are. One that somebody else has published is
 * hidden with them, as whoever knows all the others but one would know that one.
 */
export function neighboursShown(series: readonly SheetSeries[], definition: Definition): readonly SheetSeries[] {
  const single = series.filter(({ role }) => role === 'neighbour')
  return series.map((one) => {
    if (one.role !== 'neighbours') return one
    const beside = single.filter(({ breakdown }) => breakdown === one.breakdown).map(({ points }) => new Map(points.map((point) => [point.period, point])))
    return { ...one, points: one.points.map((point) => shownTogether(point, beside.flatMap((points) => points.get(point.period) ?? []), definition)) }
  })
}

function shownTogether(point: SheetPoint, single: readonly SheetPoint[], definition: Definition): SheetPoint {
  if (single.every(({ confidentiality }) => confidentiality === 'open')) return point
  if (point.made === undefined) return withheld(point)
  const others = Array.from({ length: Math.max(point.made.of - single.length, 0) }, () => undefined)
  const figure = neighbourFigure([...single.map(({ value }) => value), ...others], definition.neighbours)
  if (figure === undefined) return withheld(point)
  const { value, ...made } = figure
  return { ...point, value, made }
}
