import { formatDate, monthName } from '#core/date-words.ts'
import { yearOf, type LocalDate } from '#core/dates.ts'
import type { RuleVersion } from './rule.ts'

/** When a version is in force, no more exactly than its source says: "from 1 October 2002", "from January 2014", "not stated by the source". */
export function validityWords(version: RuleVersion): string {
  const until = version.validTo === undefined ? '' : ` to ${formatDate(version.validTo)}`
  if (version.validFrom === undefined) return until === '' ? 'not stated by the source' : `not stated by the source from when,${until}`
  const also = version.coversEarlier === undefined ? '' : `; ${version.coversEarlier} count too`
  return `from ${beginningWords(version, version.validFrom)}${until}${also}`
}

function beginningWords(version: RuleVersion, validFrom: LocalDate): string {
  return version.isValidFromMonth === true ? `${monthName(validFrom)} ${yearOf(validFrom)}` : formatDate(validFrom)
}
