import { pointOf, type MeasureSheet, type SheetPoint } from '../sheets/sheet.ts'
import { dimensionsOf, without } from './breakdown-sums.ts'
import type { HiddenFigure } from './protected-sheets.ts'

/**
 * What would tell a hidden part beside its whole: of nine, two are hidden, and so "seven" tells them. Each is the hidden figure with what its wholes leave for its numbers, by
 * the sheet of its measure as it stands in the work.
 */
export function complementsOf(hidden: readonly HiddenFigure[], sheets: readonly MeasureSheet[]): readonly HiddenFigure[] {
  const bySlug = new Map(sheets.map((sheet) => [sheet.definition.slug, sheet]))
  return hidden.flatMap((figure) => {
    const sheet = bySlug.get(figure.measure)
    const part = sheet && countAt(sheet, figure, figure.breakdown)
    if (sheet === undefined || part === undefined) return []
    const wholes = dimensionsOf(figure.breakdown).map((dimension) => countAt(sheet, figure, without(figure.breakdown, dimension)))
    const numbers = wholes.flatMap((whole) => (whole === undefined || whole <= part ? [] : [whole - part]))
    return numbers.length === 0 ? [] : [{ ...figure, numbers }]
  })
}

function countAt(sheet: MeasureSheet, { area, period }: HiddenFigure, breakdown: string): number | undefined {
  const role = sheet.series.find((series) => series.area === area)?.role
  const point: SheetPoint | undefined = role && pointOf({ ...sheet, series: sheet.series.filter((series) => series.area === area) }, role, breakdown, period)
  return sheet.definition.unit === 'count' ? point?.value : point?.numerator
}
