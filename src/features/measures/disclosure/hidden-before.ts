import type { MeasureSheet } from '../sheets/sheet.ts'
import { pointKey } from './figures.ts'
import type { HiddenFigure } from './protected-sheets.ts'
import { placesIn } from './published-values.ts'

/** What stood before the last correction of a figure and is not shown beside it: a release may have hidden it, and words must not tell it now. */
export function hiddenBefore(sheets: readonly MeasureSheet[], shown: readonly MeasureSheet[]): readonly HiddenFigure[] {
  const told = new Set([...placesIn(shown)].flatMap(({ sheet, series, point }) => (point.before?.value === undefined ? [] : [pointKey(sheet, series, point)])))
  return [...placesIn(sheets)].flatMap(({ sheet, series, point }) => {
    const was = point.before?.value
    if (was === undefined || was === 0 || was === point.value || told.has(pointKey(sheet, series, point))) return []
    const { definition: { slug: measure, decimals } } = sheet
    return [{ measure, area: series.area, breakdown: series.breakdown, period: point.period, reason: 'inherited', lowest: 0, highest: Number.POSITIVE_INFINITY, numbers: [Number(was.toFixed(decimals))] }]
  })
}
