import type { Figure } from './figures.ts'
import type { FigureSum } from './world.ts'

/** A total and its parts: by one dimension, by the periods of a year, or by the measures that make it up. */
export interface TableSum extends FigureSum {
  /** Only some of the parts are given. */
  readonly isInPart: boolean
}

/**
 * The sums that a table of a measure, an area and a period may have: over each dimension, what is broken down by it adds up to what is not. Figures broken down by
 * several dimensions add up over each of them.
 */
export function breakdownSums(table: readonly Figure[]): readonly TableSum[] {
  const totals = new Map(table.map((figure) => [figure.breakdown, figure]))
  const parts = table.flatMap((figure) => dimensionsOf(figure.breakdown).map((dimension) => ({ figure, dimension, over: without(figure.breakdown, dimension) })))
  return [...Map.groupBy(parts, ({ dimension, over }) => `${dimension}|${over}`).values()].flatMap((group) => {
    const total = totals.get(group[0]?.over ?? '')
    return total === undefined ? [] : [{ total, parts: group.map(({ figure }) => figure), isInPart: isInPart(total, group) }]
  })
}

/** Whether the definition names parts of the dimension that are not there. What it does not name at all is taken as whole. */
function isInPart({ definition }: Figure, group: readonly { readonly figure: Figure; readonly dimension: string }[]): boolean {
  const declared = definition.breakdowns.find(({ name }) => name === group[0]?.dimension)
  return declared !== undefined && declared.values.length > group.length
}

/** `phase=primary;district=redditch` has two. */
export function dimensionsOf(breakdown: string): readonly string[] {
  return breakdown === '' ? [] : breakdown.split(';').map((part) => part.slice(0, part.indexOf('=')))
}

/** The breakdown that a part by this dimension adds up to. */
export function without(breakdown: string, dimension: string): string {
  return breakdown
    .split(';')
    .filter((part) => !part.startsWith(`${dimension}=`))
    .join(';')
}
