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
