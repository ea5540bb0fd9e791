import { formatDate } from '#core/date-words.ts'
import { addDays, type LocalDate } from '#core/dates.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import { periodName } from '../../sheets/shown.ts'
import type { MeasureSheet, SheetPoint } from '../../sheets/sheet.ts'
import type { CheckItem } from './check-item.ts'

/** What is to be said of the figure of the period itself: that it is missing, not due yet, not to be had, or provisional. By the sheet as it stands in the work. */
export function figureChecks(sheet: MeasureSheet, day: LocalDate): readonly CheckItem[] {
  const { definition, asOf } = sheet
  const of = `“${definition.name}”, ${periodName(asOf, definition)}`
  const item = (kind: CheckItem['kind'], message: string): readonly CheckItem[] => [{ kind, measure: definition.slug, message }]
  const points = pointsAsOf(sheet)
  if (points.some(({ value }) => value !== undefined)) {
    const provisional = points.filter(({ status }) => status === 'provisional').length
    return provisional === 0 ? [] : item('provisional', `${of}: the figure is provisional. The public reads that it is.`)
  }
  const said = points.find(({ revision }) => revision !== undefined)
  if (said?.status === 'not-applicable') return []
  if (said !== undefined) return item('figure-not-available', `${of}: the figure is said not to be available${said.note === undefined ? '' : ` (${said.note})`}.`)
  const due = dueOn(sheet)
  if (due !== undefined && due > day) return item('figure-not-due', `${of}: the figure is to be known on ${formatDate(due)}.`)
  return item('figure-missing', `${of}: enter the figure, or say that it is not available.`)
}

/** The council's figures of the period that is judged, for all and by each breakdown. */
function pointsAsOf({ series, asOf }: MeasureSheet): readonly SheetPoint[] {
  return series.filter(({ role }) => role === 'own').flatMap(({ points }) => points.filter(({ period }) => period === asOf))
}

/** The day by which the figure can be known, as the definition says. */
function dueOn({ definition, asOf }: MeasureSheet): LocalDate | undefined {
  const period = periodOf(definition.frequency, asOf)
  return period && addDays(period.to, definition.lag.days)
}
