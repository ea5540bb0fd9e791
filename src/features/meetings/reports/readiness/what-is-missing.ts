import { countOf } from '#core/count-in-words.ts'
import type { ReadinessFinding } from './report-readiness.ts'

/** What stands between a report and its publication, in a sentence: what its writers put right, and the clearances for which they wait. */
export function whatIsMissing(findings: readonly Pick<ReadinessFinding, 'severity' | 'part'>[]): string {
  const must = findings.filter(({ severity }) => severity === 'must')
  const clearances = must.filter(({ part }) => part === 'clearance').length
  const own = must.length - clearances
  const waiting = clearances === 0 ? '' : `${countOf(clearances, 'clearances')} still to come`
  if (own > 0) return `${countOf(own, 'things')} to put right before it can be published${waiting === '' ? '' : `, and ${waiting}`}.`
  return waiting === '' ? 'Nothing is missing.' : `Nothing is missing in its text; ${waiting}.`
}
