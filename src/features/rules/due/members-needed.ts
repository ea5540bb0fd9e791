import type { LocalDate } from '#core/dates.ts'
import { localLimit, type LocalSettings } from '../local-settings.ts'
import { rule, versionInForce, type RuleId } from '../rules.ts'

/** How many members a rule takes on that day, by the council's own setting or else by the rule's; undefined where it takes no number of members. */
export function membersNeeded(id: RuleId, day: LocalDate, local: LocalSettings = {}): number | undefined {
  const version = versionInForce(rule(id).versions, day)
  const limit = version && localLimit(id, version, local[id])
  return limit?.kind === 'counted' ? limit.members : undefined
}
