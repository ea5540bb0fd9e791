import type { LocalDate } from '#core/dates.ts'
import { accounts } from './data/accounts.ts'
import { decisions } from './data/decisions.ts'
import { educationHealthCare } from './data/education-health-care.ts'
import { interests } from './data/interests.ts'
import { learning } from './data/learning.ts'
import { lookedAfter } from './data/looked-after.ts'
import { meetings } from './data/meetings.ts'
import { protection } from './data/protection.ts'
import { records } from './data/records.ts'
import type { Area, RuleRow, RuleRows, RuleVersion } from './rule.ts'

const rowsByArea = {
  meetings,
  decisions,
  interests,
  protection,
  'looked-after': lookedAfter,
  'education-health-care': educationHealthCare,
  learning,
  records,
  accounts,
} as const satisfies Record<Area, RuleRows>

type KeysOfEach<Rows> = Rows extends unknown ? keyof Rows : never
/** The id of a rule: part of its address and the word given to `due`. */
export type RuleId = KeysOfEach<(typeof rowsByArea)[Area]>

export interface Rule extends RuleRow {
  readonly id: RuleId
  readonly area: Area
}

const rulesById = new Map<string, Rule>()
for (const [area, rows] of Object.entries(rowsByArea) as [Area, RuleRows][]) {
  for (const [id, row] of Object.entries(rows)) rulesById.set(id, { id: id as RuleId, area, ...row })
}

/** Every rule, area by area. */
export const allRules: readonly Rule[] = [...rulesById.values()]

export function rule(id: RuleId): Rule {
  const found = rulesById.get(id)
  if (found === undefined) throw new Error(`There is no rule ${id}`)
  return found
}

/** A rule by what somebody typed. */
export function findRule(id: string): Rule | undefined {
  return rulesById.get(id)
}

/**
 * The version for an event on a day: the one in force then, its first and last day included. A version whose source states no first day
 * counts for every earlier day, and so does one that covers earlier events, such as the births of children who came into care later.
 */
export function versionInForce(versions: readonly RuleVersion[], day: LocalDate): RuleVersion | undefined {
  return versions.find((version) => hasBegun(version, day) && (version.validTo === undefined || day <= version.validTo))
}

function hasBegun({ validFrom, coversEarlier }: RuleVersion, day: LocalDate): boolean {
  return validFrom === undefined || coversEarlier !== undefined || validFrom <= day
}

/** The newest version: what the lists show. */
export function latestVersion(row: RuleRow): RuleVersion {
  return row.versions.at(-1) ?? row.versions[0]
}
