import { formatDate, formatDay, formatTime } from '#core/date-words.ts'
import { dateOf, timeOf, type LocalDateTime } from '#core/london-time.ts'
import type { CallInOutcome, Principle } from './decision.ts'
import type { DecisionMaker, Office, PlanEntry, PrivatePart } from './plan-entry.ts'
import type { EntryState } from './states.ts'

/** "Cabinet", "Cabinet Member with Responsibility for Education (Cllr Bernard Clutterbuck)". */
export function makerWords({ kind, name = '', title = '' }: DecisionMaker): string {
  if (kind === 'body' || title === '') return name === '' ? 'Not stated' : name
  return name === '' ? title : `${title} (${name})`
}

/** "Thursday 22 September 2022", "between 12 July 2022 and 31 October 2022". */
export function expectedWords({ from, to }: PlanEntry['expected']): string {
  return to === undefined ? formatDay(from) : `between ${formatDate(from)} and ${formatDate(to)}`
}

/** The same within a sentence: "on Thursday 22 September 2022". */
export function expectedOn(expected: PlanEntry['expected']): string {
  return expected.to === undefined ? `on ${expectedWords(expected)}` : expectedWords(expected)
}

/** How an entry that was referred to scrutiny is called on its agenda. */
export function referredTitle({ matter }: Pick<PlanEntry, 'matter'>): string {
  return `Forward plan: ${matter}`
}

/** "5.00 pm on Friday 7 July 2023"; the last minute of a day is its end. */
export function closesWords(moment: LocalDateTime): string {
  return timeOf(moment) === '23:59' ? `the end of ${formatDay(dateOf(moment))}` : `${formatTime(timeOf(moment))} on ${formatDay(dateOf(moment))}`
}

export const keyWords = { key: 'Key decision', 'not-key': 'Not a key decision', 'potentially-key': 'Potentially a key decision' } as const satisfies Record<PlanEntry['key'], string>

export const officeWords = {
  'scrutiny-chair': 'the chair of scrutiny',
  'council-chair': 'the chair of the council',
  'council-vice-chair': 'the vice-chair of the council',
} as const satisfies Record<Office, string>

export const principleWords = {
  proportionality: 'Proportionality: the action fits the outcome wished for',
  consultation: 'Due consultation, and professional advice from officers',
  'human-rights': 'Respect for human rights',
  openness: 'A presumption in favour of openness',
  'clear-aims': 'Clarity of aims and outcomes',
  options: 'The options that were considered, and the reasons, are given',
  'policy-and-budget': 'Within the policy framework and the budget',
} as const satisfies Record<Principle, string>

export const outcomeWords = {
  accepted: 'Scrutiny accepts the decision: it may be carried out',
  'referred-back': 'Referred back to the decision-maker with comments',
  'referred-to-council': 'Referred to the Council',
} as const satisfies Record<CallInOutcome, string>

export function privateWords({ part, paragraph }: Pick<PrivatePart, 'part' | 'paragraph'>): string {
  const which = part === 'whole' ? 'Heard in private' : 'Part is heard in private'
  return paragraph === undefined ? which : `${which} (paragraph ${paragraph} of Schedule 12A, Local Government Act 1972)`
}

/** What a state is called, and what it means to the reader. */
export const stateTags = {
  draft: ['Draft', 'neutral'],
  planned: ['Planned', 'coming'],
  'notice-running': ['Notice is running', 'coming'],
  'notice-short': ['Notice too late for the day', 'bad'],
  'may-be-decided': ['May be decided', 'good'],
  deferred: ['Deferred', 'caution'],
  withdrawn: ['Withdrawn', 'neutral'],
  'in-window': ['Decided: can be called in', 'caution'],
  'called-in': ['Called in', 'bad'],
  'referred-back': ['Referred back', 'caution'],
  'referred-to-council': ['Referred to Council', 'caution'],
  implementable: ['Decided', 'good'],
  implemented: ['Carried out', 'neutral'],
} as const satisfies Record<EntryState, readonly [string, string]>
