import type { TableSum } from './breakdown-sums.ts'
import type { Figure } from './figures.ts'
import { fills, isWithin, spanOf, type Span } from './spans.ts'

/**
 * The sums across measures of one area and breakdown: a measure that others make up, by its definition. Where a part is counted over shorter times, its quarters or months make
 * up the year or the year to date; where some of it is not given, or of some measure nothing is, the sum is in part.
 */
export function madeUpSums(line: readonly Figure[]): readonly TableSum[] {
  const totals = line.filter(({ field, definition }) => field === 'value' && definition.sumOf.length > 0)
  if (totals.length === 0) return []
  const bySlug = Map.groupBy(line.map(dated), ({ figure }) => figure.definition.slug)
  return totals.flatMap((total) => {
    const covers = total.definition.sumOf.map((slug) => coverOf(dated(total), bySlug.get(slug) ?? []))
    const parts = covers.flatMap(({ figures }) => figures)
    return parts.length === 0 ? [] : [{ total, parts, isInPart: covers.some(({ isWhole }) => !isWhole) }]
  })
}

interface Dated {
  readonly figure: Figure
  readonly span: Span | undefined
}

function dated(figure: Figure): Dated {
  return { figure, span: spanOf(figure) }
}

interface Cover {
  readonly figures: readonly Figure[]
  readonly isWhole: boolean
}

/** The figures of one measure that count what a total counts, or as much of it as is given. What is no count over time is the same only of the same period. */
function coverOf(total: Dated, series: readonly Dated[]): Cover {
  const { span } = total
  const same = series.find((one) => (span === undefined || one.span === undefined ? one.figure.period === total.figure.period : one.span.from === span.from && one.span.to === span.to))
  if (same !== undefined) return { figures: [same.figure], isWhole: true }
  if (span === undefined) return { figures: [], isWhole: false }
  const inside = series.flatMap(({ figure, span: own }) => (own !== undefined && isWithin(own, span) ? [{ figure, ...own }] : []))
  const tilings = [...Map.groupBy(inside.filter(({ isToDate }) => !isToDate), ({ kind }) => kind).values()].map((group) => group.toSorted((one, other) => (one.from < other.from ? -1 : 1)))
  const whole = tilings.find((group) => fills(group, span))
  if (whole !== undefined) return { figures: whole.map(({ figure }) => figure), isWhole: true }
  const longest = inside.filter(({ isToDate, from }) => isToDate && from === span.from).toSorted((one, other) => (one.to < other.to ? 1 : -1))[0]
  const most = tilings.toSorted((one, other) => other.length - one.length)[0] ?? []
  return { figures: longest === undefined ? most.map(({ figure }) => figure) : [longest.figure], isWhole: false }
}
