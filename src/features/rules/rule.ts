import type { LocalDate, LocalTime } from '#core/dates.ts'

export const areas = {
  meetings: 'Meetings and papers',
  decisions: 'Decisions, scrutiny and call-in',
  interests: 'Members’ interests and votes',
  protection: 'Referrals, assessment and protection',
  'looked-after': 'Children looked after',
  'education-health-care': 'Education, health and care plans',
  learning: 'Serious incidents and reviews',
  records: 'Keeping records',
  accounts: 'Data protection: signing in and accounts',
} as const
export type Area = keyof typeof areas

export type Unit = 'clear working days' | 'clear days' | 'working days' | 'days' | 'weeks' | 'calendar months' | 'years' | 'clock hours'

/** Read in the statute or judgment, read only in guidance or reports, a choice that each council makes, or one that this product makes itself. */
export const confidences = ['statute', 'guidance', 'local', 'product'] as const
export type Confidence = (typeof confidences)[number]

/** So many units from the event. */
export interface CountedLimit {
  readonly kind: 'counted'
  readonly amount: number
  readonly unit: Unit
  /** Whether the day of the event is passed over (0) or is the first day counted (1, "beginning with the day on which"). */
  readonly dayOfEvent: 0 | 1
  readonly direction: 'forwards' | 'backwards'
  /** What the end of the count is: the latest day, the earliest day (the count must have run out), or the last day of something kept. */
  readonly bound: 'latest' | 'earliest' | 'until'
  /** The time on the day reached; left out where the whole day counts. */
  readonly at?: LocalTime
  /** How many members it takes. */
  readonly members?: number
}

export type Limit =
  | CountedLimit
  /** The same day in the calendar year of every event. */
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number }
  /** A duty without a number of days, or one that each council sets: in a few words, as lists show it, and in full. */
  | { readonly kind: 'none'; readonly inShort: string; readonly because: string }

/** A rule as it stood for a time. A case uses the version in force on the day of its start event. */
export interface RuleVersion {
  /** The first day in force. Left out where the source does not state it: then no day is too early. */
  readonly validFrom?: LocalDate
  /** The source names the month and no day, so `validFrom` is the first of it and is shown as the month alone. */
  readonly isValidFromMonth?: true
  /** What is covered though it happened before the first day, for a rule that counts from such events: "births before that day". */
  readonly coversEarlier?: string
  /** The last day in force; left out while it is still in force. */
  readonly validTo?: LocalDate
  readonly citations: readonly string[]
  readonly confidence: Confidence
  /** The event whose day is given: "the meeting". */
  readonly startEvent: string
  /** What must have happened, or may happen, by the end: "publication of the agenda and reports". */
  readonly stopEvent: string
  readonly limit: Limit
  /** When the limit does not hold, or can be shortened or lengthened. */
  readonly exceptions: readonly string[]
  /** Set by each council. Rules from guidance can be set too; those of statute cannot. */
  readonly isLocal: boolean
  readonly notes: readonly string[]
}

export interface RuleRow {
  readonly title: string
  /** Oldest first; they do not overlap. */
  readonly versions: readonly [RuleVersion, ...RuleVersion[]]
}

export type RuleRows = Readonly<Record<string, RuleRow>>
