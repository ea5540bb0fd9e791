import type { TableSum } from './breakdown-sums.ts'
import { coverOf, dated, type Dated } from './covers.ts'
import type { Figure } from './figures.ts'
import type { FigureSum } from './world.ts'

/**
 * Figures of one area, breakdown and period that are named the same: "all looked after children" below one share is the count of that name, and what is below another share;
 * and of a count the numerator is the count.
 */
export function namedTheSame(place: readonly Figure[]): readonly FigureSum[] {
  const groups = [
    ...Map.groupBy(place.filter(({ name }) => name !== ''), ({ name }) => name).values(),
    ...Map.groupBy(place.filter(({ field, definition }) => field === 'value' || (field === 'numerator' && definition.unit === 'count')), ({ definition }) => definition.slug).values(),
  ]
  return groups.flatMap(([first, ...others]) => (first === undefined ? [] : others.map((other) => ({ total: first, parts: [other] }))))
}

/**
 * Figures of one area, breakdown and name that different measures give over other stretches of time: the quarters of one make up the year of another, what it grew by in a year to date is
 * its quarter, and children at the end of a quarter are those of its last day.
 */
export function namedOverTime(named: readonly Figure[]): readonly TableSum[] {
  if (named[0]?.name === '') return []
  const bySeries = Map.groupBy(named.map(dated), ({ figure: { definition, field } }) => `${definition.slug}|${field}`)
  if (bySeries.size < 2) return []
  return [...bySeries].flatMap(([key, series]) => {
    const others = [...bySeries].flatMap(([other, of]) => (other === key ? [] : [of]))
    return series.flatMap((total) => others.flatMap((other) => sumOver(total, other)))
  })
}

/** A figure by those of another measure; the same period is tied as what is named the same. */
function sumOver(total: Dated, series: readonly Dated[]): readonly TableSum[] {
  const { figures: parts, step, isWhole } = coverOf(total, series)
  if (parts.length + (step === undefined ? 0 : 1) === 0 || parts[0]?.period === total.figure.period) return []
  return [{ total: total.figure, parts, ...(step === undefined ? {} : { steps: [step] }), isInPart: !isWhole }]
}
