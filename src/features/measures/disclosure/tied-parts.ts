import type { MeasureSheet } from '../sheets/sheet.ts'
import { figuresIn, type Figure } from './figures.ts'
import { linkFigures } from './link-figures.ts'

/** Whether any figure of a measure is held against any of those that make it up. */
export function isTiedToParts(total: MeasureSheet, parts: readonly MeasureSheet[]): boolean {
  const { world } = linkFigures([total, ...parts], [])
  const slugOf = (cell: number) => world.cells[cell]?.of?.definition.slug
  const made = new Set(total.definition.sumOf)
  return world.sums.some((sum) => slugOf(sum.total) === total.definition.slug && sum.parts.some((part) => made.has(slugOf(part) ?? '')))
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

function isShare({ definition: { unit } }: MeasureSheet): boolean {
  return unit === 'percent' || unit === 'rate' || unit === 'ratio'
}

function countsIn(sheet: MeasureSheet): readonly Figure[] {
  return sheet.series.filter(({ role }) => role === 'own').flatMap((series) => series.points.flatMap((point) => figuresIn(sheet, series, point).map(({ figure }) => figure)))
}
