import { addDays } from '#core/dates.ts'
import { comparePeriods, periodBefore } from '#core/periods/period-order.ts'
import { parsePeriod, type Period } from '#core/periods/period.ts'
import { england, neighboursArea, type Area } from '../comparators/area.ts'
import { neighbourFigure, neighboursOn, type Neighbour } from '../comparators/neighbours.ts'
import type { Definition } from '../definitions/definition.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { definitionFor } from '../definitions/in-force.ts'
import { earlierThan } from './counted-by.ts'
import { lastPeriodBy } from './last-period.ts'
import { judgedSheet } from './judged-sheet.ts'
import { pointsOf, type StandingFigure } from './series-points.ts'
import type { MeasureSheet, Role, SheetPoint, SheetSeries } from './sheet.ts'

/** What a sheet is made of. */
export interface SheetMaterial {
  /** The versions of the measure's definition. */
  readonly versions: readonly Definition[]
  /** Its figures as they stand, of all areas that matter. */
  readonly figures: readonly StandingFigure[]
  readonly areas: ReadonlyMap<string, Area>
  readonly neighbours: readonly Neighbour[]
}

/** All that is known of a measure up to the end of a period: its own figures, and those of England, its region and its neighbours beside them, judged. */
export function sheetOf({ versions, figures, areas, neighbours }: SheetMaterial, until: Period): MeasureSheet {
  const definition = definitionFor(versions, until)
  const own = [...areas.values()].find(({ isOwn }) => isOwn)
  const set = neighboursOn(neighbours, until.to)
  const places = placesOf(definition, { own, areas, set })
  const grouped = groupedFigures(figures)
  const series = places.flatMap((place) =>
    breakdownsOf(grouped, place.area, definition).map((breakdown): SheetSeries => ({ ...place, breakdown, points: pointsOf(grouped.get(`${place.area}|${breakdown}`) ?? [], definition, place.role === 'own' ? 'own' : 'others', until) })),
  )
  const shown = series.filter(({ role, points, breakdown }) => points.length > 0 || (role === 'own' && breakdown === ''))
  const earlier = earlierThan(definition, versions)
  return judgedSheet({ definition, ...(earlier.length === 0 ? {} : { earlier }), asOf: asOfOf(shown, definition, until), series: withNeighbours(shown, definition, set.length) })
}

type Place = Omit<SheetSeries, 'breakdown' | 'points'>

function placesOf({ comparators }: Definition, { own, areas, set }: { readonly own: Area | undefined; readonly areas: ReadonlyMap<string, Area>; readonly set: readonly Neighbour[] }): Place[] {
  const region = own?.region === undefined ? undefined : areas.get(own.region)
  const beside = { england: comparators.includes('england'), region: comparators.includes('region'), neighbours: comparators.includes('statistical-neighbours') }
  return [
    ...(own === undefined ? [] : [{ role: 'own' as const, area: own.code, name: own.name }]),
    ...(beside.neighbours ? [{ role: 'neighbours' as const, area: neighboursArea, name: 'statistical neighbours' }] : []),
    ...(beside.england ? [{ role: 'england' as const, area: england, name: 'England' }] : []),
    ...(beside.region && region !== undefined ? [{ role: 'region' as const, area: region.code, name: region.name }] : []),
    ...(beside.neighbours ? set.map(({ area, closeness }) => ({ role: 'neighbour' as const, area, name: areas.get(area)?.name ?? area, closeness })) : []),
  ]
}

function groupedFigures(figures: readonly StandingFigure[]): ReadonlyMap<string, readonly StandingFigure[]> {
  return Map.groupBy(figures, ({ area, breakdown }) => `${area}|${breakdown}`)
}

/** All first, then the values of each breakdown in the order of the definition. */
function breakdownsOf(grouped: ReadonlyMap<string, unknown>, area: string, { breakdowns }: Definition): string[] {
  const order = breakdowns.flatMap(({ name, values }) => values.map((value) => `${name}=${value}`))
  const found = [...grouped.keys()].filter((key) => key.startsWith(`${area}|`)).map((key) => key.slice(area.length + 1)).filter((breakdown) => breakdown !== '')
  const place = (breakdown: string) => breakdown.split(';').map((part) => order.indexOf(part))
  return ['', ...found.toSorted((one, other) => compareLists(place(one), place(other)))]
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return one.length - other.length
  const differing = one.findIndex((number, at) => number !== other[at])
  return differing === -1 ? 0 : (one[differing] ?? 0) - (other[differing] ?? 0)
}

/**
 * The last period of the measure's own kind that is over by then. Where it is of another length than the period asked for, has no figure and its figure cannot be
 * known yet, the one before: a yearly figure stays for the quarters that follow. Of days, the last that has a figure.
 */
function asOfOf(series: readonly SheetSeries[], definition: Definition, until: Period): string {
  const own = series.filter(({ role }) => role === 'own')
  const last = lastPeriodBy(definition, until)
  if (last === undefined) return own[0]?.points.at(-1)?.period ?? until.slug
  const hasPoint = own.some(({ points }) => points.some(({ period }) => period === last.slug))
  const isLate = last.kind !== until.kind && addDays(last.to, definition.lag.days) > until.to
  return !hasPoint && isLate ? (periodBefore(last)?.slug ?? last.slug) : last.slug
}

/** The mean or median of the neighbours wherever nobody has published one, with how many of them it rests on. */
function withNeighbours(series: readonly SheetSeries[], definition: Definition, count: number): readonly SheetSeries[] {
  const single = series.filter(({ role }) => role === 'neighbour')
  const breakdowns = [...new Set(single.map(({ breakdown }) => breakdown))]
  const made = breakdowns.flatMap((breakdown) => madeSeries(single.filter((one) => one.breakdown === breakdown), series.find((one) => one.role === 'neighbours' && one.breakdown === breakdown), { definition, count }))
  const replaced = new Set(made.map(({ breakdown }) => breakdown))
  const order: readonly Role[] = ['own', 'neighbours', 'england', 'region', 'neighbour']
  return [...series.filter(({ role, breakdown }) => role !== 'neighbours' || !replaced.has(breakdown)), ...made].toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role))
}

function madeSeries(single: readonly SheetSeries[], published: SheetSeries | undefined, { definition, count }: { readonly definition: Definition; readonly count: number }): SheetSeries[] {
  const known = new Set(published?.points.map(({ period }) => period))
  const periods = [...new Set(single.flatMap(({ points }) => points.map(({ period }) => period)))].filter((period) => !known.has(period))
  const points = periods.flatMap((period): SheetPoint[] => {
    const values = single.map(({ points: of }) => of.find((point) => point.period === period)?.value)
    const figure = neighbourFigure([...values, ...Array.from({ length: count - single.length }, () => undefined)], definition.neighbours)
    if (figure === undefined) return []
    const { value, method, used, of } = figure
    return [{ period, value, status: 'final', confidentiality: 'open', made: { method, used, of } }]
  })
  if (points.length === 0) return []
  const all = [...(published?.points ?? []), ...points]
  return [{ role: 'neighbours', area: neighboursArea, name: 'statistical neighbours', breakdown: single[0]?.breakdown ?? '', points: inOrder(all, definition) }]
}

function inOrder(points: readonly SheetPoint[], { frequency }: Definition): readonly SheetPoint[] {
  const period = (slug: string) => periodOf(frequency, slug, 'others') ?? parsePeriod(slug)
  return points.toSorted((one, other) => {
    const [first, second] = [period(one.period), period(other.period)]
    return first === undefined || second === undefined ? 0 : comparePeriods(first, second)
  })
}
