import { comparePeriods } from '#core/periods/period-order.ts'
import { kindOf, periodOf } from '../../definitions/frequencies.ts'
import type { Ranking } from '../../releases/release.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../../sheets/sheet.ts'
import { sourceRanks, type Places } from './source-ranks.ts'

/** The place of one value in one period. */
export interface RankedCell {
  readonly point: SheetPoint | undefined
  /** From 1; equals have the same, and the next is so many further. None where no figure is shown. */
  readonly rank?: number
  readonly isShared: boolean
  /** By how many places it rose since the period before; below zero it fell. Undefined where nobody can tell, as in the first period. */
  readonly moved?: number | 'no-rank-before'
}

export interface RankedLine {
  /** As the definition calls it: `mental-health`. */
  readonly value: string
  readonly cells: readonly RankedCell[]
}

/** A top-n list: a line for each value that was among the first in one of the periods, in the order of the last. */
export interface Ranked {
  readonly ranking: Ranking
  readonly sheet: MeasureSheet
  /** In order of time. */
  readonly periods: readonly string[]
  /** Whether the ranks are those that the source prints, among all that it counted; else they are counted among the figures that are shown. */
  readonly isBySource: boolean
  /** How many figures have a rank, period by period. */
  readonly sizes: readonly number[]
  readonly lines: readonly RankedLine[]
  /** Values whose last figure is hidden, whether or not they have a line: their place is not told. */
  readonly hidden: readonly string[]
}

/** At most so many periods stand side by side. */
const sideBySide = 4

/**
 * Ranks are those that the source gives for the same figures, where `given` has them. Else they are counted among the figures that are shown: a hidden one has no place, and leaves none free.
 * Undefined where the breakdown has no figure.
 */
export function ranked(ranking: Ranking, sheet: MeasureSheet, given?: MeasureSheet): Ranked | undefined {
  const series = sheet.series.filter(({ role, breakdown }) => role === 'own' && valueOf(breakdown, ranking.by) !== undefined)
  const periods = lastPeriods(series, sheet)
  const last = periods.at(-1)
  if (last === undefined) return undefined
  const bySource = sourceRanks(periods, series, given)
  const isBySource = bySource !== undefined
  const ranks = periods.map((period, index) => ({ period, places: bySource?.[index] ?? ranksIn(period, series, sheet.definition.decimals), unplaced: unplacedIn(period, series), isBySource }))
  const all = series.map((one) => ({ value: valueOf(one.breakdown, ranking.by) ?? '', cells: ranks.map((now, index) => cellOf(one, now, ranks[index - 1])) }))
  return {
    ranking,
    sheet,
    periods,
    isBySource,
    sizes: ranks.map(({ places }) => places.size),
    lines: all.filter(({ cells }) => cells.some(({ rank }) => rank !== undefined && rank <= ranking.top)).toSorted(byLastRank),
    hidden: all.filter(({ cells }) => isHidden(cells.at(-1)?.point)).map(({ value }) => value),
  }
}

/** `mental-health` of `factor=mental-health`; undefined where the series is of another breakdown, or of several at once. */
function valueOf(breakdown: string, by: string): string | undefined {
  return breakdown.startsWith(`${by}=`) && !breakdown.includes(';') ? breakdown.slice(by.length + 1) : undefined
}

function lastPeriods(series: readonly SheetSeries[], { definition }: MeasureSheet): readonly string[] {
  const slugs = new Set(series.flatMap(({ points }) => points.flatMap(({ period, value }) => (value === undefined ? [] : period))))
  const kind = kindOf(definition.frequency)
  const read = [...slugs].flatMap((slug) => periodOf(definition.frequency, slug) ?? []).filter((period) => period.kind === kind)
  return read.toSorted(comparePeriods).slice(-sideBySide).map(({ slug }) => slug)
}

/** The place of each series that shows a figure in a period, by its breakdown. Figures that are written alike are equal. */
function ranksIn(period: string, series: readonly SheetSeries[], decimals: number): Places {
  const values = series.flatMap(({ breakdown, points }) => {
    const value = points.find((point) => point.period === period)?.value
    return value === undefined ? [] : [{ breakdown, written: Number(value.toFixed(decimals)) }]
  })
  return new Map(values.map(({ breakdown, written }) => [breakdown, 1 + values.filter((other) => other.written > written).length]))
}

/** Which figures are hidden, so that they may stand anywhere: what is published never says that one is hidden since it is small. */
function unplacedIn(period: string, series: readonly SheetSeries[]): string {
  const hidden = series.filter(({ points }) => points.some((point) => point.period === period && point.confidentiality !== 'open'))
  return hidden.map(({ breakdown }) => breakdown).join('|')
}

interface RanksOf {
  readonly period: string
  readonly places: Places
  readonly unplaced: string
  readonly isBySource: boolean
}

function cellOf({ breakdown, points }: SheetSeries, { period, places, unplaced, isBySource }: RanksOf, before: RanksOf | undefined): RankedCell {
  const point = points.find((one) => one.period === period)
  const rank = places.get(breakdown)
  if (rank === undefined) return { point, isShared: false }
  const isShared = isSharedIn(places, rank)
  if (before === undefined) return { point, rank, isShared }
  const earlier = before.places.get(breakdown)
  if (earlier === undefined) return { point, rank, isShared, moved: 'no-rank-before' }
  // Where another may have come or gone unseen, or where rounding alone may have made equals, a place more or less is no movement of this one. A source knew them all.
  const isTold = isBySource || (unplaced === before.unplaced && !isShared && !isSharedIn(before.places, earlier))
  return { point, rank, isShared, ...(isTold ? { moved: earlier - rank } : {}) }
}

function isSharedIn(places: Places, rank: number): boolean {
  return [...places.values()].filter((other) => other === rank).length > 1
}

function byLastRank(one: RankedLine, other: RankedLine): number {
  const place = (line: RankedLine) => line.cells.at(-1)?.rank ?? Number.MAX_SAFE_INTEGER
  return place(one) - place(other) || (one.value < other.value ? -1 : 1)
}

function isHidden(point: SheetPoint | undefined): boolean {
  return point !== undefined && point.confidentiality !== 'open'
}
