import { yearBefore } from '#core/periods/period-order.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { chartedPoints } from '../sheets/judged-sheet.ts'
import { seriesOf, type MeasureSheet, type SheetPoint } from '../sheets/sheet.ts'
import { periodName, shownPoint } from '../sheets/shown.ts'

/** The figure beside an earlier one, by nothing but arithmetic: whether it is more than chance is another question. */
export interface PlainChange {
  readonly from: SheetPoint
  readonly way: 'up' | 'down' | 'same'
  /** Away from what is better; never where neither way is. */
  readonly isWrongWay: boolean
  /** As a share of the earlier figure; 0 where that is nought. */
  readonly share: number
}

/** What is older than about two years says little of how it goes now. */
const oldestDays = 750

/** How the figure of the period stands beside that of a year before, or else the last before it within two years; none across a break, and none where one of the two is not known. */
export function plainChange(sheet: Pick<MeasureSheet, 'definition' | 'series' | 'asOf'>): PlainChange | undefined {
  const { definition, asOf } = sheet
  const own = seriesOf(sheet)
  const points = own === undefined ? [] : chartedPoints(own, definition)
  const at = points.findIndex(({ period }) => period === asOf)
  const now = points[at]
  const earlier = now === undefined || now.brokenHere !== undefined ? [] : comparable(points.slice(0, at)).filter(({ period, value }) => value !== undefined && daysBefore(period, sheet) <= oldestDays)
  const from = earlier.find(({ period }) => period === yearEarlier(sheet)) ?? earlier.at(-1)
  if (now?.value === undefined || from?.value === undefined) return undefined
  const [value, before] = [now.value, from.value].map((one) => Number(one.toFixed(definition.decimals))) as [number, number]
  const way = value > before ? 'up' : value < before ? 'down' : 'same'
  const isWrongWay = (definition.polarity === 'higher' && way === 'down') || (definition.polarity === 'lower' && way === 'up')
  return { from, way, isWrongWay, share: before === 0 ? 0 : Math.abs((value - before) / before) }
}

function yearEarlier({ definition, asOf }: Pick<MeasureSheet, 'definition' | 'asOf'>): string | undefined {
  const period = periodOf(definition.frequency, asOf)
  return period && yearBefore(period).slug
}

function daysBefore(slug: string, { definition, asOf }: Pick<MeasureSheet, 'definition' | 'asOf'>): number {
  const [then, now] = [periodOf(definition.frequency, slug), periodOf(definition.frequency, asOf)]
  return then === undefined || now === undefined ? Number.POSITIVE_INFINITY : (Date.parse(now.to) - Date.parse(then.to)) / 86_400_000
}

/** What stands after the last break. */
function comparable(points: readonly SheetPoint[]): readonly SheetPoint[] {
  return points.slice(Math.max(0, points.findLastIndex(({ brokenHere }) => brokenHere !== undefined)))
}

/** "Down from 85.1% in Q4 2018/19" */
export function changeInWords({ from, way }: PlainChange, { definition }: Pick<MeasureSheet, 'definition'>): string {
  const then = periodName(from.period, definition)
  if (way === 'same') return `The same as in ${then}`
  return `${way === 'up' ? 'Up' : 'Down'} from ${shownPoint(from, definition)} in ${then}`
}
