import { formatDay, formatTime } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, timeOf, type LocalDateTime } from '#core/london-time.ts'
import type { Confidence, CountedLimit } from '../rule.ts'
import type { RuleId } from '../rules.ts'

type Bound = CountedLimit['bound']

/** The same limit counted the other way, where no authority says which is right. */
interface OtherConvention {
  readonly due: LocalDate
  /** How this date was counted: "weekends and bank holidays counted". */
  readonly convention: string
  readonly working: readonly string[]
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
    | { readonly sets: 'day'; readonly due: LocalDate; readonly bound: Bound; readonly other?: OtherConvention }
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

/** The result in a few words: a date, "not before" a date, "until" a date, or that there is none. */
export function dueWords(due: Due): string {
  if (due.sets === 'nothing') return 'no date'
  const before = { latest: '', earliest: 'not before ', until: 'until ' }[due.bound]
  return `${before}${momentWords(due.due)}`
}
