import { formatDay, formatTime } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, timeOf, type LocalDateTime } from '#core/london-time.ts'
import type { Confidence, CountedLimit } from '../rule.ts'
import type { RuleId } from '../rules.ts'

type Bound = CountedLimit['bound']

/** One of the two dates that a limit in "clear days" can mean, where no authority says which is right. */
export interface Reading {
  readonly due: LocalDate
  /** How this date was counted: "weekends and bank holidays counted". */
  readonly convention: string
  /** Whoever keeps to this date is right whichever way is the law. */
  readonly isSafer: boolean
  /** The council has set that it counts so. */
  readonly isCouncils: boolean
}

interface DueFacts {
  readonly rule: RuleId
  readonly title: string
  readonly start: LocalDate | LocalDateTime
  /** Step by step in plain words: what was counted, from which day, what was skipped and the result. */
  readonly working: readonly string[]
  readonly citation: string
  readonly confidence: Confidence
}

/** What a rule makes of an event. */
export type Due = DueFacts &
  (
    | { readonly sets: 'day'; readonly due: LocalDate; readonly bound: Bound; readonly readings?: readonly [safer: Reading, other: Reading] }
    | { readonly sets: 'moment'; readonly due: LocalDateTime; readonly bound: Bound }
    /** The rule has no number; the working says what it asks for instead. */
    | { readonly sets: 'nothing' }
  )

/** "Thursday 2 April 2026", "9.00 am on Monday 13 April 2026". */
export function momentWords(moment: LocalDate | LocalDateTime): string {
  if (!isMoment(moment)) return formatDay(moment)
  return `${formatTime(timeOf(moment))} on ${formatDay(dateOf(moment))}`
}

export function isMoment(moment: LocalDate | LocalDateTime): moment is LocalDateTime {
  return moment.length > 10
}

/** The result in a few words: a date, "not before" a date, "until" a date, or that there is none; both dates where the law leaves two open. */
export function dueWords(due: Due): string {
  return dueParts(due)
    .map(({ when, how }) => (how === undefined ? when : `${when} (${how})`))
    .join(', or ')
}

/** The date, or the two dates that the law leaves open with how each was counted, the safer one first. */
export function dueParts(due: Due): readonly { readonly when: string; readonly how?: string }[] {
  if (due.sets === 'nothing') return [{ when: 'no date' }]
  const before = { latest: '', earliest: 'not before ', until: 'until ' }[due.bound]
  if (due.sets === 'moment' || due.readings === undefined) return [{ when: `${before}${momentWords(due.due)}` }]
  return due.readings.map((reading) => ({ when: `${before}${momentWords(reading.due)}`, how: readingWords(reading) }))
}

/** "the safer date: weekends and bank holidays left out" */
function readingWords({ convention, isSafer, isCouncils }: Reading): string {
  return `${isSafer ? 'the safer date: ' : ''}${convention}${isCouncils ? ', as this council counts' : ''}`
}
