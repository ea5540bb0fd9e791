import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { isKey } from '../clock/may-decide.ts'
import { entryAddress } from '../entry/plan-entry.ts'
import { makerWords } from '../entry/words.ts'
import { plannedEntries } from './published-plan.ts'

/** A decision that is expected, for those who plan what scrutiny looks at. */
export interface ComingDecision {
  readonly reference: string
  readonly address: string
  readonly matter: string
  readonly expected: { readonly from: LocalDate; readonly to?: LocalDate | undefined }
  /** Who decides, in words. */
  readonly by: string
  readonly isKey: boolean
  readonly isPrivate: boolean
  readonly subjects: readonly string[]
}

/** The decisions expected from a day on, the first first; with `subjects` only those about one of these matters. Published entries only, in one query. */
export async function comingDecisions(reader: Reader, { from, subjects, limit = 200 }: { readonly from: LocalDate; readonly subjects?: readonly string[]; readonly limit?: number }): Promise<ComingDecision[]> {
  const coming = await plannedEntries(reader, { stage: 'coming', from, subjects, limit })
  return coming.map(({ entry }) => ({
    reference: entry.reference,
    address: entryAddress(entry),
    matter: entry.matter,
    expected: entry.expected,
    by: makerWords(entry.decisionMaker),
    isKey: isKey(entry),
    isPrivate: entry.private !== undefined,
    subjects: entry.subjects,
  }))
}
