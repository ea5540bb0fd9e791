import type { Figure } from './figures.ts'
import type { FigureSum } from './world.ts'

/**
 * The sums that a table of a measure, an area and a period may have: over each dimension, what is broken down by it adds up to what is not. Figures broken down by
 * several dimensions add up over each of them.
 */
export function breakdownSums(table: readonly Figure[]): readonly FigureSum[] {
  const totals = new Map(table.map((figure) => [figure.breakdown, figure]))
  const parts = table.flatMap((figure) => dimensionsOf(figure.breakdown).map((dimension) => ({ figure, dimension, over: without(figure.breakdown, dimension) })))
  return [...Map.groupBy(parts, ({ dimension, over }) => `${dimension}|${over}`).values()].flatMap((group) => {
    const total = totals.get(group[0]?.over ?? '')
    return total === undefined ? [] : [{ total, parts: group.map(({ figure }) => figure) }]
  })
}

/** `phase=primary;district=redditch` has two. */
function dimensionsOf(breakdown: string): readonly string[] {
  return breakdown === '' ? [] : breakdown.split(';').map((part) => part.slice(0, part.indexOf('=')))
}

function without(breakdown: string, dimension: string): string {
  return breakdown
    .split(';')
    .filter((part) => !part.startsWith(`${dimension}=`))
    .join(';')
}
