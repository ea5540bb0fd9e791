import { formatDate } from '#core/date-words.ts'
import { addMonths, type LocalDate } from '#core/dates.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
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

/** Another version of the definition than the release before was counted by. */
export function definitionCheck({ definition }: MeasureSheet, before: Pick<ReleaseEntry, 'sheet'> | undefined): readonly CheckItem[] {
  if (before === undefined || before.sheet.definition.version === definition.version) return []
  const why = definition.changed === undefined ? '' : `: ${definition.changed}`
  return [{ kind: 'definition-changed', measure: definition.slug, message: `“${definition.name}” is counted by version ${definition.version} of its definition, and was by version ${before.sheet.definition.version} in the last release${why}` }]
}
