import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { inPeriod, shownPoint } from '../../sheets/shown.ts'

/** The figure of the period that is judged: "5.2%", "[c]", "no figure". */
export function figureWords(sheet: MeasureSheet): string {
  const point = pointOf(sheet)
  return point === undefined ? 'no figure' : shownPoint(point, sheet.definition)
}

/** "5.2% in Q4 2019/20" */
export function figureAndPeriod(sheet: MeasureSheet): string {
  return `${figureWords(sheet)} ${inPeriod(sheet.asOf, sheet.definition)}`
}
