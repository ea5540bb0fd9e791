import { comparePeriods } from '#core/periods/period-order.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { seriesOf, type MeasureSheet, type SheetPoint, type SheetSeries } from '../sheets/sheet.ts'

/** A council among those that are like it, in one period. */
export interface Place {
  readonly name: string
  readonly point: SheetPoint
  readonly isOwn: boolean
  readonly closeness?: string
}

/** The council and its neighbours by size in a period: the better first, and the higher where neither is. Those without a figure come last. */
export interface AmongNeighbours {
  /** Of the neighbours. */
  readonly period: string
  /** Of the council's own figure, where it has none for that period. */
  readonly ownPeriod: string
  readonly places: readonly Place[]
  /** The own place from 1, those with the same figure sharing one, of how many that have a figure; none where the own is not shown. */
  readonly rank?: { readonly place: number; readonly of: number }
}

/** How the council stands among its statistical neighbours, in the last period up to the one that is judged of which two of them have a figure; undefined where there is none. */
export function amongNeighbours(sheet: MeasureSheet): AmongNeighbours | undefined {
  const neighbours = sheet.series.filter(({ role, breakdown }) => role === 'neighbour' && breakdown === '')
  const own = seriesOf(sheet)
  const period = lastOfTwo(neighbours, sheet)
  if (own === undefined || period === undefined) return undefined
  const ownPoint = own.points.find((point) => point.period === period) ?? own.points.find((point) => point.period === sheet.asOf)
  const others = neighbours.map((series): Place => ({ name: series.name, point: at(series, period), isOwn: false, ...(series.closeness === undefined ? {} : { closeness: series.closeness }) }))
  const places = [...(ownPoint === undefined ? [] : [{ name: own.name, point: ownPoint, isOwn: true }]), ...others].toSorted(bySize(sheet))
  const rank = rankOf(places, sheet)
  return { period, ownPeriod: ownPoint?.period ?? period, places, ...(rank === undefined ? {} : { rank }) }
}

/** What nobody gave is not available. */
function at({ points }: SheetSeries, period: string): SheetPoint {
  return points.find((point) => point.period === period) ?? { period, status: 'not-available', confidentiality: 'open' }
}

function lastOfTwo(neighbours: readonly SheetSeries[], { asOf, definition: { frequency } }: MeasureSheet): string | undefined {
  const counted = new Map<string, number>()
  for (const { points } of neighbours) for (const { period, value } of points) if (value !== undefined) counted.set(period, (counted.get(period) ?? 0) + 1)
  const until = periodOf(frequency, asOf)
  const periods = [...counted].filter(([, count]) => count >= 2).flatMap(([slug]) => periodOf(frequency, slug, 'others') ?? [])
  return periods.filter(({ to }) => until === undefined || to <= until.to).toSorted(comparePeriods).at(-1)?.slug
}

/** Figures that are written alike are equal. */
function written({ point: { value } }: Place, { definition: { decimals } }: MeasureSheet): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(decimals))
}

function bySize(sheet: MeasureSheet) {
  const side = sheet.definition.polarity === 'lower' ? 1 : -1
  return (one: Place, other: Place) => {
    const [first, second] = [written(one, sheet), written(other, sheet)]
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined)
    return side * (first - second) || Number(other.isOwn) - Number(one.isOwn)
  }
}

function rankOf(places: readonly Place[], sheet: MeasureSheet): AmongNeighbours['rank'] {
  const known = places.filter((place) => written(place, sheet) !== undefined)
  const own = known.find(({ isOwn }) => isOwn)
  return own === undefined ? undefined : { place: known.findIndex((place) => written(place, sheet) === written(own, sheet)) + 1, of: known.length }
}
