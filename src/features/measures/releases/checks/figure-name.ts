import { periodName } from '../../sheets/shown.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { FigureKey } from '../../observations/observation.ts'

/** Which figure of a sheet is meant: “Persistent absence”, Q4 2019/20 (phase=primary); whose it is where it is not the council’s. */
export function figureName({ definition, series }: Pick<MeasureSheet, 'definition' | 'series'>, { area, breakdown, period }: Omit<FigureKey, 'measure'>): string {
  const other = series.find((one) => one.area === area && one.role !== 'own')?.name
  const within = [other, breakdown].filter((part) => part !== undefined && part !== '').join(', ')
  return `“${definition.name}”, ${periodName(period, definition)}${within === '' ? '' : ` (${within})`}`
}
