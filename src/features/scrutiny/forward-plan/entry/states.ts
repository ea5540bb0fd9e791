import type { LocalDate } from '#core/dates.ts'
import { dateOf, type LocalDateTime } from '#core/london-time.ts'
import type { LocalSettings } from '#features/rules'
import { mayDecide, needsNotice } from '../clock/may-decide.ts'
import type { PlanEntry } from './plan-entry.ts'

export const entryStates = [
  'draft',
  'planned',
  'notice-running',
  'notice-short',
  'may-be-decided',
  'deferred',
  'withdrawn',
  'in-window',
  'called-in',
  'referred-back',
  'referred-to-council',
  'implementable',
  'implemented',
] as const
export type EntryState = (typeof entryStates)[number]

const undecided = ['planned', 'notice-running', 'notice-short', 'may-be-decided', 'deferred', 'withdrawn'] as const
const decided = ['in-window', 'implementable'] as const

/** Whereto an entry may go from where it is; time alone moves a notice and a window on. */
export const follows: Readonly<Record<EntryState, readonly EntryState[]>> = {
  draft: ['draft', ...undecided],
  planned: [...undecided, ...decided],
  'notice-running': [...undecided, ...decided],
  // What was decided on too short a notice is recorded as what it is.
  'notice-short': [...undecided, ...decided],
  'may-be-decided': [...undecided, ...decided],
  deferred: undecided,
  withdrawn: ['withdrawn'],
  'in-window': ['in-window', 'called-in', 'implementable'],
  'called-in': ['called-in', 'referred-back', 'referred-to-council', 'implementable'],
  'referred-back': ['referred-back', 'implementable'],
  'referred-to-council': ['referred-to-council', 'implementable'],
  // A signature that was received in time can be entered once the window is over.
  implementable: ['implementable', 'called-in', 'implemented'],
  implemented: ['implemented'],
}

/** Where an entry stands at a moment, by this council's settings. */
export function stateOf(entry: PlanEntry, moment: LocalDateTime, local: LocalSettings): EntryState {
  if (entry.implemented !== undefined) return 'implemented'
  if (entry.decision !== undefined) return stateDecided(entry, moment)
  if (entry.ended !== undefined) return entry.ended.kind
  if (entry.noticed === undefined) return 'draft'
  if (!needsNotice(entry)) return 'planned'
  if (!mayDecide(withSecondNotice(entry, dateOf(moment)), entry.expected.from, local).ok) return 'notice-short'
  return mayDecide(entry, dateOf(moment), local).ok ? 'may-be-decided' : 'notice-running'
}

/** The entry as if its second notice went out today: while that is in time, nothing is late. */
export function withSecondNotice(entry: PlanEntry, today: LocalDate): PlanEntry {
  return entry.private === undefined ? entry : { ...entry, private: { ...entry.private, secondNotice: entry.private.secondNotice ?? today } }
}

function stateDecided({ decision, callIn }: PlanEntry, moment: LocalDateTime): EntryState {
  if (callIn?.considered !== undefined) {
    return callIn.considered.outcome === 'accepted' || callIn.reconsidered !== undefined ? 'implementable' : callIn.considered.outcome
  }
  if (callIn !== undefined) return 'called-in'
  return decision?.window !== undefined && moment <= decision.window.closes ? 'in-window' : 'implementable'
}
