import { pointOf, seriesOf, type MeasureSheet } from '../sheets/sheet.ts'
import { inPeriod, shownPoint } from '../sheets/shown.ts'

/** "744 in 2019": the last figure that is shown, where the period has none; undefined where it has one, or where there never was any. */
export function lastKnownWords(sheet: Pick<MeasureSheet, 'series' | 'asOf' | 'definition'>): string | undefined {
  const last = pointOf(sheet)?.value === undefined ? seriesOf(sheet)?.points.findLast(({ value }) => value !== undefined) : undefined
  return last && `${shownPoint(last, sheet.definition)} ${inPeriod(last.period, sheet.definition)}`
}
