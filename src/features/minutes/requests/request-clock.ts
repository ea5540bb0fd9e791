import type { LocalDate } from '#core/dates.ts'
import { daysBetween } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { dueDate, type Due, type LocalSettings } from '#features/rules'
import type { PublicRequest } from './document-request.ts'

/** The clock of a request: by regulation 17(2) of SI 2012/2089 no later than ten clear days after the executive receives it. With both readings of "clear days". */
export function requestClock(askedOn: LocalDate, local?: LocalSettings): Outcome<Due & { readonly sets: 'day' }> {
  const due = dueDate('scrutiny-document-request', askedOn, local === undefined ? {} : { local })
  if (!due.ok) return due
  if (due.value.sets !== 'day') throw new Error('the rule on documents for scrutiny sets a day')
  return ok(due.value)
}

/** How a request stands to its last day. */
export type Lateness = { readonly is: 'in-time' } | { readonly is: 'late'; readonly days: number }

/** Late is what is not answered after its last day, and what was answered after it; a withdrawn request is never late. */
export function lateness({ due, standing, earlier }: Pick<PublicRequest, 'due' | 'standing' | 'earlier'>, today: LocalDate): Lateness {
  if (standing.state === 'withdrawn') return { is: 'in-time' }
  const answered = earlier[0]?.on ?? (standing.state === 'waiting' ? today : standing.on)
  const days = daysBetween(due, answered)
  return days > 0 ? { is: 'late', days } : { is: 'in-time' }
}
