import type { Ranking, ReleaseEntry } from '../../releases/release.ts'
import type { MeasureSheet, SheetSeries } from '../../sheets/sheet.ts'

/** The place of each breakdown in a period. */
export type Places = ReadonlyMap<string, number>

/** The measure of the release that gives the ranks as their source prints them: by the habit of its name, `rank-of-` and that of the measure that is ranked. */
export function sourceOfRanks({ measure }: Ranking, entries: readonly ReleaseEntry[]): ReleaseEntry | undefined {
  return entries.find((entry) => entry.measure === `rank-of-${measure}`)
}

/**
 * The ranks that a source prints beside the figures, period by period: places among all that it counted, which may be more than it shows. Undefined unless every figure that is shown has its
 * rank there, so that no list mixes ranks of two kinds.
 */
export function sourceRanks(periods: readonly string[], series: readonly SheetSeries[], given: MeasureSheet | undefined): readonly Places[] | undefined {
  if (given === undefined) return undefined
  const found = periods.map((period) => placesIn(period, series, given))
  return found.every((places) => places !== undefined) ? found : undefined
}

function placesIn(period: string, series: readonly SheetSeries[], given: MeasureSheet): Places | undefined {
  const shown = series.filter(({ points }) => valueIn(period, points) !== undefined)
  const places = shown.map(({ breakdown }) => [breakdown, rankOf(breakdown, period, given)] as const)
  const known = places.filter((place): place is readonly [string, number] => place[1] !== undefined)
  return known.length === places.length ? new Map(known) : undefined
}

function rankOf(breakdown: string, period: string, { series }: MeasureSheet): number | undefined {
  const ranks = series.find((one) => one.role === 'own' && one.breakdown === breakdown)
  const rank = ranks && valueIn(period, ranks.points)
  return rank !== undefined && Number.isInteger(rank) && rank > 0 ? rank : undefined
}

function valueIn(period: string, points: SheetSeries['points']): number | undefined {
  return points.find((point) => point.period === period)?.value
}
