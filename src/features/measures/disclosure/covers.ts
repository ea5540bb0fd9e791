import { addDays } from '#core/dates.ts'
import type { Figure } from './figures.ts'
import { fills, isLong, isWithin, lastDayOf, spanOf, type Span } from './spans.ts'
import type { Step } from './world.ts'

/** A figure with the time that it counts, where it counts one. */
export interface Dated {
  readonly figure: Figure
  readonly span: Span | undefined
}

export function dated(figure: Figure): Dated {
  return { figure, span: spanOf(figure) }
}

/** What of one measure counts the same as a figure of another. */
export interface Cover {
  readonly figures: readonly Figure[]
  /** What it grew by between two counts of a year to date. */
  readonly step?: Step
  readonly isWhole: boolean
}

/** The figures of one measure that count what a total counts, or as much of it as is given. What is no count over time is the same only of the same period or day. */
export function coverOf(total: Dated, series: readonly Dated[]): Cover {
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

/** The two counts of a year to date, the later of which may be that of the whole year, between which exactly this time lies. */
function stepOver({ from, to }: Span, series: readonly Dated[]): Step | undefined {
  const after = series.find(({ span }) => span?.to === to && (span.isToDate || isLong(span)))
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
