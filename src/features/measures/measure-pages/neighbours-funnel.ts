import { funnelLimits, type Funnel } from '#core/statistics/funnel.ts'
import { funnelChart } from '#platform/charts/funnel-chart.ts'
import type { LayoutName } from '#platform/charts/layout.ts'
import type { Html } from '#platform/pages/html.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { periodName, shownValue, unitInWords } from '../sheets/shown.ts'
import type { AmongNeighbours, Place } from './among-neighbours.ts'
import { capital } from './measure-words.ts'

/** With fewer places a funnel has nothing to say. */
const fewestPlaces = 5

interface Sized {
  readonly name: string
  readonly isOwn: boolean
  readonly value: number
  readonly of: number
  readonly cases: number
}

/** A funnel of the council and its neighbours as one of the layouts; undefined where it is no share and no rate, or fewer than five of them say of how many. */
export function neighboursFunnel(sheet: MeasureSheet, among: AmongNeighbours): ((layout: LayoutName) => Html) | undefined {
  const { definition } = sheet
  const kind = ({ percent: 'binomial', rate: 'poisson' } as const)[definition.unit as 'percent' | 'rate']
  const per = definition.unit === 'percent' ? 100 : (definition.per ?? 1)
  const places = among.places.flatMap((place) => sized(place, per))
  if (kind === undefined || places.length < fewestPlaces || among.period !== among.ownPeriod) return undefined
  const centre = sumOf(places, ({ cases }) => cases) / sumOf(places, ({ of }) => of)
  const funnel: Funnel = { kind, centre, per }
  const limits = new Map<number, ReturnType<typeof funnelLimits>>()
  const limitsAt = (of: number) => {
    const found = limits.get(of) ?? funnelLimits(funnel, Math.max(1, Math.round(of)))
    limits.set(of, found)
    return found
  }
  const own = places.find(({ isOwn }) => isOwn)
  return (layout) =>
    funnelChart(
      {
        id: 'funnel-chart',
        title: own === undefined ? 'The neighbours by their size' : `${own.name} ${whereabouts(own, limitsAt(own.of))} for a council of its size`,
        subtitle: `${definition.name}, ${unitInWords(definition)}, ${periodName(among.period, definition)}, by size`,
        points: places,
        mean: { name: 'All together', value: centre * per },
        limitsAt,
        format: (value) => shownValue(value, definition),
        formatOf: (of) => of.toLocaleString('en-GB'),
        ofName: capital(definition.denominator ?? 'how many are counted'),
        lowest: 0,
        isFromZero: false,
        ...(definition.unit === 'percent' ? { highest: 100 } : {}),
      },
      layout,
    )
}

/** What is hidden or has no size takes no part, nor does what cannot be a share. */
function sized({ name, isOwn, point: { value, denominator, numerator } }: Place, per: number): Sized[] {
  if (value === undefined || denominator === undefined || denominator <= 0) return []
  const cases = numerator ?? (value * denominator) / per
  return cases > denominator && per === 100 ? [] : [{ name, isOwn, value, of: denominator, cases }]
}

function sumOf(places: readonly Sized[], count: (place: Sized) => number): number {
  return places.reduce((sum, place) => sum + count(place), 0)
}

function whereabouts({ value }: Sized, { lower95, upper95, lower998, upper998 }: ReturnType<typeof funnelLimits>): string {
  if (value < lower998 || value > upper998) return `is ${value > upper998 ? 'higher' : 'lower'} than chance explains`
  if (value < lower95 || value > upper95) return `is ${value > upper95 ? 'rather high' : 'rather low'}, and chance may explain it`
  return 'is where chance would leave it'
}
