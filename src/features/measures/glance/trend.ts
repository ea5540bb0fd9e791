import { smallMultiple, type SmallMultiple } from '#platform/charts/small-multiple.ts'
import type { Html } from '#platform/pages/html.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { shownValue } from '../sheets/shown.ts'
import { chartPoints, lastLimits } from './chart-points.ts'

/** At most so many figures: of more, the shape would be lost in so small a drawing. */
const drawn = 24

/** How the measure went, at a glance; `id` is unlike that of any other drawing on the page. What chance says of it stands beside it in words. */
export function trend(sheet: MeasureSheet, id: string): Html {
  return smallMultiple({ id, ...smallTrend(sheet) })
}

/** The same for a drawing of many. */
export function smallTrend(sheet: MeasureSheet): Omit<SmallMultiple, 'id'> {
  const { definition } = sheet
  return { title: definition.name, points: chartPoints(sheet).slice(-drawn), format: (value) => shownValue(value, definition), limits: lastLimits(sheet) }
}
