import type { Figure } from './figures.ts'
import type { FigureSum } from './world.ts'

/** A total and its parts: by one dimension, by the periods of a year, or by the measures that make it up. */
export interface TableSum extends FigureSum {
  /** Only some of the parts are given. */
  readonly isInPart: boolean
}

/**
 * The sums that a table of a measure, an area and a period may have: over each dimension, what is broken down by it adds up to what is not. Figures broken down by
 * several dimensions add up over each of them and, where the totals between are not given, over several at once.
 */
export function breakdownSums(table: readonly Figure[]): readonly TableSum[] {
  const standing = new Map(table.map((figure) => [figure.breakdown, figure]))
  const below = Map.groupBy(table.flatMap((figure) => placesOf(figure, standing)), ({ over, dimensions }) => `${over}|${dimensions.join(';')}`)
  const sums = [...below.values()].flatMap(([first]) => (first === undefined ? [] : ordersOf(first.dimensions).flatMap((order) => sumOver(first, order, below, standing))))
  return [...new Map(sums.map((sum) => [keyOf(sum), sum])).values()]
}

/** A figure below a total that stands, by the dimensions that lie between. */
interface Below {
  readonly figure: Figure
  readonly over: string
  readonly dimensions: readonly string[]
}

function placesOf(figure: Figure, standing: ReadonlyMap<string, Figure>): readonly Below[] {
  return partsOf(dimensionsOf(figure.breakdown)).flatMap((dimensions) => {
    const over = dimensions.reduce(without, figure.breakdown)
    return dimensions.length > 0 && standing.has(over) ? [{ figure, over, dimensions }] : []
  })
}

/** Every choice of some of them, in their order. */
export function partsOf(all: readonly string[]): readonly (readonly string[])[] {
  return all.reduce<readonly (readonly string[])[]>((chosen, one) => [...chosen, ...chosen.map((some) => [...some, one])], [[]])
}

/** In which orders a total may be taken apart; more than three dimensions only in the one that is given. */
function ordersOf(dimensions: readonly string[]): readonly (readonly string[])[] {
  if (dimensions.length < 2 || dimensions.length > 3) return [dimensions]
  return dimensions.flatMap((first) => ordersOf(dimensions.filter((other) => other !== first)).map((rest) => [first, ...rest]))
}

/** A total by one dimension after another: a part that is not given itself is taken by the next. None where nothing had to be taken by the last. */
function sumOver({ over, dimensions }: Below, order: readonly string[], below: ReadonlyMap<string, readonly Below[]>, standing: ReadonlyMap<string, Figure>): readonly TableSum[] {
  const levels = order.map((_, place) => {
    const taken = dimensions.filter((dimension) => order.indexOf(dimension) <= place)
    const isCovered = ({ figure }: Below) => order.slice(1, place + 1).some((_last, at) => standing.has(order.slice(at + 1, place + 1).reduce(without, figure.breakdown)))
    return (below.get(`${over}|${taken.join(';')}`) ?? []).filter((part) => !isCovered(part)).map(({ figure }) => figure)
  })
  const total = standing.get(over)
  return total === undefined || levels.at(-1)?.length === 0 ? [] : [{ total, parts: levels.flat(), isInPart: isInPart(total, order, levels) }]
}

/** Whether the definition names parts of the dimensions that are not there. What it does not name at all is taken as whole. */
function isInPart({ definition }: Figure, order: readonly string[], levels: readonly (readonly Figure[])[]): boolean {
  const sizes = order.map((dimension) => definition.breakdowns.find(({ name }) => name === dimension)?.values.length)
  const cellsFrom = (level: number) => sizes.slice(level).reduce<number>((cells, size) => cells * (size ?? 1), 1)
  return sizes.every((size) => size !== undefined) && cellsFrom(0) > levels.reduce((cells, level, place) => cells + level.length * cellsFrom(place + 1), 0)
}

function keyOf({ total, parts }: FigureSum): string {
  return `${total.key}=${parts.map(({ breakdown }) => breakdown).toSorted().join('+')}`
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
