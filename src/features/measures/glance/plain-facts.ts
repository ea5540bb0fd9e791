import { periodBefore } from '#core/periods/period-order.ts'
import type { Period } from '#core/periods/period.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { ordinal } from '../measure-pages/measure-words.ts'
import type { MeasureSheet, SheetPoint } from '../sheets/sheet.ts'
import { inPeriod, shownPoint } from '../sheets/shown.ts'
import { extremeInWords, extremeOf } from './extremes.ts'
import { comparedPoints, followsYear, sameTimeBefore, soFar, wayFrom, yearEarlier } from './plain-change.ts'

type Facts = Pick<MeasureSheet, 'definition' | 'series' | 'asOf'>

/**
 * How the figure stands beside those before it, by nothing but arithmetic: "84.0%, as in the quarter before; 90.0% a year before". The same period of a year before always stands beside it where it is known, and
 * else the first that can be compared, or of what follows the year that it is not known; a run of falls or rises is named, and so is the highest or the lowest of all. Undefined where there is no
 * figure, or none to hold beside it.
 */
export function plainFacts(sheet: Facts): string | undefined {
  const { now, before } = comparedPoints(sheet)
  const earlier = before.filter(({ value }) => value !== undefined)
  const last = earlier.at(-1)
  if (now?.value === undefined || last === undefined) return undefined
  if (sheet.definition.counting === 'year-to-date') return yearSoFar(now, earlier, sheet)
  const { definition } = sheet
  const period = periodOf(definition.frequency, sheet.asOf)
  const yearAgo = yearEarlier(sheet)
  const ago = earlier.find((point) => point !== last && point.period === yearAgo)
  const isOtherTime = followsYear(definition) && ago === undefined && last.period !== yearAgo
  const first = ago === undefined && !isOtherTime && earlier.length > 1 ? earlier[0] : undefined
  const extreme = extremeOf(sheet)
  return [
    `${shownPoint(now, definition)}, ${beside(last, now, sheet)} ${whenBefore(last, period, sheet)}`,
    ...(ago === undefined ? [] : [`${shownPoint(ago, definition)} a year before`]),
    ...(first === undefined ? [] : [`${shownPoint(first, definition)} ${inPeriod(first.period, definition)}, the first that can be compared`]),
    ...(isOtherTime ? ['nothing is known of the same time a year before'] : []),
    ...runInWords([...before, now], sheet),
    ...(extreme === undefined ? [] : [extremeInWords(extreme, sheet)]),
  ].join('; ')
}

function beside(before: SheetPoint, now: SheetPoint, { definition }: Facts): string {
  const way = wayFrom(before, now, definition)
  return way === 'same' ? 'as' : `${way} from ${shownPoint(before, definition)}`
}

const kinds: Readonly<Partial<Record<Period['kind'], string>>> = { month: 'month', quarter: 'quarter', term: 'term', 'financial-year': 'year', 'academic-year': 'year', 'calendar-year': 'year' }

/** "in the quarter before"; "in Q2 2018/19" of what is further away. */
function whenBefore(last: SheetPoint, period: Period | undefined, { definition }: Facts): string {
  const kind = period && kinds[period.kind]
  return kind !== undefined && period !== undefined && periodBefore(period)?.slug === last.period ? `in the ${kind} before` : inPeriod(last.period, definition)
}

/** A figure of the year so far beside that of the same part of the last year that has one, and no other. */
function yearSoFar(now: SheetPoint, earlier: readonly SheetPoint[], sheet: Facts): string | undefined {
  const { definition } = sheet
  const then = sameTimeBefore(earlier, sheet)
  return then && `${shownPoint(now, definition)} ${soFar(definition)}, ${beside(then, now, sheet)} by the same time ${inPeriod(then.period, definition)}`
}

/** "the 3rd fall in a row"; nothing of fewer than two. */
function runInWords(points: readonly SheetPoint[], { definition }: Facts): readonly string[] {
  const ways = points.slice(1).map((point, index) => (point.value === undefined || points[index]?.value === undefined ? 'same' : wayFrom(points[index], point, definition)))
  const way = ways.at(-1)
  const run = ways.length - 1 - ways.findLastIndex((one) => one !== way)
  return way === undefined || way === 'same' || run < 2 ? [] : [`the ${ordinal(run)} ${way === 'down' ? 'fall' : 'rise'} in a row`]
}
