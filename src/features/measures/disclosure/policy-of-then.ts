import { definitionFor } from '../definitions/in-force.ts'
import type { Definition } from '../definitions/definition.ts'
import { periodOf } from '../definitions/frequencies.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { policyOf } from './policies.ts'

/**
 * The sheets of a release, each in as many as there are rules that hide in it: a period is hidden by the version of the definition that was in force at its end, as far as releases before had
 * it, where that hides more than the newest. A later version may not uncover what was counted before it.
 */
export function byPolicyOfThen(sheets: readonly MeasureSheet[], earlier: readonly MeasureSheet[]): readonly MeasureSheet[] {
  const published = Map.groupBy(earlier, ({ definition }) => definition.slug)
  return sheets.flatMap((sheet) => partsOf(sheet, (published.get(sheet.definition.slug) ?? []).map(({ definition }) => definition)))
}

function partsOf(sheet: MeasureSheet, before: readonly Definition[]): readonly MeasureSheet[] {
  const { definition } = sheet
  const versions = [...new Map([...before, definition].map((one) => [one.version, one])).values()].toSorted((one, other) => one.version - other.version)
  if (versions.every((version) => hidden(version) <= hidden(definition))) return [sheet]
  const policyAt = (period: string) => policyOfThen(versions, definition, period)
  const policies = [...new Set([definition.policy, ...versions.map(({ policy }) => policy)])]
  return policies.map((policy) => ({
    ...sheet,
    definition: { ...definition, policy },
    series: sheet.series.map((series) => ({ ...series, points: series.points.filter(({ period }) => policyAt(period) === policy) })),
  }))
}

function policyOfThen(versions: readonly Definition[], newest: Definition, slug: string): Definition['policy'] {
  const period = periodOf(newest.frequency, slug, 'others')
  const then = period && definitionFor(versions, period)
  return then !== undefined && hidden(then) > hidden(newest) ? then.policy : newest.policy
}

/** How much a rule hides: nothing, small counts, and what shares leave besides. */
function hidden(definition: Definition): number {
  const policy = policyOf(definition)
  return policy === undefined ? 0 : policy.hidesRest === true ? 2 : 1
}
