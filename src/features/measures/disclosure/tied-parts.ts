import type { MeasureSheet } from '../sheets/sheet.ts'
import { dimensionsOf } from './breakdown-sums.ts'
import { figuresIn, type Figure } from './figures.ts'
import { linkFigures } from './link-figures.ts'

/** Whether any figure of a measure is held against any of those that make it up. */
export function isTiedToParts(total: MeasureSheet, parts: readonly MeasureSheet[]): boolean {
  const { world } = linkFigures([total, ...parts], [])
  const slugOf = (cell: number) => world.cells[cell]?.of?.definition.slug
  const made = new Set(total.definition.sumOf)
  return world.sums.some((sum) => slugOf(sum.total) === total.definition.slug && sum.parts.some((part) => made.has(slugOf(part) ?? '')))
}

/**
 * Parts of a sum that are given only by some of the dimensions by which the sum itself is, with these breakdowns, where that are more cells than the audit can look for: between the two a small number of the part
 * may be placed more closely than it knows.
 */
export function onlyAsMargins(total: MeasureSheet, parts: readonly MeasureSheet[]): readonly { readonly part: MeasureSheet; readonly breakdowns: readonly string[] }[] {
  const coarser = parts.map((part) => ({ part, breakdowns: finerThan(total, part) })).filter(({ breakdowns }) => breakdowns.length > 0)
  if (coarser.length === 0) return []
  const { cells } = linkFigures([total, ...parts], []).world
  const tied = new Set(cells.flatMap(({ isUnknown, of }) => (isUnknown === true && of?.role === 'own' && dimensionsOf(of.breakdown).length > 1 ? [of.definition.slug] : [])))
  return coarser.filter(({ part }) => !tied.has(part.definition.slug))
}

/** The ways of a sum that a part is given only by some of their dimensions. */
function finerThan(total: MeasureSheet, part: MeasureSheet): readonly string[] {
  const [whole, own] = [waysOf(total), waysOf(part)]
  const isCoarser = (cells: readonly string[]) => own.some((way) => way.some((dimension) => cells.includes(dimension))) && !own.some((way) => cells.every((dimension) => way.includes(dimension)))
  return whole.filter((cells) => cells.length > 1 && isCoarser(cells)).map((cells) => cells.join(' and '))
}

/** Why the figures of a part and of what it makes up never meet, in words that follow its name. */
export function whyUntied(total: MeasureSheet, part: MeasureSheet | undefined): string {
  if (part === undefined) return 'has no figures in this release and none that are published'
  const [whole, own] = [countsIn(total), countsIn(part)]
  if (own.length === 0) return isShare(part) ? 'is given without its counts' : 'has no counts of children'
  if (whole.length === 0) return isShare(total) ? 'has counts, and the sum is given without them' : 'has counts, and the sum has none of children'
  const meets = (of: (figure: Figure) => string) => whole.some((figure) => own.some((other) => of(other) === of(figure)))
  if (!meets(({ field }) => field)) return 'is counted in another unit'
  if (!meets(({ area }) => area)) return 'is of other areas'
  return 'is of other periods or other breakdowns, or does not fit into the sum'
}

/** By which dimensions its figures are given. */
function waysOf(sheet: MeasureSheet): readonly (readonly string[])[] {
  return [...new Map(countsIn(sheet).map(({ breakdown }) => dimensionsOf(breakdown)).map((way) => [way.join(';'), way])).values()]
}

function isShare({ definition: { unit } }: MeasureSheet): boolean {
  return unit === 'percent' || unit === 'rate' || unit === 'ratio'
}

function countsIn(sheet: MeasureSheet): readonly Figure[] {
  return sheet.series.filter(({ role }) => role === 'own').flatMap((series) => series.points.flatMap((point) => figuresIn(sheet, series, point).map(({ figure }) => figure)))
}
