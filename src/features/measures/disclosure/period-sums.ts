import { comparePeriods } from '#core/periods/period-order.ts'
import type { Period } from '#core/periods/period.ts'
import { periodOf } from '../definitions/frequencies.ts'
import type { TableSum } from './breakdown-sums.ts'
import type { Figure } from './figures.ts'
import { fills, isLong, isWithin, yearBegins } from './spans.ts'
import type { FigureSum, Step } from './world.ts'

interface Dated {
  readonly figure: Figure
  readonly period: Period
}

/** The sums that a series of counts of single periods may have: months, quarters or terms that fill a longer period make it up; where some are not given, they are in part. */
export function periodSums(series: readonly Figure[]): readonly TableSum[] {
  if (series[0]?.definition.counting !== 'period') return []
  const dated = inOrder(series)
  const longer = dated.filter(({ period }) => isLong(period))
  return longer.flatMap((whole) =>
    [...Map.groupBy(dated.filter(({ period }) => period.kind !== whole.period.kind && isWithin(period, whole.period) && !isLong(period)), ({ period }) => period.kind).values()].map((parts) => ({
      total: whole.figure,
      parts: parts.map(({ figure }) => figure),
      isInPart: !fills(parts.map(({ period }) => period), whole.period),
    })),
  )
}

/**
 * The steps of a series that counts from the beginning of each year, and its last count of a year beside the outturn of that year: the same where it goes to the end of the year, and
 * otherwise one step before it.
 */
export function yearToDate(series: readonly Figure[]): { readonly steps: readonly Step[]; readonly sums: readonly FigureSum[] } {
  if (series[0]?.definition.counting !== 'year-to-date') return { steps: [], sums: [] }
  const dated = inOrder(series)
  const years = [...Map.groupBy(dated.filter(({ period }) => !isLong(period)), ({ period }) => yearBegins(period)).values()]
  const steps = years.flatMap((year) => year.slice(1).map(({ figure }, place) => ({ before: year[place]?.figure ?? figure, after: figure })))
  const closed = dated.filter(({ period }) => isLong(period)).flatMap((year) => {
    const last = dated.findLast(({ period }) => !isLong(period) && isWithin({ from: yearBegins(period), to: period.to }, year.period))
    return last === undefined ? [] : [{ year, last, isWhole: last.period.to === year.period.to }]
  })
  return {
    steps: [...steps, ...closed.filter(({ isWhole }) => !isWhole).map(({ year, last }) => ({ before: last.figure, after: year.figure }))],
    sums: closed.filter(({ isWhole }) => isWhole).map(({ year, last }) => ({ total: year.figure, parts: [last.figure] })),
  }
}

function inOrder(series: readonly Figure[]): readonly Dated[] {
  return series
    .flatMap((figure) => {
      const period = periodOf(figure.definition.frequency, figure.period, 'others')
      return period === undefined || period.kind === 'day' ? [] : [{ figure, period }]
    })
    .toSorted((one, other) => comparePeriods(one.period, other.period))
}
