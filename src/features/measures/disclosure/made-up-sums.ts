import { addDays } from '#core/dates.ts'
import type { TableSum } from './breakdown-sums.ts'
import type { Figure } from './figures.ts'
import { fills, isWithin, lastDayOf, spanOf, type Span } from './spans.ts'
import type { Step } from './world.ts'

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

interface Dated {
  readonly figure: Figure
  readonly span: Span | undefined
}

function dated(figure: Figure): Dated {
  return { figure, span: spanOf(figure) }
}

interface Cover {
  readonly figures: readonly Figure[]
  /** What it grew by between two counts of a year to date. */
  readonly step?: Step
  readonly isWhole: boolean
}

/** The figures of one measure that count what a total counts, or as much of it as is given. What is no count over time is the same only of the same period or day. */
function coverOf(total: Dated, series: readonly Dated[]): Cover {
  const { span } = total
  const same = series.find((one) => isSameTime(one, total))
  if (same !== undefined) return { figures: [same.figure], isWhole: true }
  if (span === undefined) return { figures: [], isWhole: false }
  const step = stepOver(span, series)
  return step === undefined ? coverWithin(span, series) : { figures: [], step, isWhole: true }
}

function isSameTime({ figure, span }: Dated, other: Dated): boolean {
  if (span !== undefined && other.span !== undefined) return span.from === other.span.from && span.to === other.span.to
  return figure.period === other.figure.period || (span === other.span && lastDayOf(figure) === lastDayOf(other.figure))
}

/** The two counts of a year to date between which exactly this time lies. */
function stepOver({ from, to }: Span, series: readonly Dated[]): Step | undefined {
  const after = series.find(({ span }) => span?.isToDate === true && span.to === to)
  const before = series.find(({ span }) => span?.isToDate === true && span.from === after?.span?.from && addDays(span.to, 1) === from)
  return before === undefined || after === undefined ? undefined : { before: before.figure, after: after.figure }
}

/** The quarters, months or terms that fill a time, or as many of them as there are. */
function coverWithin(span: Span, series: readonly Dated[]): Cover {
  const inside = series.flatMap(({ figure, span: own }) => (own !== undefined && isWithin(own, span) ? [{ figure, ...own }] : []))
  const tilings = [...Map.groupBy(inside.filter(({ isToDate }) => !isToDate), ({ kind }) => kind).values()].map((group) => group.toSorted((one, other) => (one.from < other.from ? -1 : 1)))
  const whole = tilings.find((group) => fills(group, span))
  if (whole !== undefined) return { figures: whole.map(({ figure }) => figure), isWhole: true }
  const longest = inside.filter(({ isToDate, from }) => isToDate && from === span.from).toSorted((one, other) => (one.to < other.to ? 1 : -1))[0]
  const most = tilings.toSorted((one, other) => other.length - one.length)[0] ?? []
  return { figures: longest === undefined ? most.map(({ figure }) => figure) : [longest.figure], isWhole: false }
}
