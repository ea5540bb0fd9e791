import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { dateTime, dateOf, time, type LocalDateTime } from '#core/london-time.ts'
import { dueDate, isMoment, membersNeeded, type LocalSettings } from '#features/rules'
import { isKey } from './may-decide.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'

/** Until when, and by how many members, a decision can be called in, with the working. */
export interface CallInWindow {
  readonly closes: LocalDateTime
  readonly members: number
  readonly working: readonly string[]
}

const usualMembers = 3
const endOfDay = time('23:59')

/** Counted from the publication of the statement by the council's own setting; where that has no time, the whole of the last day counts. */
export function callInWindow(published: LocalDateTime, local: LocalSettings): Outcome<CallInWindow> {
  const due = dueDate('call-in', dateOf(published), { local })
  if (!due.ok) return due
  if (due.value.sets === 'nothing') return refuse('invalid', 'The council’s setting for call-in has no number of days.')
  const { due: last, working } = due.value
  return ok({ closes: isMoment(last) ? last : dateTime(last, endOfDay), members: membersNeeded('call-in', dateOf(published), local) ?? usualMembers, working })
}

/** What the executive's body or one of its members decides can be called in, and of an officer's decisions those that are key. */
export function canBeCalledIn(entry: Pick<PlanEntry, 'key' | 'decisionMaker'>): boolean {
  return entry.decisionMaker.kind !== 'officer' || isKey(entry)
}
