import type { TableSum } from './breakdown-sums.ts'
import { coverOf, dated } from './covers.ts'
import type { Figure } from './figures.ts'

/**
 * The sums across measures of one area and breakdown: a measure that others make up, by its definition. Where a part is counted over shorter times, its quarters or months make
 * up the year or the year to date, and what it grew by in a year to date makes up a quarter or a month; where some of it is not given, or of some measure nothing is, the sum is in
 * part. Of shares both what is counted and of how many may add up.
 */
export function madeUpSums(line: readonly Figure[]): readonly TableSum[] {
  const totals = line.filter(({ definition }) => definition.sumOf.length > 0)
  if (totals.length === 0) return []
  const bySlug = Map.groupBy(line.map(dated), ({ figure }) => figure.definition.slug)
  return totals.flatMap((total) => {
    const covers = total.definition.sumOf.map((slug) => coverOf(dated(total), bySlug.get(slug) ?? []))
    const [parts, steps] = [covers.flatMap(({ figures }) => figures), covers.flatMap(({ step }) => step ?? [])]
    return parts.length + steps.length === 0 ? [] : [{ total, parts, steps, isInPart: covers.some(({ isWhole }) => !isWhole) }]
  })
}
