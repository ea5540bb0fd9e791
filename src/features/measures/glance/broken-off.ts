import { userText } from '#platform/pages/text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { chartedPoints } from '../sheets/judged-sheet.ts'
import { seriesOf, type MeasureSheet, type SheetPoint } from '../sheets/sheet.ts'
import { inPeriod, shownPoint } from '../sheets/shown.ts'

/** A figure that stands alone, since a break lies between it and the last before it. */
interface BrokenOff {
  readonly now: SheetPoint
  /** The last figure that is shown of before the break. */
  readonly before: SheetPoint
  readonly reason: string
}

/** Whether a break parts the figure of the period from every one before it; undefined where none does, or where nothing was known before. */
export function brokenOff(sheet: Pick<MeasureSheet, 'definition' | 'series' | 'asOf'>): BrokenOff | undefined {
  const own = seriesOf(sheet)
  const points = own === undefined ? [] : chartedPoints(own, sheet.definition)
  const at = points.findIndex(({ period }) => period === sheet.asOf)
  const now = points[at]
  const before = points.slice(0, Math.max(0, at)).findLast(({ value }) => value !== undefined)
  if (now?.value === undefined || before === undefined) return undefined
  const reason = points.slice(points.indexOf(before) + 1, at + 1).findLast(({ brokenHere }) => brokenHere !== undefined)?.brokenHere
  return reason === undefined ? undefined : { now, before, reason }
}

/** "502 cannot be compared with 67 in Q4 2019/20, because of a break: since 2022 the register counts every enquiry." */
export function brokenOffLine(broken: BrokenOff, sheet: Pick<MeasureSheet, 'definition'>): Html {
  return html`${apartWords(broken, sheet)} ${userText(broken.reason)}`
}

/** The same line up to the reason, which is somebody's own words. */
export function apartWords({ now, before }: BrokenOff, { definition }: Pick<MeasureSheet, 'definition'>): string {
  return `${plainly(now, definition)} cannot be compared with ${plainly(before, definition)} ${inPeriod(before.period, definition)}, because of a break:`
}

/** The mark of the break says less than the sentence. */
function plainly({ brokenHere: _brokenHere, ...point }: SheetPoint, definition: MeasureSheet['definition']): string {
  return shownPoint(point, definition)
}
