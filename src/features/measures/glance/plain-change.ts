import { daysBetween } from '#core/dates.ts'
import { yearBefore } from '#core/periods/period-order.ts'
import type { Definition } from '../definitions/definition.ts'
import { periodOf, timesAYear } from '../definitions/frequencies.ts'
import { chartedPoints } from '../sheets/judged-sheet.ts'
import { seriesOf, type MeasureSheet, type SheetPoint } from '../sheets/sheet.ts'
import { capital } from '../measure-pages/measure-words.ts'
import { inPeriod, shownPoint } from '../sheets/shown.ts'

/** The figure beside an earlier one, by nothing but arithmetic: whether it is more than chance is another question. */
export interface PlainChange {
  readonly from: SheetPoint
  readonly way: 'up' | 'down' | 'same'
  /** Away from what is better; never where neither way is. */
  readonly isWrongWay: boolean
  /** Whether both are of the same time of year, or of a kind that does not follow the year. */
  readonly isLike: boolean
  /** As a share of the earlier figure; 0 where that is nought. */
  readonly share: number
}

/** What is older than about two years says little of how it goes now. */
const oldestDays = 750

/**
 * How the figure of the period stands beside that of a year before, or else the last before it within two years; none across a break, and none where one of the two is not known. A
 * figure of the year so far holds those before it of its year, so it stands beside that of the same part of the last year that has one, or none.
 */
export function plainChange(sheet: Pick<MeasureSheet, 'definition' | 'series' | 'asOf'>): PlainChange | undefined {
  const { definition } = sheet
  const { now, before: points } = comparedPoints(sheet)
  const earlier = points.filter(({ period, value }) => value !== undefined && daysBefore(period, sheet) <= oldestDays)
  const from = definition.counting === 'year-to-date' ? sameTimeBefore(points, sheet) : (earlier.find(({ period }) => period === yearEarlier(sheet)) ?? earlier.at(-1))
  if (now?.value === undefined || from?.value === undefined) return undefined
  const way = wayFrom(from, now, definition)
  const isWrongWay = (definition.polarity === 'higher' && way === 'down') || (definition.polarity === 'lower' && way === 'up')
  return { from, way, isWrongWay, isLike: !followsYear(definition) || definition.counting === 'year-to-date' || from.period === yearEarlier(sheet), share: shareOf(now.value, from.value) }
}

export function shareOf(now: number, from: number): number {
  return from === 0 ? 0 : Math.abs((now - from) / from)
}

/** Counts of a part of a year come and go with the seasons, such as that of September's school leavers, so only those of the same time of year are alike. */
export function followsYear({ unit, frequency }: Pick<Definition, 'unit' | 'frequency'>): boolean {
  return unit === 'count' && timesAYear(frequency) > 1
}

/** The point that is judged, and those before it that can be held beside it: none of before a break. */
export function comparedPoints(sheet: Pick<MeasureSheet, 'definition' | 'series' | 'asOf'>): { readonly now: SheetPoint | undefined; readonly before: readonly SheetPoint[] } {
  const own = seriesOf(sheet)
  const points = own === undefined ? [] : chartedPoints(own, sheet.definition)
  const at = points.findIndex(({ period }) => period === sheet.asOf)
  const now = points[at]
  return { now, before: now === undefined || now.brokenHere !== undefined ? [] : comparable(points.slice(0, at)) }
}

/** Which way it went from one figure to another; figures that are written alike are the same. */
export function wayFrom(before: SheetPoint, now: SheetPoint, { decimals }: Pick<Definition, 'decimals'>): PlainChange['way'] {
  const [was = 0, is = 0] = [before.value, now.value].map((one) => Number(one?.toFixed(decimals)))
  return is > was ? 'up' : is < was ? 'down' : 'same'
}

/** The figure of the same part of the last year that has one. */
export function sameTimeBefore(before: readonly SheetPoint[], { definition, asOf }: Pick<MeasureSheet, 'definition' | 'asOf'>): SheetPoint | undefined {
  const endOf = (period: string) => periodOf(definition.frequency, period)?.to.slice('2020-'.length, '2020-04'.length)
  return before.findLast(({ period, value }) => value !== undefined && endOf(period) === endOf(asOf))
}

/** The same period of the year before. */
export function yearEarlier({ definition, asOf }: Pick<MeasureSheet, 'definition' | 'asOf'>): string | undefined {
  const period = periodOf(definition.frequency, asOf)
  return period && yearBefore(period)?.slug
}

function daysBefore(slug: string, { definition, asOf }: Pick<MeasureSheet, 'definition' | 'asOf'>): number {
  const [then, now] = [periodOf(definition.frequency, slug), periodOf(definition.frequency, asOf)]
  return then === undefined || now === undefined ? Number.POSITIVE_INFINITY : daysBetween(then.to, now.to)
}

/** What stands after the last break. */
function comparable(points: readonly SheetPoint[]): readonly SheetPoint[] {
  return points.slice(Math.max(0, points.findLastIndex(({ brokenHere }) => brokenHere !== undefined)))
}

/** "so far this academic year", of a figure that counts from its beginning; a definition says in words alone which year is meant. */
export function soFar({ definition }: Pick<Definition, 'definition'>): string {
  return `so far this ${/\b(?:school|academic) year/i.test(definition) ? 'academic ' : ''}year`
}

/** "Down from 85.1% in Q4 2018/19"; "Up from 242 in Q3 2019/20, another time of year" */
export function changeInWords({ from, way, isLike }: PlainChange, { definition }: Pick<MeasureSheet, 'definition'>): string {
  const then = inPeriod(from.period, definition)
  const words = `${way === 'same' ? `the same as ${then}` : `${way} from ${shownPoint(from, definition)} ${then}`}${isLike ? '' : ', another time of year'}`
  return definition.counting === 'year-to-date' ? `${capital(soFar(definition))}: ${words}` : capital(words)
}
