import { formatDate } from '#core/date-words.ts'
import { addMonths, type LocalDate } from '#core/dates.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../../sheets/sheet.ts'
import { periodName } from '../../sheets/shown.ts'
import type { ReleaseEntry } from '../release.ts'
import type { CheckItem } from './check-item.ts'

/** For so long a target stands without being asked whether it is still the right one. */
const monthsUnreviewed = 24

/** A target that nobody has reviewed for long, or of which nobody knows when. */
export function targetCheck({ definition, judgement: { target } }: MeasureSheet, day: LocalDate): readonly CheckItem[] {
  const { of } = target
  if (of === undefined) return []
  const last = of.reviewedOn ?? of.setOn
  if (last !== undefined && addMonths(last, monthsUnreviewed) >= day) return []
  const since = last === undefined ? 'it is not known when its target was set or reviewed' : `its target was ${of.reviewedOn === undefined ? 'set' : 'reviewed'} last on ${formatDate(last)}`
  return [{ kind: 'target-old', measure: definition.slug, message: `“${definition.name}”: ${since}. Ask the ${of.setBy} whether it still holds.` }]
}

/** What was published of a measure, by the release before or by the version that this one amends. */
type Published = Pick<ReleaseEntry, 'sheet'> | undefined

/** Another version of the definition than the release before was counted by, or what this one amends; and what was hidden by that and would be shown by this. */
export function definitionCheck(sheet: MeasureSheet, before: Published, published: Published = before): readonly CheckItem[] {
  const { definition } = sheet
  const others = [[before, 'in the last release'], [published, 'when it was published last']] as const
  const [was, when] = others.find(([other]) => other !== undefined && other.sheet.definition.version !== definition.version) ?? []
  if (was === undefined) return []
  const why = definition.changed === undefined ? '' : `: ${definition.changed}`
  const changed = `“${definition.name}” is counted by version ${definition.version} of its definition, and was by version ${was.sheet.definition.version} ${when}${why}`
  return [changed, ...uncovered(sheet, was.sheet), ...(published === undefined || published === was ? [] : uncovered(sheet, published.sheet))].map((message) => ({ kind: 'definition-changed', measure: definition.slug, message }))
}

/** Figures that were hidden, stand as they did, and would be shown by the new version. */
function uncovered({ definition, series }: MeasureSheet, { series: published }: MeasureSheet): readonly string[] {
  const keyOf = ({ area, breakdown }: SheetSeries, { period, revision }: SheetPoint) => `${area}|${breakdown}|${period}|${revision}`
  const hidden = new Set(published.flatMap((one) => one.points.filter(({ confidentiality }) => confidentiality === 'hidden').map((point) => keyOf(one, point))))
  const shown = series.flatMap((one) => one.points.filter((point) => point.confidentiality === 'open' && hidden.has(keyOf(one, point))).map(({ period }) => `${periodName(period, definition)}${one.breakdown === '' ? '' : ` (${one.breakdown})`}`))
  return shown.length === 0 ? [] : [`“${definition.name}”: ${shown.join(', ')} ${shown.length === 1 ? 'was' : 'were'} hidden when published, and would be shown by version ${definition.version} of its definition. Leave the measure out, or say why nobody is harmed by it.`]
}
