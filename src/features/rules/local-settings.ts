import type { LocalTime } from '#core/dates.ts'
import type { CountedLimit, Limit, RuleVersion, Unit } from './rule.ts'
import type { RuleId } from './rules.ts'

/** What "clear days" means where no authority settles it; `safer` takes whichever date cannot be wrong. */
export type ClearDays = 'safer' | 'working' | 'calendar'

/** What a council sets for one rule. */
export interface LocalSetting {
  readonly amount?: number
  readonly unit?: Unit
  /** The time on the day reached. */
  readonly at?: LocalTime
  readonly members?: number
  readonly clearDays?: ClearDays
}

/** A council's own settings, by rule. Without one the rule stands as its data says: call-in five working days and three members. */
export type LocalSettings = Partial<Readonly<Record<RuleId, LocalSetting>>>

export function isConfigurable(version: RuleVersion): boolean {
  return version.isLocal || version.confidence === 'guidance'
}

/** What a council can set of a rule, for the reader. */
export function settingWords(version: RuleVersion): string {
  if (version.isLocal) return 'Each council sets its own.'
  if (isConfigurable(version)) return 'The council can set its own limit.'
  if (version.confidence === 'product') return 'None: it is the same for every council that uses this product.'
  const isOpen = version.limit.kind === 'counted' && version.limit.unit === 'clear days'
  return isOpen ? 'The number of days is fixed by law. Only the way of counting clear days is a setting of the council.' : 'None: the law fixes it.'
}

/**
 * The limit as this council applies it. A setting that would change a number that is fixed is a fault of configuration and throws;
 * how open "clear days" are counted may be set for any rule.
 */
export function localLimit(id: RuleId, version: RuleVersion, setting: LocalSetting = {}): Limit {
  const { clearDays: _, ...numbers } = setting
  if (Object.keys(numbers).length === 0) return version.limit
  if (!isConfigurable(version)) {
    const by = version.confidence === 'product' ? 'this product' : 'statute'
    throw new Error(`The rule ${id} is set by ${by} (${version.citations.join('; ')}): its number cannot be a local setting`)
  }
  return version.limit.kind === 'counted' ? { ...version.limit, ...numbers } : ownLimit(id, numbers)
}

/** A rule without a national number takes the council's: counted forwards, the day of the event being day 0. */
function ownLimit(id: RuleId, numbers: Omit<LocalSetting, 'clearDays'>): CountedLimit {
  const { amount, unit, ...rest } = numbers
  if (amount === undefined || unit === undefined) throw new Error(`The setting for ${id} needs an amount and a unit`)
  return { kind: 'counted', amount, unit, dayOfEvent: 0, direction: 'forwards', bound: 'latest', ...rest }
}
