import { dimensionsOf } from '../../../disclosure/breakdown-sums.ts'
import type { HiddenFigure } from '../../../disclosure/protect-sheets.ts'
import { periodName } from '../../../sheets/shown.ts'
import { isGiven, type MeasureSheet, type SheetSeries } from '../../../sheets/sheet.ts'
import type { CheckItem } from '../check-item.ts'
import { ageBand, liesWithin } from './age-band.ts'
import { sortOf } from './places-and-ages.ts'

/** Two breakdowns of a measure. */
type Pair = readonly [string, string]

/**
 * Measures with something hidden that are given by two breakdowns of places, or of ages, and not by both at once: what hides small numbers does not know that one may lie within the other. Of ages that can be read only
 * where one band does. What is all public already is not asked about again.
 */
export function mayNest(sheets: readonly MeasureSheet[], hidden: readonly HiddenFigure[], published: readonly MeasureSheet[] = []): readonly CheckItem[] {
  const ofMeasure = Map.groupBy(hidden, ({ measure }) => measure)
  return sheets.flatMap((sheet) => {
    const { slug: measure, name } = sheet.definition
    const standing = published.find(({ definition }) => definition.slug === measure)
    return pairsIn(sheet).flatMap((pair): readonly CheckItem[] => {
      const periods = periodsWith(pair, sheet, ofMeasure.get(measure) ?? []).filter((period) => isNew(pair, period, sheet, standing))
      const latest = periods.at(-1)
      const why = latest === undefined ? undefined : whyNested(pair, sheet, latest)
      if (latest === undefined || why === undefined) return []
      const more = periods.length > 1 ? ` and in ${periods.length - 1} earlier ${periods.length === 2 ? 'period' : 'periods'}` : ''
      return [{ kind: 'breakdowns-may-nest', measure, message: `“${name}” is given by ${pair[0]} and by ${pair[1]}, and figures of ${periodName(latest, sheet.definition)}${more} are hidden among them. ${why} Give the figures by one of the two alone, or by both at once, or say why nobody can work out a hidden one.` }]
    })
  })
}

/** Breakdowns of the same sort that no figure has both of. */
function pairsIn({ series }: MeasureSheet): readonly Pair[] {
  const ways = series.filter(({ role }) => role === 'own').map(({ breakdown }) => dimensionsOf(breakdown))
  const dimensions = [...new Set(ways.flat())].filter((dimension) => sortOf(dimension) !== undefined)
  const areCrossed = (one: string, other: string) => ways.some((way) => way.includes(one) && way.includes(other))
  return dimensions.flatMap((one, place) => dimensions.slice(place + 1).filter((other) => sortOf(one) === sortOf(other) && !areCrossed(one, other)).map((other): Pair => [one, other]))
}

/** The periods of which figures stand by both, and one by either is hidden. */
function periodsWith([one, other]: Pair, sheet: MeasureSheet, hidden: readonly HiddenFigure[]): readonly string[] {
  const [own, others] = [one, other].map((dimension) => new Set(seriesBy(dimension, sheet).flatMap(({ points }) => points.filter(isGiven).map(({ period }) => period))))
  const hiding = new Set(hidden.filter(({ breakdown }) => dimensionsOf(breakdown).some((dimension) => dimension === one || dimension === other)).map(({ period }) => period))
  return [...(own ?? [])].filter((period) => others?.has(period) === true && hiding.has(period)).toSorted()
}

function isNew([one, other]: Pair, period: string, sheet: MeasureSheet, standing: MeasureSheet | undefined): boolean {
  return [...seriesBy(one, sheet), ...seriesBy(other, sheet)].some(({ breakdown, points }) => {
    const now = points.find((point) => point.period === period)
    const was = standing?.series.find((series) => series.role === 'own' && series.breakdown === breakdown)?.points.find((point) => point.period === period)
    return now?.value !== undefined && (was === undefined || !isGiven(was) || (was.confidentiality === 'open' && was.value !== now.value))
  })
}

/** What one has to do with the other, in words; undefined where no band of ages lies within another. */
function whyNested([one, other]: Pair, sheet: MeasureSheet, period: string): string | undefined {
  const unsure = `If one of them lies within the other, a reader takes what is shown of the smaller from the larger, and a hidden one is what is left.`
  if (sortOf(one) === 'place') return unsure
  const [own, others] = [one, other].map((dimension) => valuesOf(dimension, sheet, period))
  const bands = [...(own ?? []), ...(others ?? [])].map(ageBand)
  if (bands.includes(undefined)) return unsure
  const within = [...nested(own ?? [], others ?? []), ...nested(others ?? [], own ?? [])][0]
  return within === undefined ? undefined : `As ${within[0]} lies within ${within[1]}, a reader takes what is shown of the smaller ages from the larger, and a hidden figure is what is left.`
}

function nested(inner: readonly string[], outer: readonly string[]): readonly (readonly [string, string])[] {
  return inner.flatMap((small) => outer.flatMap((large) => {
    const [within, around] = [ageBand(small), ageBand(large)]
    return within && around && liesWithin(within, around) ? [[small, large] as const] : []
  }))
}

function seriesBy(dimension: string, { series }: MeasureSheet): readonly SheetSeries[] {
  return series.filter(({ role, breakdown }) => role === 'own' && dimensionsOf(breakdown).includes(dimension))
}

function valuesOf(dimension: string, sheet: MeasureSheet, period: string): readonly string[] {
  const given = seriesBy(dimension, sheet).filter(({ points }) => points.some((point) => point.period === period && isGiven(point)))
  return [...new Set(given.flatMap(({ breakdown }) => breakdown.split(';').filter((part) => part.startsWith(`${dimension}=`)).map((part) => part.slice(dimension.length + 1))))]
}
