import type { Figure } from './figures.ts'
import type { FigureSum } from './world.ts'

/** The sums across measures at one area, breakdown and period: a measure that others make up, and figures that are named the same. */
export function placeSums(place: readonly Figure[]): readonly FigureSum[] {
  return [...madeUp(place), ...namedTheSame(place)]
}

/** Where a definition names the measures that make it up and all of them are there. */
function madeUp(place: readonly Figure[]): readonly FigureSum[] {
  const values = place.filter(({ field }) => field === 'value')
  return values.flatMap((total) => {
    const { sumOf } = total.definition
    const parts = sumOf.flatMap((slug) => values.find(({ definition }) => definition.slug === slug) ?? [])
    return sumOf.length > 0 && parts.length === sumOf.length ? [{ total, parts }] : []
  })
}

/** "All looked after children" below one share is the count of that name, and what is below another share; and of a count the numerator is the count. */
function namedTheSame(place: readonly Figure[]): readonly FigureSum[] {
  const groups = [
    ...Map.groupBy(place.filter(({ name }) => name !== ''), ({ name }) => name).values(),
    ...Map.groupBy(place.filter(({ field, definition }) => field === 'value' || (field === 'numerator' && definition.unit === 'count')), ({ definition }) => definition.slug).values(),
  ]
  return groups.flatMap(([first, ...others]) => (first === undefined ? [] : others.map((other) => ({ total: first, parts: [other] }))))
}
